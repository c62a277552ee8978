package tenon.packages;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import tenon.model.Columns;
import tenon.model.Field;

/**
 * Writes one table as CSV in its canonical form: columns that are required, part of the key or
 * known in some row, in the declared order; the shortest exact numbers; quotes only where they are
 * needed; LF.
 */
final class TableWriter {
  private TableWriter() {}

  static List<Field> written(Columns columns) {
    return columns.resource().fields().stream()
        .filter(f -> f.required() || f.key() || known(columns, f))
        .toList();
  }

  /** Whether any cell is not blank; an empty text is written, and read, as unknown. */
  private static boolean known(Columns columns, Field field) {
    if (field.type() == Field.Type.NUMBER || !columns.knows(field.name())) {
      return columns.knows(field.name());
    }
    return IntStream.range(0, columns.rows())
        .mapToObj(row -> columns.text(field.name(), row))
        .anyMatch(text -> text != null && !text.isEmpty());
  }

  static void write(Columns columns, Path file) throws IOException {
    List<Field> fields = written(columns);
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (int i = 0; i < fields.size(); i++) {
        out.write(i == 0 ? "" : ",");
        out.write(fields.get(i).name());
      }
      out.write('\n');
      for (int row = 0; row < columns.rows(); row++) {
        write(columns, fields, row, out);
      }
    }
  }

  private static void write(Columns columns, List<Field> fields, int row, Writer out)
      throws IOException {
    for (int i = 0; i < fields.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      out.write(cell(columns, fields.get(i), row));
    }
    out.write('\n');
  }

  private static String cell(Columns columns, Field field, int row) {
    if (field.type() == Field.Type.NUMBER) {
      double number = columns.number(field.name(), row);
      return Double.isNaN(number) ? "" : CsvCell.number(number);
    }
    String text = columns.text(field.name(), row);
    return text == null ? "" : CsvCell.quoted(text);
  }
}
