package tenon.packages.inputoutput;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tenon.model.Industry;

/**
 * Numbers with a label for each row and column. Labels are one cell ({@code sector} or {@code
 * region|sector}) or two (region, then sector), beside the rows and above the columns; a line of
 * names of the labels, as pandas writes it, is passed over. Without any label, sectors are {@code
 * s1}, {@code s2}, ...
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
record LabelledMatrix(
    Grid grid, List<Industry> rows, List<Industry> columns, double[][] numbers, int firstRow) {

  static LabelledMatrix of(Grid grid) {
    int left = left(grid);
    int head = head(grid, left);
    List<Industry> columns = new ArrayList<>();
    int width = grid.rows() == 0 ? 0 : grid.row(0).size();
    for (int at = left; at < width; at++) {
      columns.add(
          head == 0
              ? new Industry("", "s" + (at + 1))
              : head == 1
                  ? Industry.of(grid.cell(0, at))
                  : new Industry(grid.cell(0, at), grid.cell(1, at)));
    }
    int first = head;
    if (first < grid.rows() && first > 0 && isBlank(grid, first, left)) {
      first++;
    }
    List<Industry> rows = new ArrayList<>();
    double[][] numbers = new double[Math.max(0, grid.rows() - first)][columns.size()];
    for (int row = first; row < grid.rows(); row++) {
      rows.add(
          left == 0
              ? new Industry("", "s" + (row - first + 1))
              : left == 1
                  ? Industry.of(grid.cell(row, 0))
                  : new Industry(grid.cell(row, 0), grid.cell(row, 1)));
      if (grid.row(row).size() != width) {
        grid.fault(
            "io-ragged",
            grid.line(row),
            null,
            null,
            Integer.toString(grid.row(row).size()),
            Integer.toString(width));
      }
      for (int at = 0; at < columns.size(); at++) {
        numbers[row - first][at] = grid.number(row, left + at);
      }
    }
    return new LabelledMatrix(grid, rows, columns, numbers, first);
  }

  /** Cells of labels at the left. */
  private static int left(Grid grid) {
    if (grid.rows() == 0 || isNumbers(grid, 0, 0)) {
      return 0;
    }
    int left = 1;
    while (left < 3 && isLabel(grid.cell(0, left), left)) {
      left++;
    }
    return left;
  }

  private static boolean isLabel(String cell, int at) {
    return cell.isEmpty() || (at == 1 && cell.equals("sector")) || (at == 2 && cell.equals("unit"));
  }

  /** Lines of labels at the top. */
  private static int head(Grid grid, int left) {
    if (left == 0) {
      return 0;
    }
    return grid.rows() > 1 && !isBlank(grid, 1, left) && !isNumbers(grid, 1, left) && left > 1
        ? isAnyNumber(grid, 1, left) ? 1 : 2
        : 1;
  }

  private static boolean isNumbers(Grid grid, int row, int from) {
    for (int at = from; at < grid.row(row).size(); at++) {
      if (Double.isNaN(Grid.parse(grid.cell(row, at)))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAnyNumber(Grid grid, int row, int from) {
    for (int at = from; at < grid.row(row).size(); at++) {
      if (!Double.isNaN(Grid.parse(grid.cell(row, at)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBlank(Grid grid, int row, int from) {
    for (int at = from; at < grid.row(row).size(); at++) {
      if (!grid.cell(row, at).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Line of a row in the file. */
  long line(int row) {
    return grid.line(firstRow + row);
  }

  /** The rows of the given industries, in their order; what is missing or unknown is told. */
  double[][] byRow(List<Industry> wanted) {
    Map<Industry, Integer> places = places(rows, true);
    double[][] sorted = new double[wanted.size()][columns.size()];
    for (int i = 0; i < wanted.size(); i++) {
      Integer at = places.remove(wanted.get(i));
      if (at == null) {
        grid.fault("io-missing-row", 0, null, wanted.get(i).label());
      } else {
        sorted[i] = numbers[at];
      }
    }
    places.forEach(
        (industry, at) -> grid.fault("io-unknown-row", line(at), null, industry.label()));
    return sorted;
  }

  /** The square matrix with columns in the order of the rows. */
  double[][] square() {
    Map<Industry, Integer> places = places(columns, false);
    places(rows, true);
    double[][] sorted = new double[rows.size()][rows.size()];
    for (int j = 0; j < rows.size(); j++) {
      Integer at = places.remove(rows.get(j));
      if (at == null) {
        grid.fault("io-missing-column", line(j), null, rows.get(j).label());
      } else {
        for (int i = 0; i < rows.size(); i++) {
          sorted[i][j] = numbers[i][at];
        }
      }
    }
    places.keySet().forEach(industry -> grid.fault("io-unknown-column", 1, null, industry.label()));
    return sorted;
  }

  private Map<Industry, Integer> places(List<Industry> labels, boolean inRows) {
    Map<Industry, Integer> places = new HashMap<>();
    for (int at = 0; at < labels.size(); at++) {
      if (places.putIfAbsent(labels.get(at), at) != null) {
        grid.fault("io-twice", inRows ? line(at) : 1, null, labels.get(at).label());
      }
    }
    return places;
  }
}
