package tenon.study.rehearsal;

import java.util.Comparator;
import java.util.List;
import tenon.study.page.Page;
import tenon.study.page.PageTable;
import tenon.study.page.PageTable.Cell;
import tenon.study.text.Numbers;
import tenon.study.text.Scale;
import tenon.study.text.Words;
import tenon.twin.site.Liquidity;
import tools.jackson.databind.node.ObjectNode;

/** Whose cash runs out, when, and how far it falls. */
final class CashSection {
  private final RehearsalFacts facts;
  private final Words words;

  CashSection(RehearsalFacts facts) {
    this.facts = facts;
    words = facts.subject().words();
  }

  void fill(Page page) {
    Liquidity liquidity = facts.liquidity();
    page.section("cash");
    if (liquidity == null) {
      page.text("cash.empty", words.get("cash.empty"));
      return;
    }
    List<Liquidity.Firm> firms =
        liquidity.firms().stream()
            .sorted(
                Comparator.comparingDouble(Liquidity.Firm::stopped)
                    .reversed()
                    .thenComparingDouble(Liquidity.Firm::firstDay))
            .toList();
    page.text("cash.title", title(firms));
    page.text("cash.note", words.get("cash.note", Numbers.count(liquidity.replications())));
    page.table("cash", table(firms));
  }

  private static Liquidity.Day least(Liquidity.Firm firm) {
    return firm.days().get(firm.leanest());
  }

  private String title(List<Liquidity.Firm> firms) {
    long stopped = firms.stream().filter(firm -> firm.stopped() > 0).count();
    Liquidity.Firm first = firms.getFirst();
    return stopped == 0
        ? words.get("cash.title.none", Numbers.count(firms.size()))
        : words.get(
            "cash.title",
            Numbers.count(stopped),
            Numbers.count(firms.size()),
            name(first),
            Numbers.percent(first.stopped()),
            Numbers.percent(first.stoppedUndisturbed()));
  }

  private String name(Liquidity.Firm firm) {
    return facts.subject().names().firm(facts.chain().firms().keys().id(firm.firmId()));
  }

  private ObjectNode table(List<Liquidity.Firm> firms) {
    double most =
        firms.stream().mapToDouble(firm -> Math.abs(least(firm).cash().mean())).max().orElse(0);
    Scale scale = Scale.of(most, words);
    String unit = facts.subject().money().unit(scale);
    PageTable table =
        new PageTable("cash.csv", words)
            .words(words.get("column.firm"))
            .numbers(words.get("column.stopped"), "")
            .numbers(words.get("column.stopped.undisturbed"), "")
            .numbers(words.get("column.first.stop"), words.get("column.day"))
            .numbers(words.get("column.least.cash"), unit)
            .numbers(words.get("column.interval"), unit)
            .numbers(words.get("column.overdue"), unit);
    for (Liquidity.Firm firm : firms) {
      Liquidity.Day day = least(firm);
      double owed = firm.days().stream().mapToDouble(Liquidity.Day::overdue).max().orElse(0);
      boolean never = Double.isInfinite(firm.firstDay());
      table.row(
          Cell.text(name(firm)),
          new Cell(Numbers.percent(firm.stopped()), firm.stopped()),
          new Cell(Numbers.percent(firm.stoppedUndisturbed()), firm.stoppedUndisturbed()),
          new Cell(never ? "" : Numbers.days(firm.firstDay()), firm.firstDay()),
          amount(scale, day.cash().mean()),
          new Cell(
              Numbers.shown(scale.of(day.cash().low()))
                  + " … "
                  + Numbers.shown(scale.of(day.cash().high())),
              day.cash().low()),
          amount(scale, owed));
    }
    return table.json();
  }

  private static Cell amount(Scale scale, double amount) {
    return new Cell(Numbers.shown(scale.of(amount)), amount);
  }
}
