package tenon.study.stock;

import java.util.ArrayList;
import java.util.List;
import tenon.study.chart.Axis;
import tenon.study.chart.Bar;
import tenon.study.chart.BarChart;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.document.Document;
import tenon.study.method.Asked;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.study.text.Words;

/** The report of a method of stock: what it found, as words, pictures and tables. */
final class StockReport {
  private static final int SHOWN = 20;
  private static final int ROWS = 200;

  private final Asked asked;
  private final Words words;

  StockReport(Asked asked, Words words) {
    this.asked = asked;
    this.words = words;
  }

  /** A report without a picture. */
  Document document(String method, List<String> lines, List<Table> tables) {
    return document(method, lines, tables, List.of());
  }

  /**
   * The report.
   *
   * @param bars what the picture shows, the largest first; none for no picture
   */
  Document document(String method, List<String> lines, List<Table> tables, List<Bar> bars) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(1, words.get("stock.report.found")));
    if (lines.size() == 1) {
      blocks.add(new Block.Paragraph(lines.getFirst()));
    } else {
      blocks.add(new Block.Points(lines));
    }
    String stem = "stock.report." + method + ".";
    if (!bars.isEmpty()) {
      String axis = words.get(stem + "axis");
      blocks.add(
          new Block.Figure(
              "stock",
              words.get(stem + "figure"),
              BarChart.horizontal(Axis.of(axis), bars.stream().limit(SHOWN).toList()),
              List.of(words.get("stock.report.drawn", tables.getFirst().file()))));
    }
    for (Table table : tables) {
      blocks.add(grid(table, words.get(stem + "table")));
    }
    blocks.add(new Block.Heading(1, words.get("stock.report.how")));
    blocks.add(formula(method));
    blocks.add(new Block.Paragraph(words.get(stem + "note")));
    return new Document(
        words.get(stem + "title"),
        String.valueOf(asked.source().toAbsolutePath().normalize().getFileName()),
        words.locale(),
        blocks);
  }

  private static Block formula(String method) {
    return switch (method) {
      case "gsm" ->
          new Block.Formula(
              "\\min \\sum_i C_i z_i \\sigma_i \\sqrt{SI_i + T_i - S_i}",
              "min sum of C z sigma sqrt(SI + T - S)");
      case "ssm" ->
          new Block.Formula(
              "\\min_S E[\\sum_j h_j (S_j - D_j) + (p + \\sum_j h_j) (D_1 - S_1)^+]",
              "least mean holding and stockout cost a period");
      case "newsvendor" -> new Block.Formula("F(S) \\ge p / (p + h)", "F(S) >= p / (p + h)");
      case "rq" ->
          new Block.Formula(
              "C(R, Q) = (K d + \\sum_{y = R + 1}^{R + Q} G(y)) / Q",
              "C(R, Q) = (K d + sum of G over R + 1 to R + Q) / Q");
      case "ss" ->
          new Block.Formula(
              "c(s, S) = (K + \\sum_{j = 0}^{S - s - 1} m(j) G(S - j)) / M(S - s)",
              "c(s, S) = (K + sum of m(j) G(S - j)) / M(S - s)");
      default ->
          new Block.Formula("SS = z \\sqrt{L s^2 + d^2 s_L^2}", "SS = z sqrt(L s^2 + d^2 sL^2)");
    };
  }

  private Block grid(Table table, String title) {
    List<String> header = new ArrayList<>();
    for (String column : table.header()) {
      header.add(words.get("stock.column." + column));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (List<String> row : table.rows().stream().limit(ROWS).toList()) {
      List<Cell> cells = new ArrayList<>(List.of(Cell.of(row.getFirst())));
      row.stream().skip(1).map(StockReport::cell).forEach(cells::add);
      rows.add(cells);
    }
    List<String> notes = new ArrayList<>();
    if (table.rows().size() > ROWS) {
      notes.add(
          words.get(
              "stock.report.rows",
              Numbers.count(ROWS),
              Numbers.count(table.rows().size()),
              table.file()));
    }
    return new Block.Grid(table.file().replace(".csv", ""), title, header, rows, notes);
  }

  private static Cell cell(String text) {
    try {
      double number = Double.parseDouble(text);
      return Cell.of(Numbers.shown(number), number);
    } catch (NumberFormatException words) {
      return Cell.of(text);
    }
  }
}
