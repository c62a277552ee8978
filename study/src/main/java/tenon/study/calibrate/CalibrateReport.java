package tenon.study.calibrate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tenon.model.Chain;
import tenon.model.Interval;
import tenon.packages.PackageInfo;
import tenon.study.calibrate.Calibration.Fitted;
import tenon.study.calibrate.Calibration.Yield;
import tenon.study.chart.Axis;
import tenon.study.chart.Histogram;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.document.Document;
import tenon.study.page.Json;
import tenon.study.text.Labels;
import tenon.study.text.Names;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tenon.twin.fidelity.LawFit;
import tenon.twin.fidelity.Score;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Words, JSON and pages of a calibration. */
final class CalibrateReport {
  private static final int SHOWN_ROWS = 60;
  private static final int BINS = 10;

  private final Chain chain;
  private final PackageInfo info;
  private final Calibration calibration;
  private final Words words;
  private final Names names;

  CalibrateReport(Chain chain, PackageInfo info, Calibration calibration, Locale locale) {
    this.chain = chain;
    this.info = info;
    this.calibration = calibration;
    words = new Words(locale);
    names = new Names(chain, words);
  }

  private static String day(long day) {
    return LocalDate.ofEpochDay(day).toString();
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        words.get(
            "calibrate.fitted",
            Integer.toString(calibration.of("demand").size()),
            Integer.toString(calibration.of("lead_time").size()),
            Integer.toString(calibration.yields.size()),
            day(calibration.first),
            day(calibration.until)));
    long weekly =
        calibration.of("demand").stream().filter(one -> one.fit().seasons().week() != null).count();
    long yearly =
        calibration.of("demand").stream().filter(one -> one.fit().seasons().year() != null).count();
    long zeros =
        calibration.of("demand").stream().filter(one -> one.fit().law().zeroShare() > 0).count();
    if (weekly + yearly + zeros > 0) {
      lines.add(
          words.get(
              "calibrate.patterns",
              Long.toString(weekly),
              Long.toString(yearly),
              Long.toString(zeros)));
    }
    for (String kind : List.of("demand", "lead_time")) {
      Scores scores = Scores.of("", calibration.of(kind));
      if (scores != null) {
        double[] ends = scores.interval();
        lines.add(
            words.get(
                "calibrate.score." + kind,
                Numbers.count(scores.count()),
                Numbers.percentFine(scores.coverage()),
                Numbers.percentFine(ends[0]),
                Numbers.percentFine(ends[1]),
                Numbers.fixed(scores.crps(), 3),
                Numbers.percentFine(scores.skill()),
                Integer.toString(scores.sumsInside()),
                Integer.toString(scores.series()),
                Numbers.percentFine(scores.expected())));
        lines.add(words.get(verdict(ends, scores.expected())));
      }
    }
    if (Scores.of("", calibration.fitted) == null) {
      lines.add(words.get("calibrate.unscored"));
    }
    return lines;
  }

  /** Whether the interval of the coverage holds what is right, or lies to one side of it. */
  private static String verdict(double[] ends, double right) {
    if (ends[1] < right) {
      return "calibrate.narrow";
    }
    return ends[0] > right ? "calibrate.wide" : "calibrate.right";
  }

  ObjectNode json() {
    ObjectNode root = Json.object();
    root.put("first_day", day(calibration.first));
    root.put("fitted_until", day(calibration.until));
    root.put("last_day", day(calibration.last));
    ArrayNode all = root.putArray("scores");
    for (String kind : List.of("demand", "lead_time")) {
      Scores scores = Scores.of("", calibration.of(kind));
      if (scores != null) {
        ObjectNode node = all.addObject();
        node.put("kind", kind);
        node.put("series", scores.series());
        node.put("held_back", scores.count());
        node.set("coverage", Json.exact(scores.coverage()));
        node.set("coverage_expected", Json.exact(scores.expected()));
        node.set("coverage_interval", Json.exact(scores.interval()));
        node.put("sums_inside", scores.sumsInside());
        node.set("crps_in_means", Json.exact(scores.crps()));
        node.set("skill", Json.exact(scores.skill()));
      }
    }
    ArrayNode fits = root.putArray("fits");
    for (Fitted one : calibration.fitted) {
      ObjectNode node = fits.addObject();
      node.put("kind", one.kind());
      node.put("site_id", one.site());
      node.put("product_id", one.product());
      if (one.link() >= 0) {
        node.put("link_id", chain.links().keys().key(one.link()));
        node.put("inferred", chain.links().inferred(one.link()));
      }
      LawFit fit = one.fit();
      node.put("distribution", fit.law().family().title());
      node.set("mean", Json.exact(fit.law().mean()));
      node.set("mean_interval", ends(fit.mean()));
      node.set("sd", Json.exact(fit.law().sd()));
      node.set("sd_interval", ends(fit.sd()));
      node.put("seasons", fit.seasons().title());
      node.set("zero_share", Json.exact(fit.law().zeroShare()));
      node.set("zero_share_interval", ends(fit.zeroShare()));
      node.set("fit_p", Json.exact(fit.fitP()));
      node.put("fitted", fit.count());
      Score score = one.score();
      if (score != null) {
        node.put("held_back", score.count());
        node.set("coverage", Json.exact(score.coverage()));
        node.set("crps", Json.exact(score.crps()));
        node.set("skill", Json.exact(score.skill()));
      }
    }
    for (Yield one : calibration.yields) {
      ObjectNode node = fits.addObject();
      node.put("kind", "yield");
      node.put("recipe_id", chain.recipes().keys().key(one.recipe()));
      node.set("mean", Json.exact(one.fit().share()));
      node.set("mean_interval", ends(one.fit().interval()));
      node.put("fitted", one.fit().count());
    }
    return root;
  }

  private static ArrayNode ends(Interval interval) {
    return Json.exact(new double[] {interval.low(), interval.high()});
  }

  Document document() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Points(lines()));
    double[] ranks =
        calibration.of("demand").stream()
            .map(Fitted::score)
            .filter(score -> score != null)
            .flatMapToDouble(score -> Arrays.stream(score.ranks()))
            .toArray();
    if (ranks.length > 0) {
      blocks.add(
          new Block.Figure(
              "ranks",
              words.get("calibrate.ranks"),
              Histogram.of(
                  Axis.of(words.get("calibrate.ranks.x"), 0, 1),
                  words.get("calibrate.ranks.y"),
                  ranks,
                  BINS,
                  List.of()),
              List.of(words.get("calibrate.ranks.note"))));
    }
    for (String kind : List.of("demand", "lead_time")) {
      List<Fitted> fitted = calibration.of(kind);
      if (!fitted.isEmpty()) {
        blocks.add(grid(kind, fitted));
      }
      Function<Fitted, String> by = kind.equals("demand") ? Fitted::product : Fitted::site;
      List<Scores> scores = Scores.by(fitted, by);
      if (scores.size() > 1) {
        blocks.add(scoreGrid(kind, scores));
      }
    }
    if (!calibration.yields.isEmpty()) {
      blocks.add(yields());
    }
    return new Document(
        words.get("calibrate.title", Labels.inOneLanguage(info.title(), words.chinese())),
        words.get("calibrate.subtitle", day(calibration.first), day(calibration.last)),
        words.locale(),
        blocks);
  }

  private Block grid(String kind, List<Fitted> fitted) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Fitted one : fitted.subList(0, Math.min(SHOWN_ROWS, fitted.size()))) {
      LawFit fit = one.fit();
      Score score = one.score();
      rows.add(
          List.of(
              Cell.of(names.site(chain.sites().keys().id(one.site()))),
              Cell.of(names.product(chain.products().keys().id(one.product()))),
              Cell.of(law(fit)),
              estimate(fit.law().mean(), fit.mean()),
              estimate(fit.law().sd(), fit.sd()),
              number(fit.fitP(), p(fit.fitP())),
              number(fit.autocorrelation(), Numbers.fixed(fit.autocorrelation(), 2)),
              score == null
                  ? Cell.of("–")
                  : number(score.coverage(), Numbers.percent(score.coverage())),
              score == null ? Cell.of("–") : number(score.crps(), Numbers.shown(score.crps())),
              score == null
                  ? Cell.of("–")
                  : number(score.skill(), Numbers.percentFine(score.skill()))));
    }
    List<String> notes = new ArrayList<>(List.of(words.get("calibrate.note")));
    if (fitted.size() > SHOWN_ROWS) {
      notes.add(
          words.get(
              "calibrate.more", Integer.toString(SHOWN_ROWS), Integer.toString(fitted.size())));
    }
    return new Block.Grid(
        kind, words.get("calibrate.table." + kind), words.list("calibrate.columns"), rows, notes);
  }

  /** The law in words, with its seasons and its share of days without any. */
  private String law(LawFit fit) {
    String law = words.get("calibrate.law." + fit.law().family().title());
    if (fit.law().zeroShare() > 0) {
      law += words.get("calibrate.zeros", Numbers.percent(fit.law().zeroShare()));
    }
    String seasons = fit.seasons().title();
    return seasons.isEmpty() ? law : law + words.get("calibrate.by." + seasons.replace(" ", "."));
  }

  private Block scoreGrid(String kind, List<Scores> scores) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Scores one : scores.subList(0, Math.min(SHOWN_ROWS, scores.size()))) {
      String name =
          kind.equals("demand")
              ? names.product(chain.products().keys().id(one.name()))
              : names.site(chain.sites().keys().id(one.name()));
      rows.add(
          List.of(
              Cell.of(name),
              Cell.of(Numbers.count(one.count()), one.count()),
              number(one.coverage(), Numbers.percent(one.coverage())),
              number(one.crps(), Numbers.fixed(one.crps(), 3)),
              number(one.skill(), Numbers.percentFine(one.skill())),
              Cell.of(one.sumsInside() + "/" + one.series())));
    }
    return new Block.Grid(
        "scores_" + kind,
        words.get("calibrate.scores." + kind),
        words.list("calibrate.scores.columns"),
        rows,
        List.of(words.get("calibrate.scores.note")));
  }

  private Block yields() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Yield one : calibration.yields) {
      rows.add(
          List.of(
              Cell.of(names.site(chain.recipes().site(one.recipe()))),
              Cell.of(names.product(chain.recipes().product(one.recipe()))),
              estimate(one.fit().share(), one.fit().interval()),
              Cell.of(Integer.toString(one.fit().count()), one.fit().count())));
    }
    return new Block.Grid(
        "yields",
        words.get("calibrate.table.yield"),
        words.list("calibrate.yield.columns"),
        rows,
        List.of());
  }

  private static String p(double p) {
    return p < 0.001 ? "< 0.001" : Numbers.fixed(p, 3);
  }

  private static Cell number(double value, String text) {
    return Double.isNaN(value) ? Cell.of("–") : Cell.of(text, value);
  }

  private static Cell estimate(double value, Interval interval) {
    String text =
        Numbers.shown(value)
            + " ("
            + Numbers.shown(interval.low())
            + "–"
            + Numbers.shown(interval.high())
            + ")";
    return Cell.of(text, value);
  }
}
