package tenon.study.economy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tenon.model.IndustryTable;
import tenon.study.chart.Axis;
import tenon.study.chart.LineChart;
import tenon.study.chart.Series;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.document.Document;
import tenon.twin.sector.ArioResult;

/** The report of an ARIO run. */
final class ArioReport {
  private static final int ROWS = 30;
  private static final int DRAWN = 4;

  private ArioReport() {}

  static Document of(IndustryTable table, ArioResult result, Locale locale) {
    double[] loss = new double[table.count()];
    for (int i = 0; i < loss.length; i++) {
      loss[i] = result.productionLoss(i);
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (int i : EconomyTables.greatest(loss, ROWS)) {
      rows.add(
          List.of(
              Cell.of(table.title(i, locale)),
              LinkagesReport.cell(result.usual()[i], 2),
              LinkagesReport.cell(loss[i], 2),
              LinkagesReport.cell(100 * result.leastShare(i), 2)));
    }
    List<String> header =
        List.of(
            EconomyWords.say(locale, "report.column.sector"),
            EconomyWords.say(locale, "report.column.usual"),
            EconomyWords.say(locale, "report.column.loss"),
            EconomyWords.say(locale, "report.column.least"));
    List<Block> blocks =
        List.of(
            new Block.Paragraph(EconomyWords.say(locale, "report.ario.how")),
            new Block.Figure(
                "course",
                EconomyWords.say(locale, "report.ario.course"),
                course(table, result, EconomyTables.greatest(loss, DRAWN), locale),
                List.of(EconomyWords.say(locale, "report.ario.course.note"))),
            new Block.Grid(
                "industries",
                EconomyWords.say(locale, "report.ario.title"),
                header,
                rows,
                List.of(EconomyWords.say(locale, "report.ario.note"))));
    return new Document(
        EconomyWords.say(locale, "report.ario.name"),
        EconomyWords.say(
            locale,
            "report.ario.of",
            Integer.toString(table.count()),
            Integer.toString(result.production().length)),
        locale,
        blocks);
  }

  /** Output of each step over the usual: of all industries, and of some. */
  private static String course(
      IndustryTable table, ArioResult result, List<Integer> drawn, Locale locale) {
    int steps = result.production().length;
    double[] at = IntStream.range(0, steps).mapToDouble(step -> step).toArray();
    double usual = Arrays.stream(result.usual()).sum();
    double[] all = new double[steps];
    for (int step = 0; step < steps; step++) {
      all[step] = 100 * Arrays.stream(result.production()[step]).sum() / usual;
    }
    List<Series> curves = new ArrayList<>();
    curves.add(Series.of(EconomyWords.say(locale, "report.ario.all"), at, all));
    for (int i : drawn) {
      double[] share = new double[steps];
      for (int step = 0; step < steps; step++) {
        share[step] = 100 * result.production()[step][i] / result.usual()[i];
      }
      if (result.usual()[i] > 0) {
        curves.add(Series.of(table.title(i, locale), at, share));
      }
    }
    return LineChart.of(
        Axis.of(EconomyWords.say(locale, "report.ario.step")),
        Axis.of(EconomyWords.say(locale, "report.ario.share")),
        curves);
  }
}
