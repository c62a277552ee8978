package tenon.study.exposure;

import java.util.ArrayList;
import java.util.List;
import tenon.study.document.Block;
import tenon.study.document.Cell;
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
    List<SiteExposure> top =
        facts.ranked().stream().filter(row -> row.priority() > 0).limit(ROWS).toList();
    if (top.isEmpty()) {
      return List.of();
    }
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
    return List.of(
        new Block.Heading(2, words.get("brief.weakest")),
        new Block.Grid(
            "weakest",
            words.get("brief.weakest.table", Numbers.count(facts.ranked().size())),
            header,
            rows,
            List.of(words.get("brief.sheet", "exposure"))),
        new Block.Paragraph(
            words.get(
                "brief.single",
                Numbers.count(facts.sources().singleSources().size()),
                Numbers.count(facts.soleMakerCount()))));
  }

  private List<Cell> row(SiteExposure row) {
    double tts = row.ttsDays();
    return List.of(
        Cell.of(names.site(row.site()) + facts.subject().mark().ships(row.site())),
        Cell.of(names.region(facts.chain().sites().region(row.site()))),
        Cell.of(Numbers.shown(row.ttrDays()), row.ttrDays()),
        Cell.of(Double.isInfinite(tts) ? "∞" : Numbers.days(tts), tts),
        Cell.of(money.text(row.lostMargin()), row.lostMargin()),
        Cell.of(money.text(row.priority()), row.priority()));
  }
}
