package tenon.study.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tenon.respond.Activation;
import tenon.respond.Contest;
import tenon.respond.ContractUse;
import tenon.respond.Coverage;
import tenon.respond.DemandLoss;
import tenon.respond.Move;
import tenon.respond.PairedDifference;
import tenon.respond.Price;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.twin.site.Trajectory;

/** The tables of this part, by the keys of the package. */
final class PlanTables {
  /** Columns of {@code plan.csv}. */
  static final List<String> COLUMNS =
      List.of(
          "what",
          "link_or_recipe_id",
          "product_id",
          "from_site_id",
          "to_site_id",
          "first_day",
          "last_day",
          "usual_per_day",
          "planned_per_day",
          "standby",
          "instead_of",
          "worth",
          "inferred",
          "confidence");

  private final PlanFacts facts;

  PlanTables(PlanFacts facts) {
    this.facts = facts;
  }

  List<Table> all() {
    List<Table> tables = new ArrayList<>(List.of(plan(), effect(), losses(), coverage(), prices()));
    if (!facts.plan().activations().isEmpty()) {
      tables.add(activations());
    }
    if (!facts.plan().contracts().isEmpty()) {
      tables.add(contracts());
    }
    tables.addAll(facts.cases().tables(facts.plan()));
    Contest contest = facts.contest();
    if (contest != null) {
      tables.add(compare(contest));
    }
    return List.copyOf(tables);
  }

  /**
   * What each way to answer loses on the twin, and by how much it is better than the greedy one.
   */
  private static Table compare(Contest contest) {
    List<List<String>> rows = new ArrayList<>();
    for (Contest.Entry entry : contest.entries()) {
      rows.add(
          List.of(
              word(entry.way()),
              Integer.toString(entry.trajectory().replications()),
              Numbers.cell(entry.trajectory().loss().mean()),
              Numbers.cell(entry.saved().mean()),
              Numbers.cell(entry.saved().interval().low()),
              Numbers.cell(entry.saved().interval().high())));
    }
    return new Table(
        "compare.csv",
        List.of(
            "response", "replications", "loss", "saved_against_greedy", "saved_low", "saved_high"),
        rows);
  }

  /** What, where, how much, from when to when, instead of what. */
  private Table plan() {
    List<List<String>> rows = new ArrayList<>();
    for (Move move : facts.plan().moves()) {
      rows.add(
          List.of(
              word(move.kind()),
              move.rowId(),
              move.productId(),
              move.fromSiteId(),
              move.toSiteId(),
              Integer.toString(move.firstDay()),
              Integer.toString(move.firstDayAfter() - 1),
              Numbers.cell(move.usualPerDay()),
              Numbers.cell(move.plannedPerDay()),
              Boolean.toString(move.standby()),
              String.join(" ", move.insteadOf()),
              Numbers.cell(move.worth()),
              Boolean.toString(!facts.inferred(move).isEmpty()),
              facts.link(move) < 0
                  ? ""
                  : Numbers.cell(facts.chain().links().confidence(facts.link(move)))));
    }
    return new Table("plan.csv", COLUMNS, rows);
  }

