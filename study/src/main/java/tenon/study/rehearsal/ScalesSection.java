package tenon.study.rehearsal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tenon.study.page.Page;
import tenon.study.page.PageTable;
import tenon.study.page.PageTable.Cell;
import tenon.study.text.Numbers;
import tenon.study.text.Scale;
import tenon.study.text.Words;
import tenon.twin.scales.ThreeScales;
import tools.jackson.databind.node.ObjectNode;

/** What a scenario costs firms, sectors and the nation, and which sites carry it. */
final class ScalesSection {
  private static final int SHOWN = 20;

  private final RehearsalFacts facts;
  private final ThreeScales scales;
  private final Words words;

  ScalesSection(RehearsalFacts facts, ThreeScales scales) {
    this.facts = facts;
    this.scales = scales;
    words = facts.subject().words();
  }

  void fill(Page page) {
    page.section("scales");
    if (scales.sites().isEmpty()) {
      page.text("scales.empty", words.get("scales.empty"));
      return;
    }
    page.text("scales.title", title());
    page.text("scales.note", note());
    page.table("scales", table());
  }

  /** The national loss and the site that carries most of it. */
  String title() {
    ThreeScales.SiteLoss first = scales.sites().getFirst();
    return words.get(
        "scales.title",
        facts.subject().money().text(scales.nationalLoss()),
        facts.subject().names().site(first.site()),
        Numbers.percent(first.share()));
  }

  /** The sums of each scale, whether they agree, and why not or what was left out. */
  private String note() {
    String sums =
        words.get(
            ScalesTables.sumsAgree(scales) ? "scales.agree" : "scales.differ",
            facts.subject().money().text(scales.apart()),
            facts.subject().money().text(scales.firmLoss()),
            facts.subject().money().text(scales.sectorFall()),
            facts.subject().money().text(scales.nationalLoss()));
    String reasons =
        scales.reasons().stream()
            .sorted()
            .map(reason -> words.get("scales." + reason.name().toLowerCase(Locale.ROOT)))
            .collect(Collectors.joining(words.get("scales.between")));
    return reasons.isEmpty() ? sums : sums + words.get("scales.between") + reasons;
  }

  private ObjectNode table() {
    List<ThreeScales.SiteLoss> sites = scales.sites();
    Scale scale = Scale.of(sites.getFirst().carried(), words);
    String unit = facts.subject().money().unit(scale);
    PageTable table =
        new PageTable("scales_sites.csv", words)
            .words(words.get("column.site"))
            .words(words.get("column.firm"))
            .numbers(words.get("column.lost.days"), words.get("column.days"))
            .numbers(words.get("column.loss.alone"), unit)
            .numbers(words.get("column.share"), "")
            .numbers(words.get("column.carried"), unit);
    for (ThreeScales.SiteLoss site : sites.subList(0, Math.min(SHOWN, sites.size()))) {
      table.row(
          Cell.text(facts.subject().names().site(site.site())),
          Cell.text(facts.subject().names().firm(site.firm())),
          new Cell(Numbers.shown(site.lostDays()), site.lostDays()),
          Cell.scaled(site.alone(), scale),
          new Cell(Numbers.percent(site.share()), site.share()),
          Cell.scaled(site.carried(), scale));
    }
    return table.json();
  }
}
