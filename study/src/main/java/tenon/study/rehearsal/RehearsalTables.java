package tenon.study.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import tenon.model.Interval;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.twin.site.Attribution;
import tenon.twin.site.Bullwhips;
import tenon.twin.site.Controlled;
import tenon.twin.site.Costs;
import tenon.twin.site.DemandOutcome;
import tenon.twin.site.Liquidity;
import tenon.twin.site.Loss;
import tenon.twin.site.Outcome;
import tenon.twin.site.Perished;
import tenon.twin.site.Purchases;
import tenon.twin.site.ServiceCurve;
import tenon.twin.site.Spread;
import tenon.twin.site.Starvation;

/** The tables of this part, by the keys of the package. */
final class RehearsalTables {
  private final RehearsalFacts facts;

  RehearsalTables(RehearsalFacts facts) {
    this.facts = facts;
  }

  List<Table> all() {
    List<Table> tables =
        new ArrayList<>(List.of(service(), resilience(), demands(), transmission()));
    Attribution attribution = facts.attribution();
    if (attribution != null) {
      tables.add(attribution(attribution));
    }
    tables.add(bullwhip());
    if (!facts.trajectory().costs().items().isEmpty()) {
      tables.add(costs());
    }
    if (!facts.trajectory().perished().isEmpty()) {
      tables.add(perished());
    }
    Purchases purchases = facts.trajectory().purchases();
    if (purchases != null) {
      tables.add(purchases(purchases));
    }
    Liquidity liquidity = facts.liquidity();
    if (liquidity != null) {
      tables.add(cash(liquidity));
    }
    if (!facts.loads().sites().isEmpty()) {
      tables.addAll(new NodeTables(facts.loads()).all());
    }
    return List.copyOf(tables);
  }

  /** Cash of each firm whose cash can run out, by day. */
  private static Table cash(Liquidity liquidity) {
    List<List<String>> rows = new ArrayList<>();
    for (Liquidity.Firm firm : liquidity.firms()) {
      int number = 0;
      for (Liquidity.Day day : firm.days()) {
        rows.add(
            List.of(
                Integer.toString(number++),
                firm.firmId(),
                Numbers.cell(day.cash().mean()),
                Numbers.cell(day.cash().low()),
                Numbers.cell(day.cash().high()),
                Numbers.cell(day.overdue()),
                Numbers.cell(day.stopped())));
      }
    }
    return new Table(
        "cash.csv",
        List.of("day", "firm_id", "cash", "low", "high", "overdue", "stopped_share"),
        rows);
  }

  /** Service of all demands together, by day. */
  private Table service() {
    ServiceCurve curve = facts.trajectory().total().service();
    ServiceCurve fill = facts.fillRate();
    List<List<String>> rows = new ArrayList<>();
    for (int day = 0; day < curve.days(); day++) {
      rows.add(
          List.of(
              Integer.toString(day),
              Numbers.cell(curve.mean(day)),
              Numbers.cell(curve.low(day)),
              Numbers.cell(curve.high(day)),
              Numbers.cell(fill.mean(day)),
              Numbers.cell(fill.low(day)),
              Numbers.cell(fill.high(day))));
    }
    return new Table(
        "service.csv",
        List.of("day", "service", "low", "high", "fill_rate", "fill_low", "fill_high"),
        rows);
  }

  /** The triangle of resilience and what it costs, each with its interval and its band. */
  private Table resilience() {
    Outcome total = facts.trajectory().total();
    List<List<String>> rows = new ArrayList<>();
    rows.add(measure("performance_loss_days", total.performanceLossDays()));
    rows.add(measure("resilience", total.resilience()));
    rows.add(measure("robustness", total.robustness()));
    rows.add(measure("rapidity_per_day", total.rapidityPerDay()));
    rows.add(measure("tts_days", total.timeToSurviveDays()));
    rows.add(measure("ttr_days", total.timeToRecoverDays()));
    Loss loss = facts.trajectory().loss();
    rows.add(measure("loss", loss.spread()));
    Controlled controlled = facts.trajectory().controlled();
    if (controlled != null) {
      rows.add(risk("loss_controlled", controlled.mean(), controlled.interval()));
    }
    rows.add(risk("loss_var_95", loss.valueAtRisk(), loss.riskInterval()));
    rows.add(risk("loss_cvar_95", loss.tailMean(), loss.tailInterval()));
    return new Table(
        "resilience.csv",
        List.of("measure", "mean", "mean_low", "mean_high", "q05", "median", "q95"),
        rows);
  }

  /** A number of the distribution itself; it has an interval and no quantiles. */
  private static List<String> risk(String name, double value, Interval interval) {
    return List.of(
        name,
        Numbers.cell(value),
        Numbers.cell(interval.low()),
        Numbers.cell(interval.high()),
        "",
        "",
        "");
  }

  private Table costs() {
    List<List<String>> rows = new ArrayList<>();
    for (Costs.Item item : facts.trajectory().costs().items()) {
      rows.add(
          List.of(
              item.kind().name().toLowerCase(Locale.ROOT),
              Numbers.cell(item.cost().mean()),
              Numbers.cell(item.cost().interval().low()),
              Numbers.cell(item.cost().interval().high()),
              Numbers.cell(item.undisturbed().mean()),
              Numbers.cell(item.more().mean()),
              Numbers.cell(item.more().interval().low()),
              Numbers.cell(item.more().interval().high())));
    }
    return new Table(
        "costs.csv",
        List.of("item", "mean", "low", "high", "undisturbed", "more", "more_low", "more_high"),
        rows);
  }

