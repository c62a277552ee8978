package tenon.study.economy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tenon.model.IndustryTable;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.document.Document;
import tenon.study.text.Numbers;
import tenon.twin.sector.Linkages;

/** The report of linkages. */
final class LinkagesReport {
  private static final int ROWS = 30;

  private LinkagesReport() {}

  static Document of(IndustryTable table, Linkages links, Locale locale) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(EconomyWords.say(locale, "report.linkages.how")));
    blocks.add(
        new Block.Formula(
            "L=(I-A)^{-1},\\quad G=(I-B)^{-1},\\quad A_{ij}=z_{ij}/x_j,\\quad B_{ij}=z_{ij}/x_i",
            "L = (I - A)^-1, G = (I - B)^-1, A_ij = z_ij / x_j, B_ij = z_ij / x_i"));
    List<List<Cell>> rows = new ArrayList<>();
    for (int i : EconomyTables.greatest(links.extractionLoss(), ROWS)) {
      rows.add(
          List.of(
              Cell.of(table.title(i, locale)),
              cell(table.output(i), 0),
              cell(links.totalBackward()[i], 3),
              cell(links.totalForwardGhosh()[i], 3),
              cell(links.powerOfDispersion()[i], 3),
              cell(links.sensitivityGhosh()[i], 3),
              cell(links.extractionLoss()[i], 0)));
    }
    List<String> header =
        List.of("sector", "output", "backward", "forward", "power", "sensitivity", "extraction")
            .stream()
            .map(key -> EconomyWords.say(locale, "report.column." + key))
            .toList();
    blocks.add(
        new Block.Grid(
            "linkages",
            EconomyWords.say(locale, "report.linkages.title"),
            header,
            rows,
            List.of(EconomyWords.say(locale, "report.linkages.note"))));
    if (table.count() > 1) {
      blocks.add(
          new Block.Figure(
              "flows",
              EconomyWords.say(locale, "report.sankey.title"),
              FlowPicture.of(table, locale),
              List.of(EconomyWords.say(locale, "report.sankey.note"))));
    }
    return new Document(
        EconomyWords.say(locale, "report.linkages.name"),
        EconomyWords.say(locale, "report.linkages.of", Integer.toString(table.count())),
        locale,
        blocks);
  }

  static Cell cell(double value, int decimals) {
    return Cell.of(Numbers.fixed(value, decimals), value);
  }
}
