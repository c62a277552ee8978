package tenon.study.rehearsal;

import java.util.ArrayList;
import java.util.List;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.text.DisruptionWords;
import tenon.study.text.Labels;
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
    blocks.add(new Block.Heading(2, words.get("brief.break", facts.scenarioTitle())));
    DisruptionWords sentences = new DisruptionWords(facts.chain(), words, facts.subject().names());
    List<String> happens = new ArrayList<>();
    facts.scenario().disruptions().forEach(one -> happens.add(sentences.sentence(one)));
    facts.scenario().hazards().forEach(hazard -> happens.add(hazard.name()));
    List<String> told = new ArrayList<>(happens.stream().limit(DISRUPTIONS).toList());
    if (happens.size() > DISRUPTIONS) {
      told.add(words.get("brief.break.more", Numbers.count(happens.size() - DISRUPTIONS)));
    }
    blocks.add(new Block.Points(told));
    List<DemandOutcome> lacking =
        facts.demands().stream().filter(row -> row.moreLostUnits().mean() > 0).limit(ROWS).toList();
    blocks.add(
        lacking.isEmpty()
            ? new Block.Paragraph(words.get("brief.break.nobody"))
            : shortfalls(lacking));
    return blocks;
  }

  private Block shortfalls(List<DemandOutcome> demands) {
    List<List<Cell>> rows = new ArrayList<>();
    for (DemandOutcome row : demands) {
      int product = facts.chain().products().keys().id(row.productId());
      double lost = row.moreLostUnits().mean();
      rows.add(
          List.of(
              Cell.of(Labels.brief(facts.product(row.productId()))),
              Cell.of(Labels.brief(facts.site(row.siteId()))),
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
