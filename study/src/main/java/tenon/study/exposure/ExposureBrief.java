package tenon.study.exposure;

import java.util.ArrayList;
import java.util.List;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.recipe.Stage;
import tenon.study.text.Labels;
import tenon.study.text.Money;
import tenon.study.text.Names;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tenon.twin.SiteExposure;

/** The weakest links in a few rows, and how much hangs on one source. */
final class ExposureBrief {
  private static final int ROWS = 4;

  private final ExposureFacts facts;
  private final Words words;
  private final Names names;
  private final Money money;

  ExposureBrief(ExposureFacts facts) {
    this.facts = facts;
    words = facts.subject().words();
    names = facts.subject().names();
    money = facts.subject().money();
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    boolean index = facts.subject().recipe().does(Stage.ASSESS);
    if (!index) {
      blocks.addAll(state());
    }
    blocks.add(new Block.Heading(2, words.get("brief.weakest")));
    List<SiteExposure> top =
        facts.ranked().stream().filter(row -> row.priority() > 0).limit(ROWS).toList();
    blocks.add(top.isEmpty() ? new Block.Paragraph(words.get("exposure.empty")) : weakest(top));
    if (index) {
      blocks.add(
          new Block.Paragraph(
              words.get(
                  "brief.single",
                  Numbers.count(facts.sources().singleSources().size()),
                  Numbers.count(facts.soleMakerCount()))));
    }
    return List.copyOf(blocks);
  }

  /** How the chain stands by its exposure, where no index says it. */
  private List<Block> state() {
    List<List<Cell>> rows = new ArrayList<>();
    count(rows, "brief.state.sites", facts.ranked().size());
    count(rows, "brief.state.exposed", facts.exposedCount());
    rows.add(
        List.of(
            Cell.of(words.get("brief.state.priority")),
            Cell.of(money.text(facts.priorityTotal()), facts.priorityTotal())));
    count(rows, "brief.state.single", facts.sources().singleSources().size());
    count(rows, "brief.state.sole", facts.soleMakerCount());
    return List.of(
        new Block.Heading(2, words.get("brief.state")),
        new Block.Grid(
            "state",
            words.get("brief.state.chain"),
            List.of(words.get("brief.measure"), words.get("column.value")),
            rows,
            List.of(words.get("brief.sheet", "summary"))));
  }

  private void count(List<List<Cell>> rows, String key, int number) {
    rows.add(List.of(Cell.of(words.get(key)), Cell.of(Numbers.count(number), number)));
  }

  private Block weakest(List<SiteExposure> top) {
    List<String> header =
        List.of(
            words.get("column.site"),
            words.get("column.region"),
            words.get("brief.days", words.get("column.ttr")),
            words.get("brief.days", words.get("column.tts")),
            words.get("column.margin"),
            words.get("brief.year", words.get("column.priority")));
    List<List<Cell>> rows = new ArrayList<>();
    top.forEach(row -> rows.add(row(row)));
    return new Block.Grid(
        "weakest",
        words.get("brief.weakest.table", Numbers.count(facts.ranked().size())),
        header,
        rows,
        List.of(words.get("brief.sheet", "exposure")));
  }

  private List<Cell> row(SiteExposure row) {
    double tts = row.ttsDays();
    return List.of(
        Cell.of(Labels.brief(names.site(row.site())) + facts.subject().mark().ships(row.site())),
        Cell.of(Labels.brief(names.region(facts.chain().sites().region(row.site())))),
        Cell.of(Numbers.shown(row.ttrDays()), row.ttrDays()),
        Cell.of(Double.isInfinite(tts) ? "∞" : Numbers.days(tts), tts),
        Cell.of(money.text(row.lostMargin()), row.lostMargin()),
        Cell.of(money.text(row.priority()), row.priority()));
  }
}
