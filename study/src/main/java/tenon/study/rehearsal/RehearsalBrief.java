package tenon.study.rehearsal;

import java.util.ArrayList;
import java.util.List;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.text.DisruptionWords;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tenon.twin.site.DemandOutcome;

/** What breaks, and who goes short, in a few lines. */
final class RehearsalBrief {
  private static final int DISRUPTIONS = 3;
  private static final int ROWS = 3;

  private final RehearsalFacts facts;
  private final Words words;

  RehearsalBrief(RehearsalFacts facts) {
    this.facts = facts;
    words = facts.subject().words();
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(2, words.get("brief.break", facts.scenario().name())));
    DisruptionWords sentences = new DisruptionWords(facts.chain(), words, facts.subject().names());
    blocks.add(
        new Block.Points(
            facts.scenario().disruptions().stream()
                .limit(DISRUPTIONS)
                .map(sentences::sentence)
                .toList()));
    List<DemandOutcome> lacking =
        facts.demands().stream().filter(row -> row.moreLostUnits().mean() > 0).limit(ROWS).toList();
    if (!lacking.isEmpty()) {
      blocks.add(shortfalls(lacking));
    }
    return blocks;
  }

  private Block shortfalls(List<DemandOutcome> demands) {
    List<List<Cell>> rows = new ArrayList<>();
    for (DemandOutcome row : demands) {
      int product = facts.chain().products().keys().id(row.productId());
      double lost = row.moreLostUnits().mean();
      rows.add(
          List.of(
              Cell.of(facts.product(row.productId())),
              Cell.of(facts.site(row.siteId())),
              Cell.of(Numbers.shown(lost), lost),
              Cell.of(facts.subject().names().unit(product))));
    }
    return new Block.Grid(
        "shortfalls",
        words.get("brief.break.table"),
        List.of(
            words.get("column.product"),
            words.get("column.customer"),
            words.get("column.units"),
            words.get("column.unit")),
        rows,
        List.of(words.get("brief.sheet", "demands")));
  }
}
