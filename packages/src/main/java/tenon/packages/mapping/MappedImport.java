package tenon.packages.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import tenon.model.Finding;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.packages.Bilingual;
import tenon.packages.DataPackage;
import tenon.packages.PackageReader;
import tenon.packages.ReadLimits;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes a package as a mapping says. */
public final class MappedImport {
  private static final JsonMapper JSON = JsonMapper.shared();

  private MappedImport() {}

  /**
   * Reads the sources of a mapping.
   *
   * @param progress hears of rows, as the work {@code import}
   * @return the package, or every fault of mapping and sources, told at the row of the source
   * @throws IOException if the scratch directory cannot be written
   */
  public static Loaded<DataPackage> read(Path mapping, Progress progress) throws IOException {
    return switch (Mapping.read(mapping)) {
      case Loaded.Rejected<Mapping>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<Mapping>(var sound, var warnings) -> {
        Path scratch = Files.createTempDirectory("tenon-mapped-");
        try {
          yield make(sound, scratch, progress);
        } finally {
          delete(scratch);
        }
      }
    };
  }

  private static Loaded<DataPackage> make(Mapping mapping, Path scratch, Progress progress)
      throws IOException {
    Findings findings = new Findings();
    Functions functions = new Functions();
    Map<String, RowTable> known = new LinkedHashMap<>();
    mapping.sources().forEach((name, s) -> known.put(name, new SourceTable(s, findings, progress)));
    // What cannot be read is told before anything is asked of its columns.
    known.values().forEach(RowTable::heads);
    if (findings.hasErrors()) {
      return new Loaded.Rejected<>(findings.list());
    }
    for (Step step : mapping.steps()) {
      HeldTable made = StepRun.run(step, mapping.file(), known, functions, findings);
      if (made == null) {
        return new Loaded.Rejected<>(findings.list());
      }
      known.put(step.name(), made);
    }
    Map<String, MappedTable> tables = new LinkedHashMap<>();
    for (Mapping.Target target : mapping.tables()) {
      RowTable from = Objects.requireNonNull(known.get(target.from()), target.from());
      MappedTable table = new MappedTable(target, from, mapping.file(), functions, findings);
      String file = target.title() + ".csv";
      table.write(scratch.resolve(file), known);
      tables.put(file, table);
    }
    byte[] descriptor = descriptor(mapping, tables.keySet(), known, findings);
    if (findings.hasErrors()) {
      return new Loaded.Rejected<>(findings.list());
    }
    known.clear(); // rows of steps need not stand beside the package that is read
    Files.write(scratch.resolve("datapackage.json"), descriptor);
    return told(PackageReader.read(scratch, ReadLimits.DEFAULT, progress), tables);
  }

  private static byte[] descriptor(
      Mapping mapping, Iterable<String> files, Map<String, RowTable> known, Findings findings) {
    ObjectNode root = JSON.createObjectNode();
    root.put("name", "mapped");
    mapping.info().forEach(root::put);
    List<String> assumptions =
        mapping.assumptions().stream().map(text -> filled(text, mapping, known, findings)).toList();
    if (!assumptions.isEmpty()) {
      String about = mapping.info().getOrDefault("description", "");
      // Descriptions are English; each reader is told the assumptions in his own language.
      List<String> english = assumptions.stream().map(one -> Bilingual.in(one, false)).toList();
      root.put("description", about + "\n\nAssumptions:\n- " + String.join("\n- ", english));
      ArrayNode array = root.putArray("assumptions");
      assumptions.forEach(array::add);
    }
    ArrayNode resources = root.putArray("resources");
    for (String file : files) {
      resources.addObject().put("name", file.replace(".csv", "")).put("path", file);
    }
    return JSON.writeValueAsBytes(root);
  }

  /** A sentence with the first cells of columns of steps in it. */
  private static String filled(
      String text, Mapping mapping, Map<String, RowTable> known, Findings findings) {
    return Expression.Text.PLACE
        .matcher(text)
        .replaceAll(
            place -> {
              String name = place.group(1);
              int dot = name.indexOf('.');
              RowTable table = known.get(dot < 0 ? name : name.substring(0, dot));
              List<String> heads = table instanceof HeldTable held ? held.heads() : List.of();
              int at = heads.indexOf(name.substring(dot + 1));
              if (table instanceof HeldTable held && at >= 0 && !held.rows().isEmpty()) {
                return Matcher.quoteReplacement(Values.text(held.rows().getFirst().cell(at)));
              }
              findings.add(
                  StepRun.fault(mapping.file(), 0, "package.assumptions", "mapping-place", name));
              return "";
            });
  }

  private static Loaded<DataPackage> told(
      Loaded<DataPackage> loaded, Map<String, MappedTable> tables) {
    List<Finding> told = new ArrayList<>();
    for (Finding finding : loaded.findings()) {
      MappedTable table = tables.get(finding.file());
      told.add(table == null ? finding : at(finding, table));
    }
    return switch (loaded) {
      case Loaded.Ready<DataPackage>(var data, var warnings) -> new Loaded.Ready<>(data, told);
      case Loaded.Rejected<DataPackage>(var errors) -> new Loaded.Rejected<>(told);
    };
  }

  private static Finding at(Finding finding, MappedTable table) {
    return new Finding(
        finding.severity(),
        finding.code(),
        table.shown(),
        table.line(finding.line()),
        table.column(finding.column()),
        finding.value(),
        finding.what(),
        finding.mend());
  }

  private static void delete(Path scratch) throws IOException {
    try (Stream<Path> files = Files.walk(scratch)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
