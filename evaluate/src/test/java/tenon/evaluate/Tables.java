package tenon.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Observations from plain CSV text, as tests need them: no line breaks inside cells. */
public final class Tables {
  private Tables() {}

  /** A column is numeric where each cell is a number, TRUE or FALSE, or blank. */
  public static Observations csv(String text) {
    List<String> lines = text.strip().lines().toList();
    String[] header = cells(lines.getFirst());
    List<String[]> rows = lines.stream().skip(1).map(Tables::cells).toList();
    Observations.Builder builder = Observations.builder(rows.size());
    for (int column = 0; column < header.length; column++) {
      List<@Nullable String> values = new ArrayList<>();
      for (String[] row : rows) {
        values.add(row[column].isEmpty() || row[column].equals("NA") ? null : row[column]);
      }
      double[] numbers = numbers(values);
      if (numbers.length == rows.size()) {
        builder.numbers(header[column], numbers);
      } else {
        builder.texts(header[column], values);
      }
    }
    return builder.build();
  }

  private static double[] numbers(List<@Nullable String> values) {
    double[] numbers = new double[values.size()];
    for (int row = 0; row < numbers.length; row++) {
      String value = values.get(row);
      if (value == null) {
        numbers[row] = Double.NaN;
      } else if (value.equals("TRUE") || value.equals("FALSE")) {
        numbers[row] = value.equals("TRUE") ? 1 : 0;
      } else {
        try {
          numbers[row] = Double.parseDouble(value);
        } catch (NumberFormatException notNumeric) {
          return new double[0];
        }
      }
    }
    return numbers;
  }

  private static String[] cells(String line) {
    String[] cells = line.split(",", -1);
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cells[i].strip().replace("\"", "");
    }
    return cells;
  }
}
