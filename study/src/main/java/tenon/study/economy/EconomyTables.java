package tenon.study.economy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tenon.model.Industry;
import tenon.model.IndustryTable;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tools.jackson.databind.node.ArrayNode;

/** Tables of industries, and of industries by industries or by days. */
final class EconomyTables {
  private EconomyTables() {}

  /** One row for each industry. */
  static Table byIndustry(
      String file, List<Industry> industries, List<String> names, double[]... columns) {
    List<String> header = new ArrayList<>(List.of("region", "sector"));
    header.addAll(names);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < industries.size(); i++) {
      List<String> row = new ArrayList<>();
      row.add(industries.get(i).region());
      row.add(industries.get(i).sector());
      for (double[] column : columns) {
        row.add(Numbers.exactCell(column[i]));
      }
      rows.add(row);
    }
    return new Table(file, header, rows);
  }

  /** A square matrix with the labels of the industries. */
  static Table matrix(String file, IndustryTable table, String[][] cells) {
    List<String> header = new ArrayList<>();
    header.add("industry");
    table.industries().forEach(industry -> header.add(industry.label()));
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < cells.length; i++) {
      List<String> row = new ArrayList<>();
      row.add(table.industries().get(i).label());
      row.addAll(List.of(cells[i]));
      rows.add(row);
    }
    return new Table(file, header, rows);
  }

  /**
   * One row for each day; regions, then sectors, then the word {@code step} stand above the
   * columns, which are in the order of regions and sectors.
   */
  static Table byDay(String file, String second, List<Industry> names, double[][] days) {
    int[] order = sorted(names);
    List<String> header = new ArrayList<>(List.of("region"));
    List<String> sectors = new ArrayList<>(List.of(second));
    List<String> blank = new ArrayList<>(List.of("step"));
    for (int at : order) {
      header.add(names.get(at).region());
      sectors.add(names.get(at).sector());
      blank.add("");
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(sectors);
    rows.add(blank);
    for (int day = 0; day < days.length; day++) {
      List<String> row = new ArrayList<>();
      row.add(Integer.toString(day));
      for (int at : order) {
        row.add(Numbers.exactCell(days[day][at]));
      }
      rows.add(row);
    }
    return new Table(file, header, rows);
  }

  private static int[] sorted(List<Industry> names) {
    return IntStream.range(0, names.size())
        .boxed()
        .sorted(
            (one, other) -> {
              int byRegion = names.get(one).region().compareTo(names.get(other).region());
              return byRegion != 0
                  ? byRegion
                  : names.get(one).sector().compareTo(names.get(other).sector());
            })
        .mapToInt(Integer::intValue)
        .toArray();
  }

  static ArrayNode labels(List<Industry> industries) {
    return Json.array(industries.stream().map(Industry::label).toList());
  }

  static ArrayNode rows(double[][] matrix) {
    ArrayNode rows = Json.array();
    for (double[] row : matrix) {
      rows.add(Json.exact(row));
    }
    return rows;
  }

  /** The industries with the greatest values, first the greatest. */
  static List<Integer> greatest(double[] values, int count) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted((one, other) -> Double.compare(values[other], values[one]))
        .limit(count)
        .toList();
  }

  static String percent(double share, Locale locale) {
    return String.format(locale, "%.2f%%", 100 * share);
  }
}
