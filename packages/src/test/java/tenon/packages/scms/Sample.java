package tenon.packages.scms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tenon.model.Columns;
import tenon.model.Field;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.model.Resource;
import tenon.packages.DataPackage;

/** A delivery file made line by line: each is sound but for the cells that a test sets. */
final class Sample {
  private final List<String> lines = new ArrayList<>();

  private Sample() {
    lines.add(
        String.join(",", List.of(Column.values()).stream().map(c -> quoted(c.title())).toList()));
  }

  /** A file with a header only. */
  static Sample file() {
    return new Sample();
  }

  /** Adds a line of 10 packs of 10 doses, delivered to Kenya in December 2011 for 200 dollars. */
  Sample line(Object... columnsAndTexts) {
    Map<Column, String> cells = new EnumMap<>(Column.class);
    cells.put(Column.ID, Integer.toString(lines.size()));
    cells.put(Column.COUNTRY, "Kenya");
    cells.put(Column.ROUTE, "Direct Drop");
    cells.put(Column.MODE, "Air");
    cells.put(Column.QUOTED, "Pre-PQ Process");
    cells.put(Column.ORDERED, "11/1/2011");
    cells.put(Column.SCHEDULED, "01-Dec-11");
    cells.put(Column.DELIVERED, "01-Dec-11");
    cells.put(Column.VENDOR, "Alpha Limited");
    cells.put(Column.MOLECULE, "Xavirine");
    cells.put(Column.DOSAGE, "10mg");
    cells.put(Column.FORM, "Tablet");
    cells.put(Column.PER_PACK, "10");
    cells.put(Column.PACKS, "10");
    cells.put(Column.VALUE, "200");
    cells.put(Column.PLANT, "Alpha, Goa, India");
    cells.put(Column.FREIGHT, "7");
    for (int i = 0; i < columnsAndTexts.length; i += 2) {
      cells.put((Column) columnsAndTexts[i], (String) columnsAndTexts[i + 1]);
    }
    lines.add(String.join(",", cells.values().stream().map(Sample::quoted).toList()));
    return this;
  }

  /** Adds a line as it stands. */
  Sample raw(String line) {
    lines.add(line);
    return this;
  }

  /** Replaces a text in the header. */
  Sample header(String from, String to) {
    lines.set(0, lines.getFirst().replace(from, to));
    return this;
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }

  /** Writes and imports the file, taking 2011 for over. */
  Loaded<DataPackage> read(Path folder) {
    return read(folder, LocalDate.of(2011, 12, 31));
  }

  Loaded<DataPackage> read(Path folder, @Nullable LocalDate until) {
    return read(folder, text(), StandardCharsets.UTF_8, until);
  }

  static Loaded<DataPackage> read(
      Path folder, String text, Charset charset, @Nullable LocalDate until) {
    try {
      Path csv = Files.write(folder.resolve("deliveries.csv"), text.getBytes(charset));
      return ScmsImport.read(csv, until, Progress.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file worked by hand. */
  static Loaded<DataPackage> worked(@Nullable LocalDate until) {
    URL url = Objects.requireNonNull(Sample.class.getResource("worked.csv"));
    try {
      return ScmsImport.read(Path.of(url.toURI()), until, Progress.NONE);
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  static DataPackage ready(Loaded<DataPackage> loaded) {
    return switch (loaded) {
      case Loaded.Ready<DataPackage>(DataPackage value, List<Finding> warnings) -> value;
      case Loaded.Rejected<DataPackage>(List<Finding> errors) ->
          throw new AssertionError(texts(errors).toString());
    };
  }

  /** Findings as {@code code line [column] value}. */
  static List<String> places(Loaded<DataPackage> loaded) {
    return loaded.findings().stream()
        .map(f -> f.code() + " " + f.line() + " [" + f.column() + "] " + f.value())
        .toList();
  }

  static List<String> texts(List<Finding> findings) {
    return findings.stream().map(f -> f.text(Locale.ENGLISH)).toList();
  }

  /** Row of a table whose key is the id. */
  static int row(Columns table, String id) {
    String key = table.resource().key().getFirst().name();
    for (int row = 0; row < table.rows(); row++) {
      if (id.equals(table.text(key, row))) {
        return row;
      }
    }
    throw new AssertionError("no " + id + " among " + table.dictionary(key).stream().toList());
  }

  static Columns table(DataPackage made, Resource resource) {
    return Objects.requireNonNull(made.tables().get(resource));
  }

  /** Every cell of every table. */
  static List<String> cells(DataPackage made) {
    List<String> cells = new ArrayList<>();
    made.tables()
        .forEach(
            (resource, columns) -> {
              for (int row = 0; row < columns.rows(); row++) {
                for (Field field : resource.fields()) {
                  cells.add(
                      field.type() == Field.Type.NUMBER
                          ? Double.toString(columns.number(field.name(), row))
                          : String.valueOf(columns.text(field.name(), row)));
                }
              }
            });
    return cells;
  }

  private static String quoted(String cell) {
    return "\"" + cell.replace("\"", "\"\"") + "\"";
  }
}
