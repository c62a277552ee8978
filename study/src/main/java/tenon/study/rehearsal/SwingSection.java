package tenon.study.rehearsal;

import java.util.List;
import tenon.model.Interval;
import tenon.study.page.Page;
import tenon.study.page.PageTable;
import tenon.study.page.PageTable.Cell;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tenon.twin.site.Bullwhips;
import tools.jackson.databind.node.ObjectNode;

/** How orders swing on their way upstream. */
final class SwingSection {
  private final RehearsalFacts facts;
  private final Words words;

  SwingSection(RehearsalFacts facts) {
    this.facts = facts;
    words = facts.subject().words();
  }

  void fill(Page page) {
    List<Bullwhips.Echelon> known =
        facts.bullwhips().echelons().stream().filter(row -> !Double.isNaN(row.ratio())).toList();
    page.section("swings");
    if (known.isEmpty()) {
      page.text("swings.empty", words.get("swings.empty"));
      return;
    }
    Bullwhips.Echelon widest = known.getFirst();
    for (Bullwhips.Echelon row : known) {
      widest = row.ratio() > widest.ratio() ? row : widest;
    }
    page.text(
        "swings.title",
        words.get(
            "swings.title",
            Numbers.count(widest.number()),
            Numbers.shown(widest.ratio()),
            Double.isNaN(widest.undisturbed()) ? "–" : Numbers.shown(widest.undisturbed())));
    page.text(
        "swings.note", words.get("swings.note", Numbers.count(facts.bullwhips().replications())));
    page.table("swings", table(known));
  }

  private ObjectNode table(List<Bullwhips.Echelon> known) {
    PageTable table =
        new PageTable("bullwhip.csv", words)
            .numbers(words.get("column.echelon"), "")
            .numbers(words.get("column.nodes"), "")
            .numbers(words.get("column.ratio.undisturbed"), "")
            .numbers(words.get("column.interval"), "")
            .numbers(words.get("column.ratio"), "")
            .numbers(words.get("column.interval"), "");
    for (Bullwhips.Echelon row : known) {
      table.row(
          Cell.count(row.number()),
          Cell.count(row.nodes()),
          ratio(row.undisturbed()),
          range(row.undisturbed(), row.undisturbedInterval()),
          ratio(row.ratio()),
          range(row.ratio(), row.interval()));
    }
    return table.json();
  }

  private static Cell ratio(double ratio) {
    return new Cell(Double.isNaN(ratio) ? "–" : Numbers.shown(ratio), ratio);
  }

  private static Cell range(double ratio, Interval interval) {
    String text = Numbers.shown(interval.low()) + "–" + Numbers.shown(interval.high());
    return new Cell(Double.isNaN(ratio) ? "–" : text, interval.high());
  }
}
