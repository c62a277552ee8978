package tenon.study.economy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tenon.model.IndustryTable;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.document.Document;
import tenon.twin.sector.ArioResult;

/** The report of an ARIO run. */
final class ArioReport {
  private static final int ROWS = 30;

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
            new Block.Grid(
                "industries",
                EconomyWords.say(locale, "report.ario.title"),
                header,
                rows,
                List.of(EconomyWords.say(locale, "report.ario.note"))));
    return new Document(
        EconomyWords.say(locale, "report.ario.name"),
        Integer.toString(result.production().length),
        locale,
        blocks);
  }
}