  private Table perished() {
    List<List<String>> rows = new ArrayList<>();
    for (Perished one : facts.trajectory().perished()) {
      rows.add(
          List.of(
              one.siteId(),
              one.productId(),
              Integer.toString(one.shelfLifeDays()),
              Numbers.cell(one.units().mean()),
              Numbers.cell(one.units().low()),
              Numbers.cell(one.units().high()),
              Numbers.cell(one.undisturbed().mean())));
    }
    return new Table(
        "perished.csv",
        List.of("site_id", "product_id", "shelf_life_days", "units", "q05", "q95", "undisturbed"),
        rows);
  }

  private static List<String> measure(String name, Spread spread) {
    boolean known = !Double.isNaN(spread.mean());
    return List.of(
        name,
        Numbers.cell(spread.mean()),
        known ? Numbers.cell(spread.meanInterval().low()) : "",
        known ? Numbers.cell(spread.meanInterval().high()) : "",
        Numbers.cell(spread.low()),
        Numbers.cell(spread.median()),
        Numbers.cell(spread.high()));
  }

  private Table demands() {
    List<List<String>> rows = new ArrayList<>();
    for (DemandOutcome row : facts.trajectory().demands()) {
      Outcome outcome = row.outcome();
      rows.add(
          List.of(
              row.siteId(),
              row.productId(),
              Numbers.cell(outcome.robustness().mean()),
              Numbers.cell(outcome.performanceLossDays().mean()),
              Numbers.cell(outcome.timeToSurviveDays().median()),
              Numbers.cell(outcome.timeToRecoverDays().median()),
              Numbers.cell(outcome.recoveredShare()),
              Numbers.cell(row.lostUnits().mean()),
              Numbers.cell(row.lostUnits().low()),
              Numbers.cell(row.lostUnits().high()),
              Numbers.cell(row.moreLostUnits().mean()),
              Numbers.cell(row.lateUnitDays().mean())));
    }
    return new Table(
        "demands.csv",
        List.of(
            "site_id",
            "product_id",
            "least_service",
            "performance_loss_days",
            "tts_days_median",
            "ttr_days_median",
            "recovered_share",
            "lost_units",
            "lost_units_low",
            "lost_units_high",
            "more_lost_units",
            "late_unit_days"),
        rows);
  }

  private Table transmission() {
    List<List<String>> rows = new ArrayList<>();
    for (Starvation step : facts.trajectory().path()) {
      rows.add(
          List.of(
              Integer.toString(rows.size() + 1),
              Integer.toString(step.firstDay()),
              step.siteId(),
              step.productId(),
              Numbers.cell(step.missingUnits()),
              Causes.kind(step.cause()),
              Causes.via(step.cause()),
              Causes.source(step.cause())));
    }
    return new Table(
        "transmission.csv",
        List.of("step", "day", "site_id", "product_id", "missing_units", "cause", "via", "source"),
        rows);
  }

  /** What of the loss is due to what; the rows add up to the loss. */
  private static Table attribution(Attribution attribution) {
    List<List<String>> rows = new ArrayList<>();
    List<Attribution.Part> parts = new ArrayList<>(attribution.shares());
    if (attribution.rule() == Attribution.Rule.LAST) {
      parts.add(attribution.together());
    }
    for (Attribution.Part part : parts) {
      rows.add(
          List.of(
              kind(part),
              part.disruption() >= 0
                  ? Integer.toString(part.disruption() + 1)
                  : Objects.requireNonNullElse(part.hazard(), ""),
              Numbers.cell(part.loss()),
              Numbers.cell(part.interval().low()),
              Numbers.cell(part.interval().high()),
              Numbers.cell(part.share()),
              attribution.rule().name().toLowerCase(Locale.ROOT)));
    }
    return new Table(
        "attribution.csv",
        List.of("kind", "cause", "loss", "loss_low", "loss_high", "share", "rule"),
        rows);
  }

  private Table purchases(Purchases purchases) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(amount("purchases", purchases.cost()));
    rows.add(amount("purchases_undisturbed", purchases.undisturbed()));
    rows.add(amount("dearer", purchases.dearer()));
    rows.add(amount("of_which_tariffs", purchases.tariffs()));
    if (facts.trajectory().loss().inMoney()) {
      rows.add(amount("loss_and_dearer", purchases.withLoss()));
    }
    return new Table("purchases.csv", List.of("item", "mean", "low", "high"), rows);
  }

  private static List<String> amount(String item, Purchases.Amount amount) {
    return List.of(
        item,
        Numbers.cell(amount.mean()),
        Numbers.cell(amount.interval().low()),
        Numbers.cell(amount.interval().high()));
  }

  private static String kind(Attribution.Part part) {
    if (part.disruption() >= 0) {
      return "disruption";
    }
    return part.hazard() == null ? "together" : "hazard";
  }

  private Table bullwhip() {
    List<List<String>> rows = new ArrayList<>();
    for (Bullwhips.Echelon echelon : facts.bullwhips().echelons()) {
      rows.add(
          List.of(
              Integer.toString(echelon.number()),
              Integer.toString(echelon.nodes()),
              Numbers.cell(echelon.undisturbed()),
              Numbers.cell(echelon.undisturbedInterval().low()),
              Numbers.cell(echelon.undisturbedInterval().high()),
              Numbers.cell(echelon.ratio()),
              Numbers.cell(echelon.interval().low()),
              Numbers.cell(echelon.interval().high())));
    }
    return new Table(
        "bullwhip.csv",
        List.of(
            "echelon",
            "nodes",
            "undisturbed",
            "undisturbed_low",
            "undisturbed_high",
            "ratio",
            "ratio_low",
            "ratio_high"),
        rows);
  }
}
