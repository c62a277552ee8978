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
import java.util.stream.Stream;
import tenon.model.Finding;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.packages.DataPackage;
import tenon.packages.PackageReader;
import tenon.packages.ReadLimits;
import tenon.packages.scms.ScmsImport;
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
    Map<String, SourceTable> sources = new LinkedHashMap<>();
    mapping.sources().forEach((name, s) -> sources.put(name, new SourceTable(s, findings)));
    Map<String, MappedTable> tables = new LinkedHashMap<>();
    for (Mapping.Target target : mapping.tables()) {
      // A reader of its own, so that a table joined with itself keeps both heads apart.
      SourceTable own =
          new SourceTable(Objects.requireNonNull(mapping.sources().get(target.from())), findings);
      MappedTable table = new MappedTable(target, own);
      boolean deliveries = target.title().equals(Mapping.DELIVERIES);
      String file = deliveries ? own.shown() : target.title() + ".csv";
      table.write(scratch.resolve(file), sources, findings, progress);
      tables.put(file, table);
    }
    if (findings.hasErrors()) {
      return new Loaded.Rejected<>(findings.list());
    }
    Map.Entry<String, MappedTable> first = tables.entrySet().iterator().next();
    Loaded<DataPackage> loaded;
    if (first.getValue().target().title().equals(Mapping.DELIVERIES)) {
      loaded = ScmsImport.read(scratch.resolve(first.getKey()), null, progress);
    } else {
      Files.write(scratch.resolve("datapackage.json"), descriptor(mapping, tables.keySet()));
      loaded = PackageReader.read(scratch, ReadLimits.DEFAULT, progress);
    }
    return told(loaded, tables);
  }

  private static byte[] descriptor(Mapping mapping, Iterable<String> files) {
    ObjectNode root = JSON.createObjectNode();
    root.put("name", "mapped");
    mapping.info().forEach(root::put);
    ArrayNode resources = root.putArray("resources");
    for (String file : files) {
      resources.addObject().put("name", file.replace(".csv", "")).put("path", file);
    }
    return JSON.writeValueAsBytes(root);
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
