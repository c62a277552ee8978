package tenon.study.rehearsal;

import java.util.ArrayList;
import java.util.List;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.twin.site.DemandOutcome;
import tenon.twin.site.Outcome;
import tenon.twin.site.ServiceCurve;
import tenon.twin.site.Starvation;

/** The tables of this part, by the keys of the package. */
final class RehearsalTables {
  private final RehearsalFacts facts;

  RehearsalTables(RehearsalFacts facts) {
    this.facts = facts;
  }

  List<Table> all() {
    return List.of(service(), demands(), transmission());
  }

  /** Service of all demands together, by day. */
  private Table service() {
    ServiceCurve curve = facts.trajectory().total().service();
    List<List<String>> rows = new ArrayList<>();
    for (int day = 0; day < curve.days(); day++) {
      rows.add(
          List.of(
              Integer.toString(day),
              Numbers.cell(curve.mean(day)),
              Numbers.cell(curve.low(day)),
              Numbers.cell(curve.high(day))));
    }
    return new Table("service.csv", List.of("day", "service", "low", "high"), rows);
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
}
