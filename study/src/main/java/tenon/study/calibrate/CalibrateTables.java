package tenon.study.calibrate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tenon.model.Chain;
import tenon.study.calibrate.Calibration.Fitted;
import tenon.study.calibrate.Calibration.Yield;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.twin.fidelity.LawFit;
import tenon.twin.fidelity.Score;

/** Tables of a calibration, by the keys of the package. */
final class CalibrateTables {
  private static final List<String> COLUMNS =
      List.of(
          "kind",
          "site_id",
          "product_id",
          "link_id",
          "recipe_id",
          "distribution",
          "mean",
          "mean_low",
          "mean_high",
          "sd",
          "sd_low",
          "sd_high",
          "before",
          "fit_p",
          "autocorrelation",
          "fitted",
          "held_back",
          "coverage",
          "crps",
          "crps_of_history",
          "skill",
          "sum",
          "sum_low",
          "sum_high",
          "seasons",
          "zero_share",
          "zero_share_low",
          "zero_share_high",
          "inferred");

  private final Chain chain;
  private final Calibration calibration;

  CalibrateTables(Chain chain, Calibration calibration) {
    this.chain = chain;
    this.calibration = calibration;
  }

  List<Table> all() {
    List<List<String>> rows = new ArrayList<>();
    calibration.fitted.forEach(one -> rows.add(List.copyOf(cells(one).values())));
    calibration.yields.forEach(one -> rows.add(List.copyOf(cells(one, COLUMNS).values())));
    List<List<String>> tried = new ArrayList<>();
    for (Fitted one : calibration.fitted) {
      for (LawFit.Candidate candidate : one.fit().candidates()) {
        tried.add(
            List.of(
                one.kind(),
                one.site(),
                one.product(),
                one.link() < 0 ? "" : chain.links().keys().key(one.link()),
                candidate.law().family().title(),
                Numbers.exactCell(candidate.law().mean()),
                Numbers.exactCell(candidate.law().sd()),
                Numbers.exactCell(candidate.aic()),
                candidate.seasons(),
                Numbers.exactCell(candidate.law().zeroShare()),
                inferred(one)));
      }
    }
    return List.of(
        new Table("fits.csv", COLUMNS, rows),
        new Table(
            "candidates.csv",
            List.of(
                "kind",
                "site_id",
                "product_id",
                "link_id",
                "distribution",
                "mean",
                "sd",
                "aic",
                "seasons",
                "zero_share",
                "inferred"),
            tried),
        seasons(),
        new Table(
            "scores.csv",
            List.of(
                "kind",
                "by",
                "id",
                "series",
                "held_back",
                "coverage",
                "coverage_low",
                "coverage_high",
                "sums_inside",
                "crps_in_means",
                "skill",
                "coverage_expected"),
            scores()));
  }

  private Table seasons() {
    List<List<String>> rows = new ArrayList<>();
    for (Fitted one : calibration.fitted) {
      for (Seasonal factor : Seasonal.of(one)) {
        rows.add(
            List.of(
                one.site(),
                one.product(),
                factor.period(),
                Numbers.exactCell(factor.factor()),
                Numbers.exactCell(factor.interval().low()),
                Numbers.exactCell(factor.interval().high()),
                Integer.toString(factor.days())));
      }
    }
    return new Table(
        "seasons.csv",
        List.of("site_id", "product_id", "period", "factor", "low", "high", "days"),
        rows);
  }

  private List<List<String>> scores() {
    List<List<String>> rows = new ArrayList<>();
    for (String kind : List.of("demand", "lead_time")) {
      List<Fitted> fitted = calibration.of(kind);
      add(rows, kind, "all", Scores.by(fitted, _ -> ""));
      add(rows, kind, "site", Scores.by(fitted, Fitted::site));
      add(rows, kind, "product", Scores.by(fitted, Fitted::product));
    }
    return rows;
  }

  private static void add(List<List<String>> rows, String kind, String by, List<Scores> scores) {
    for (Scores one : scores) {
      rows.add(
          List.of(
              kind,
              by,
              one.name(),
              Integer.toString(one.series()),
              Integer.toString(one.count()),
              Numbers.exactCell(one.coverage()),
              Numbers.exactCell(one.interval()[0]),
              Numbers.exactCell(one.interval()[1]),
              Integer.toString(one.sumsInside()),
              Numbers.exactCell(one.crps()),
              Numbers.exactCell(one.skill()),
              Numbers.exactCell(one.expected())));
    }
  }

