package tenon.study.exposure;

import tenon.study.drawing.Drawing;
import tenon.study.drawing.Emphasis;
import tenon.study.page.Page;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tenon.twin.SiteExposure;

/** The picture of the chain, the gravest sites accented. */
final class ChainSection {
  private final ExposureFacts facts;
  private final Words words;
  private final Drawing drawing;

  ChainSection(ExposureFacts facts) {
    this.facts = facts;
    words = facts.subject().words();
    Emphasis emphasis = new Emphasis(facts.chain().sites().count());
    int rank = 0;
    for (SiteExposure row : facts.ranked()) {
      rank++;
      if (row.priority() > 0) {
        emphasis.rank(row.site(), rank);
      }
      if (row.exposed()) {
        emphasis.mark(row.site());
      }
    }
    drawing = new Drawing(facts.subject(), emphasis, words.get("chain.exposed"));
  }

  void fill(Page page) {
    page.section("chain");
    if (drawing.empty()) {
      page.text("chain.empty", words.get("chain.empty"));
      return;
    }
    page.text("chain.title", title());
    page.text("chain.note", drawing.note());
    page.set("chain", drawing.json());
  }

  private String title() {
    int[] inColumn = new int[drawing.columns()];
    int placed = 0;
    int rank = 0;
    for (SiteExposure row : facts.ranked()) {
      int column = drawing.column(row.site());
      if (++rank <= ExposureSection.TOP && row.exposed() && column >= 0) {
        inColumn[column]++;
        placed++;
      }
    }
    if (placed == 0) {
      return words.get("chain.title.none", Numbers.count(drawing.columns()));
    }
    int most = 0;
    for (int column = 1; column < inColumn.length; column++) {
      most = inColumn[column] > inColumn[most] ? column : most;
    }
    return words.get(
        "chain.title",
        Numbers.count(inColumn[most]),
        Numbers.count(placed),
        drawing.columnName(most));
  }
}