  /** What the responses lose on the twin, and by how much the plan is better, with intervals. */
  private Table effect() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(effect("nothing", facts.comparison().nothing(), null));
    rows.add(
        effect(
            "own_rule", facts.comparison().ownRule(), facts.comparison().ownRuleAgainstNothing()));
    rows.add(effect("plan", facts.comparison().planned(), facts.comparison().planAgainstNothing()));
    return new Table(
        "effect.csv",
        List.of(
            "response",
            "loss",
            "loss_var95",
            "loss_cvar95",
            "least_service",
            "ttr_days_median",
            "saved_against_nothing",
            "saved_low",
            "saved_high"),
        rows);
  }

  private static List<String> effect(
      String name, Trajectory trajectory, @Nullable PairedDifference saved) {
    return List.of(
        name,
        Numbers.cell(trajectory.loss().mean()),
        Numbers.cell(trajectory.loss().valueAtRisk()),
        Numbers.cell(trajectory.loss().tailMean()),
        Numbers.cell(trajectory.total().robustness().mean()),
        Numbers.cell(trajectory.total().timeToRecoverDays().median()),
        saved == null ? "" : Numbers.cell(saved.mean()),
        saved == null ? "" : Numbers.cell(saved.interval().low()),
        saved == null ? "" : Numbers.cell(saved.interval().high()));
  }

  /** Losses in the programme, by demand, with and without the plan. */
  private Table losses() {
    List<List<String>> rows = new ArrayList<>();
    for (DemandLoss row : facts.plan().demands()) {
      rows.add(
          List.of(
              row.siteId(),
              row.productId(),
              Numbers.cell(row.withoutPlan().lostUnits()),
              Numbers.cell(row.withPlan().lostUnits()),
              Numbers.cell(row.withoutPlan().lostMargin()),
              Numbers.cell(row.withPlan().lostMargin()),
              Numbers.cell(row.withoutPlan().lateUnitDays()),
              Numbers.cell(row.withPlan().lateUnitDays())));
    }
    return new Table(
        "losses_planned.csv",
        List.of(
            "site_id",
            "product_id",
            "lost_units_without",
            "lost_units_with",
            "lost_margin_without",
            "lost_margin_with",
            "late_unit_days_without",
            "late_unit_days_with"),
        rows);
  }

  private Table coverage() {
    List<List<String>> rows = new ArrayList<>();
    for (Coverage row : facts.coverage()) {
      rows.add(
          List.of(
              row.siteId(),
              row.productId(),
              Numbers.cell(row.lostPerDay()),
              Integer.toString(row.makersElsewhere()),
              Numbers.cell(row.sparePerDay()),
              Numbers.cell(row.coverablePerDay()),
              Numbers.cell(row.deliveredPerDay()),
              word(row.gap())));
    }
    return new Table(
        "coverage.csv",
        List.of(
            "site_id",
            "product_id",
            "lost_per_day",
            "makers_elsewhere",
            "spare_per_day",
            "coverable_per_day",
            "delivered_per_day",
            "gap"),
        rows);
  }

  private Table prices() {
    List<List<String>> rows = new ArrayList<>();
    for (Price price : facts.plan().prices()) {
      rows.add(
          List.of(
              word(price.kind()),
              price.rowId(),
              price.siteId(),
              price.productId(),
              Integer.toString(price.firstDay()),
              Integer.toString(price.firstDayAfter() - 1),
              Numbers.cell(price.perUnit()),
              Boolean.toString(!facts.inferred(price).isEmpty())));
    }
    return new Table(
        "prices.csv",
        List.of(
            "scarce",
            "link_or_recipe_id",
            "site_id",
            "product_id",
            "first_day",
            "last_day",
            "saved_per_unit",
            "inferred"),
        rows);
  }

  /** Standby sources that the plan takes into use, and what that costs once. */
  private Table activations() {
    List<List<String>> rows = new ArrayList<>();
    for (Activation row : facts.plan().activations()) {
      rows.add(
          List.of(
              row.link() ? "link" : "recipe",
              row.rowId(),
              row.productId(),
              row.siteId(),
              Integer.toString(row.decisionDay()),
              Integer.toString(row.opensDay()),
              Integer.toString(row.firstUsedDay()),
              Numbers.cell(row.units()),
              Numbers.cell(row.cost())));
    }
    return new Table(
        "activations.csv",
        List.of(
            "source",
            "link_or_recipe_id",
            "product_id",
            "site_id",
            "called_day",
            "opens_day",
            "first_used_day",
            "units",
            "activation_cost"),
        rows);
  }

  /** What contracts oblige to order, and what is missed or paid for. */
  private Table contracts() {
    List<List<String>> rows = new ArrayList<>();
    for (ContractUse row : facts.plan().contracts()) {
      rows.add(
          List.of(
              row.linkId(),
              row.purchase() ? "purchase" : "take_or_pay",
              Numbers.cell(row.dueUnits()),
              Numbers.cell(row.missedUnits()),
              Numbers.cell(row.paid())));
    }
    return new Table(
        "contracts.csv",
        List.of("link_id", "minimum_kind", "due_units", "missed_units", "paid"),
        rows);
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
