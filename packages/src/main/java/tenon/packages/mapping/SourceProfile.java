package tenon.packages.mapping;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Findings;
import tenon.model.Progress;
import tenon.packages.Encodings;
import tenon.packages.sheet.XlsxSheet;

/**
 * A file or a sheet with what its first rows hold.
 *
 * @param name short name in the mapping
 * @param source how it is read
 */
record SourceProfile(String name, Mapping.Source source, List<ColumnProfile> columns) {
  /** Rows that are looked at. */
  static final int ROWS = 20_000;

  private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1;

    Enough() {
      super(null, null, false, false);
    }
  }

  /** All tables of a file, or of the files of a directory. */
  static List<SourceProfile> all(Path place, Findings findings) {
    List<SourceProfile> profiles = new ArrayList<>();
    try {
      List<Path> files = new ArrayList<>();
      if (Files.isDirectory(place)) {
        try (Stream<Path> all = Files.list(place)) {
          all.filter(SourceProfile::isTable).sorted().forEach(files::add);
        }
      } else {
        files.add(place);
      }
      for (Path file : files) {
        of(file, profiles, findings);
      }
      if (files.isEmpty()) {
        findings.add(StepRun.fault(shown(place), 0, null, "propose-none", null));
      }
    } catch (XlsxSheet.Fault e) {
      findings.add(e.finding(shown(place)));
    } catch (IOException e) {
      findings.add(StepRun.fault(shown(place), 0, null, "propose-unreadable", null));
    }
    return profiles;
  }

  private static String shown(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static boolean isTable(Path file) {
    String name = shown(file).toLowerCase(Locale.ROOT);
    return Files.isRegularFile(file)
        && !name.startsWith("~$")
        && (name.endsWith(".csv")
            || name.endsWith(".txt")
            || name.endsWith(".tsv")
            || name.endsWith(".xlsx"));
  }

  private static void of(Path file, List<SourceProfile> profiles, Findings findings)
      throws IOException {
    String name = shown(file);
    String bare = name.replaceAll("\\.[^.]*$", "");
    if (XlsxSheet.isNamed(name)) {
      List<String> sheets = XlsxSheet.names(file);
      for (String sheet : sheets) {
        Mapping.Source source = new Mapping.Source(file, ',', StandardCharsets.UTF_8, sheet);
        Findings own = new Findings();
        SourceProfile made = profile(sheets.size() == 1 ? bare : sheet, source, profiles, own);
        if (made != null) {
          profiles.add(made);
        } else if (sheets.size() == 1) {
          findings.addAll(own);
        }
      }
      return;
    }
    Charset encoding = encoding(file);
    SourceProfile best = null;
    Findings told = new Findings();
    for (char separator : SEPARATORS) {
      Findings own = new Findings();
      Mapping.Source source = new Mapping.Source(file, separator, encoding, null);
      SourceProfile made = profile(bare, source, profiles, own);
      if (made != null && (best == null || made.columns.size() > best.columns.size())) {
        best = made;
      }
      told = separator == ',' ? own : told;
    }
    if (best == null) {
      findings.addAll(told);
    } else {
      profiles.add(best);
    }
  }

  private static Charset encoding(Path file) throws IOException {
    if (Encodings.isUtf8(file)) {
      return StandardCharsets.UTF_8;
    }
    return Encodings.isGb18030(file) ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
  }

  private static @Nullable SourceProfile profile(
      String name, Mapping.Source source, List<SourceProfile> before, Findings findings)
      throws IOException {
    SourceTable table = new SourceTable(source, findings, Progress.NONE);
    List<String> heads = table.heads();
    if (heads == null || heads.stream().allMatch(String::isEmpty)) {
      return null;
    }
    List<ColumnProfile> columns = new ArrayList<>();
    heads.forEach(head -> columns.add(new ColumnProfile(head)));
    int[] rows = new int[1];
    try {
      table.read(
          (line, cells) -> {
            for (int i = 0; i < cells.length; i++) {
              columns.get(i).take(Values.text(cells[i]));
            }
            if (++rows[0] == ROWS) {
              throw new Enough();
            }
          });
    } catch (Enough enough) {
      // The rest of the file is not looked at.
    }
    if (rows[0] == 0 || findings.list().stream().anyMatch(Finding::isError)) {
      return null;
    }
    columns.removeIf(column -> column.head().isEmpty());
    columns.sort(Comparator.comparingInt(column -> heads.indexOf(column.head())));
    return new SourceProfile(free(name, before), source, columns);
  }

  /** A name of letters and digits that no other source has. */
  private static String free(String name, List<SourceProfile> before) {
    String plain = name.replaceAll("[^\\p{L}\\p{N}_]+", "_").replaceAll("^_+|_+$", "");
    String free = plain.isEmpty() ? "table" : plain;
    int copy = 2;
    while (taken(free, before)) {
      free = plain + "_" + copy++;
    }
    return free;
  }

  private static boolean taken(String name, List<SourceProfile> before) {
    return before.stream().anyMatch(other -> other.name.equals(name));
  }
}