  private Map<String, String> cells(Fitted one) {
    Map<String, String> cells = new LinkedHashMap<>();
    LawFit fit = one.fit();
    cells.put("kind", one.kind());
    cells.put("site_id", one.site());
    cells.put("product_id", one.product());
    cells.put("link_id", one.link() < 0 ? "" : chain.links().keys().key(one.link()));
    cells.put("recipe_id", "");
    cells.put("distribution", fit.law().family().title());
    cells.put("mean", Numbers.exactCell(fit.law().mean()));
    cells.put("mean_low", Numbers.exactCell(fit.mean().low()));
    cells.put("mean_high", Numbers.exactCell(fit.mean().high()));
    cells.put("sd", Numbers.exactCell(fit.law().sd()));
    cells.put("sd_low", Numbers.exactCell(fit.sd().low()));
    cells.put("sd_high", Numbers.exactCell(fit.sd().high()));
    cells.put("before", Numbers.exactCell(before(one)));
    cells.put("fit_p", Numbers.exactCell(fit.fitP()));
    cells.put("autocorrelation", Numbers.exactCell(fit.autocorrelation()));
    cells.put("fitted", Integer.toString(fit.count()));
    Score score = one.score();
    cells.put("held_back", Integer.toString(score == null ? 0 : score.count()));
    cells.put("coverage", score == null ? "" : Numbers.exactCell(score.coverage()));
    cells.put("crps", score == null ? "" : Numbers.exactCell(score.crps()));
    cells.put("crps_of_history", score == null ? "" : Numbers.exactCell(score.reference()));
    cells.put("skill", score == null ? "" : Numbers.exactCell(score.skill()));
    cells.put("sum", score == null ? "" : Numbers.exactCell(score.sum()));
    cells.put("sum_low", score == null ? "" : Numbers.exactCell(score.sumLow()));
    cells.put("sum_high", score == null ? "" : Numbers.exactCell(score.sumHigh()));
    cells.put("seasons", fit.seasons().title());
    cells.put("zero_share", Numbers.exactCell(fit.law().zeroShare()));
    cells.put("zero_share_low", Numbers.exactCell(fit.zeroShare().low()));
    cells.put("zero_share_high", Numbers.exactCell(fit.zeroShare().high()));
    cells.put("inferred", inferred(one));
    return cells;
  }

  /** Whether the link is one that nobody declared; blank where there is no link. */
  private String inferred(Fitted one) {
    return one.link() < 0 ? "" : Boolean.toString(chain.links().inferred(one.link()));
  }

  /** What the package said before; NaN where it said nothing. */
  private double before(Fitted one) {
    if (one.link() >= 0) {
      return chain.links().leadTimeDays(one.link());
    }
    for (int row = 0; row < chain.demands().count(); row++) {
      if (chain.sites().keys().key(chain.demands().site(row)).equals(one.site())
          && chain.products().keys().key(chain.demands().product(row)).equals(one.product())) {
        return chain.demands().meanPerDay(row);
      }
    }
    return Double.NaN;
  }

  private Map<String, String> cells(Yield one, Iterable<String> columns) {
    Map<String, String> cells = new LinkedHashMap<>();
    columns.forEach(column -> cells.put(column, ""));
    int recipe = one.recipe();
    cells.put("kind", "yield");
    cells.put("site_id", chain.sites().keys().key(chain.recipes().site(recipe)));
    cells.put("product_id", chain.products().keys().key(chain.recipes().product(recipe)));
    cells.put("recipe_id", chain.recipes().keys().key(recipe));
    cells.put("mean", Numbers.exactCell(one.fit().share()));
    cells.put("mean_low", Numbers.exactCell(one.fit().interval().low()));
    cells.put("mean_high", Numbers.exactCell(one.fit().interval().high()));
    cells.put("before", Numbers.exactCell(chain.recipes().goodShare(recipe)));
    cells.put("fitted", Integer.toString(one.fit().count()));
    cells.put("held_back", "0");
    return cells;
  }
}
