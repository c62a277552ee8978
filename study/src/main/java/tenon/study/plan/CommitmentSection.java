package tenon.study.plan;

import tenon.respond.Activation;
import tenon.respond.ContractUse;
import tenon.respond.Plan;
import tenon.study.page.Page;
import tenon.study.page.PageTable;
import tenon.study.page.PageTable.Cell;
import tenon.study.recipe.Setting;
import tenon.study.text.Money;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tools.jackson.databind.node.ObjectNode;

/** What the plan commits to: standby sources paid for once, contracts, shares. */
final class CommitmentSection {
  private final PlanFacts facts;
  private final Plan plan;
  private final Words words;
  private final Money money;

  CommitmentSection(PlanFacts facts) {
    this.facts = facts;
    plan = facts.plan();
    words = facts.subject().words();
    money = facts.subject().money();
  }

  void fill(Page page) {
    boolean capped = facts.subject().recipe().number(Setting.PLAN_SHARE_CAP) < 1;
    if (plan.activations().isEmpty() && plan.contracts().isEmpty() && !capped) {
      return;
    }
    page.section("commitments");
    page.text(
        "commitments.title",
        words.get(
            "commitments.title",
            Numbers.count(plan.activations().size()),
            money.text(plan.cost().activation())));
    String note = plan.size().choices() > 0 ? proof() : "";
    if (!plan.contracts().isEmpty()) {
      String owed = money.text(plan.cost().unordered());
      String contracts = Numbers.count(plan.contracts().size());
      note = (note + " " + words.get("commitments.contracts", contracts, owed)).strip();
    }
    if (capped) {
      note = (note + " " + words.get("commitments.cap", money.text(plan.aboveCap()))).strip();
    }
    page.text("commitments.note", note);
    if (!plan.activations().isEmpty()) {
      page.table("activations", activations());
    }
    if (!plan.contracts().isEmpty()) {
      page.table("contracts", contracts());
    }
  }

  private String proof() {
    double gap = plan.size().gap();
    if (Double.isNaN(gap)) {
      return words.get("commitments.proof.none");
    }
    return gap == 0
        ? words.get("commitments.proof.best")
        : words.get("commitments.proof.gap", money.text(gap));
  }

  private ObjectNode activations() {
    PageTable table =
        new PageTable("activations.csv", words)
            .words(words.get("column.commitment"))
            .words(words.get("column.product"))
            .words(words.get("column.site"))
            .numbers(words.get("column.called"), "")
            .numbers(words.get("column.opens"), "")
            .numbers(words.get("column.first.used"), "")
            .numbers(words.get("column.total.units"), "")
            .numbers(words.get("column.activation"), "");
    for (Activation row : plan.activations()) {
      table.row(
          Cell.text(words.get(row.link() ? "source.link" : "source.recipe") + " " + row.rowId()),
          Cell.text(facts.product(row.productId())),
          Cell.text(facts.site(row.siteId())),
          Cell.count(row.decisionDay()),
          Cell.count(row.opensDay()),
          Cell.count(row.firstUsedDay()),
          new Cell(Numbers.shown(row.units()), row.units()),
          new Cell(money.text(row.cost()), row.cost()));
    }
    return table.json();
  }

  private ObjectNode contracts() {
    PageTable table =
        new PageTable("contracts.csv", words)
            .words(words.get("column.contract"))
            .words(words.get("column.minimum"))
            .numbers(words.get("column.to.order"), "")
            .numbers(words.get("column.missed"), "")
            .numbers(words.get("column.paid"), "");
    for (ContractUse row : plan.contracts()) {
      table.row(
          Cell.text(row.linkId()),
          Cell.text(words.get(row.purchase() ? "minimum.purchase" : "minimum.take_or_pay")),
          new Cell(Numbers.shown(row.dueUnits()), row.dueUnits()),
          new Cell(Numbers.shown(row.missedUnits()), row.missedUnits()),
          new Cell(money.text(row.paid()), row.paid()));
    }
    return table.json();
  }
}
