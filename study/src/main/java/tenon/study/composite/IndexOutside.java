package tenon.study.composite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.assess.drivers.Decomposition;
import tenon.assess.drivers.DriverRegression;
import tenon.assess.drivers.Prediction;
import tenon.assess.pipeline.Aggregator;
import tenon.assess.spatial.Durbin;
import tenon.assess.spatial.SpatialWeights;
import tenon.study.chart.Axis;
import tenon.study.chart.Bar;
import tenon.study.chart.BarChart;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.page.Table;
import tenon.study.text.Numbers;

/**
 * What moves the index, and what the index says beforehand: change by indicator, outside drivers,
 * spillovers, and prediction of what happened afterwards.
 */
final class IndexOutside {
  private static final int SHOWN = 15;
  private static final double CONFIDENCE = .95;

  /** A change that belongs to no indicator is told from here, of the whole change. */
  private static final double ROUNDING = 1e-9;

  private final IndexReport report;
  private final IndexData data;
  private final @Nullable TwinLoss twin;
  private final long seed;

  /**
   * What stands outside of an index.
   *
   * @param twin the twin's expected losses, or null where they are not asked for
   */
  IndexOutside(IndexReport report, IndexData data, @Nullable TwinLoss twin, long seed) {
    this.twin = twin;
    this.report = report;
    this.data = data;
    this.seed = seed;
  }

  /** Exact contributions of the indicators to the change from the first to the last period. */
  void change() {
    report.subsection("drivers");
    if (report.periods() < 2) {
      report.say("composite.one.period");
    } else if (!decomposable()) {
      report.say("composite.drivers.mean");
    } else {
      contributions();
    }
  }

  private boolean decomposable() {
    return report.result.spec().aggregators().stream()
        .noneMatch(
            one ->
                one instanceof Aggregator.Topsis
                    || one instanceof Aggregator.Copeland
                    || one instanceof Aggregator.Doubt);
  }

  /** Every unit's parts: a row for each unit, a column for each indicator. */
  @Nullable Table table() {
    if (report.periods() < 2 || !decomposable()) {
      return null;
    }
    List<String> header = new ArrayList<>(List.of("unit", "change"));
    List<List<String>> rows = new ArrayList<>();
    for (int unit = 0; unit < report.units(); unit++) {
      Decomposition parts = parts(unit);
      List<String> row =
          new ArrayList<>(
              List.of(report.last.units().key(unit), Numbers.exactCell(parts.change())));
      for (Decomposition.Part part : parts.indicators()) {
        if (unit == 0) {
          header.add(part.code());
        }
        row.add(Numbers.exactCell(part.contribution()));
      }
      row.add(Numbers.exactCell(parts.unassigned()));
      rows.add(row);
    }
    header.add("unassigned");
    return new Table("drivers.csv", header, rows);
  }

  private Decomposition parts(int unit) {
    return Decomposition.of(report.result, report.top, unit, 0, report.periods() - 1);
  }

  private void contributions() {
    List<Decomposition> all = new ArrayList<>();
    for (int unit = 0; unit < report.units(); unit++) {
      Decomposition parts = parts(unit);
      if (!Double.isNaN(parts.sum())) {
        all.add(parts);
      }
    }
    if (all.isEmpty()) {
      report.say("composite.few");
      return;
    }
    int count = all.getFirst().indicators().size();
    double[] mean = new double[count];
    double unassigned = 0;
    double whole = 0;
    for (Decomposition parts : all) {
      for (int k = 0; k < count; k++) {
        mean[k] += parts.indicators().get(k).contribution() / all.size();
      }
      unassigned += parts.unassigned() / all.size();
      whole += parts.change() / all.size();
    }
    Integer[] order = new Integer[count];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(Math.abs(mean[b]), Math.abs(mean[a])));
    List<Bar> bars = new ArrayList<>();
    List<List<Cell>> rows = new ArrayList<>();
    for (int k : order) {
      int node = report.tree.keys().id(all.getFirst().indicators().get(k).code());
      if (bars.size() < SHOWN) {
        bars.add(Bar.of(report.name(node), mean[k]));
        rows.add(List.of(Cell.of(report.name(node)), IndexReport.number(mean[k], 4)));
      }
    }
    if (Math.abs(unassigned) > ROUNDING * Math.max(1, Math.abs(whole))) {
      rows.add(List.of(Cell.of(report.word("unassigned")), IndexReport.number(unassigned, 4)));
    }
    rows.add(List.of(Cell.of(report.word("change")), IndexReport.number(whole, 4)));
    String title =
        report.words.get("composite.f.drivers", bars.getFirst().name(), Numbers.fixed(whole, 2));
    report.blocks.add(
        new Block.Figure(
            "drivers",
            title,
            BarChart.horizontal(Axis.of(report.word("points")), bars),
            List.of(report.word("n.drivers"))));
    report.blocks.add(
        new Block.Grid(
            "drivers",
            report.word("t.drivers"),
            List.of(report.word("indicator"), report.word("points")),
            rows,
            List.of(report.word("n.drivers"))));
  }

  private double[] stacked(double[][] panel) {
    return Arrays.stream(panel).flatMapToDouble(Arrays::stream).toArray();
  }

  private double[][] outside(String column) {
    return data.outside(column, report.last.units(), report.last.periods());
  }

  private void regression() {
    List<String> drivers = report.chosen.drivers();
    if (drivers.isEmpty()) {
      report.say("composite.regression.none");
      return;
    }
    double[][] x = drivers.stream().map(name -> stacked(outside(name))).toArray(double[][]::new);
    DriverRegression fit = DriverRegression.of(stacked(report.topPanel()), x, drivers, CONFIDENCE);
    if (fit == null) {
      report.say("composite.regression.collinear");
      return;
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (DriverRegression.Term term : fit.terms()) {
      rows.add(
          List.of(
              Cell.of(named(term.name())),
              IndexReport.number(term.coefficient(), 4),
              IndexReport.number(term.standardError(), 4),
              IndexReport.number(term.low(), 4),
              IndexReport.number(term.high(), 4),
              IndexReport.p(term.p()),
              IndexReport.number(term.contribution(), 4)));
    }
    report.blocks.add(
        new Block.Grid(
            "driver_regression",
            report.word("t.regression"),
            List.of(
                report.word("driver"),
                report.word("coefficient"),
                report.word("error"),
                report.word("low"),
                report.word("high"),
                "p",
                report.word("points")),
            rows,
            List.of(
                report.words.get(
                    "composite.n.regression",
                    Numbers.count(fit.rows()),
                    Numbers.fixed(fit.rSquared(), 3)))));
  }

  /** The score on the outside drivers: least squares, then with their neighbours. */
  void durbin() {
    report.section("durbin");
    regression();
    List<String> drivers = report.chosen.drivers();
    SpatialWeights weights = report.neighbours;
    if (drivers.isEmpty() || weights == null) {
      report.say(drivers.isEmpty() ? "composite.durbin" : "composite.moran.none");
      return;
    }
    double[][] y = report.topPanel();
    double[][][] x = drivers.stream().map(this::outside).toArray(double[][][]::new);
    boolean known =
        Arrays.stream(stacked(y)).noneMatch(Double::isNaN)
            && Arrays.stream(x)
                .noneMatch(one -> Arrays.stream(stacked(one)).anyMatch(Double::isNaN));
    if (!known) {
      report.say("composite.durbin.gaps");
      return;
    }
    boolean panel = report.periods() > 1;
    Durbin fit =
        panel
            ? Durbin.inPanel(y, x, drivers, weights, !report.chosen.unitEffectsAlone())
            : Durbin.acrossUnits(
                stacked(y),
                Arrays.stream(x).map(this::stacked).toArray(double[][]::new),
                drivers,
                weights);
    if (fit == null) {
      report.say("composite.regression.collinear");
      return;
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (Durbin.Term term : fit.terms()) {
      rows.add(
          List.of(
              Cell.of(named(term.name())),
              IndexReport.number(term.value(), 4),
              IndexReport.number(term.standardError(), 4),
              IndexReport.p(term.p())));
    }
    report.blocks.add(
        new Block.Grid(
            "durbin",
            report.word("t.durbin"),
            List.of(report.word("term"), report.word("coefficient"), report.word("error"), "p"),
            rows,
            List.of(
                report.words.get(
                    "composite." + note(panel),
                    Numbers.count(stacked(y).length),
                    Numbers.fixed(fit.logLikelihood(), 2)))));
    effects(fit);
  }

  private String note(boolean panel) {
    return !panel
        ? "n.durbin.units"
        : report.chosen.unitEffectsAlone() ? "n.durbin.panel.units" : "n.durbin.panel";
  }

  private void effects(Durbin fit) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Durbin.Effect effect : fit.effects()) {
      rows.add(
          List.of(
              Cell.of(effect.name()),
              IndexReport.number(effect.direct(), 4),
              IndexReport.number(effect.directError(), 4),
              IndexReport.number(effect.indirect(), 4),
              IndexReport.number(effect.indirectError(), 4),
              IndexReport.number(effect.total(), 4),
              IndexReport.number(effect.totalError(), 4)));
    }
    String error = report.word("error");
    report.blocks.add(
        new Block.Grid(
            "durbin_effects",
            report.word("t.effects"),
            List.of(
                report.word("driver"),
                report.word("direct"),
                error,
                report.word("indirect"),
                error,
                report.word("total"),
                error),
            rows,
            List.of(report.word("n.effects"))));
  }

  /** Does the score of a period tell what came afterwards? */
  void predicts() {
    report.section("predicts");
    IndexConfig.Predicts asked = report.chosen.predicts();
    if (asked == null) {
      report.say("composite.predicts.none");
      return;
    }
    int before = report.last.periods().id(asked.before());
    int after = report.last.periods().id(asked.after());
    double[] score = report.topScores(before);
    double[][] controls =
        asked.controls().stream().map(name -> column(name, before)).toArray(double[][]::new);
    List<List<Cell>> rows = new ArrayList<>();
    for (String outcome : asked.outcomes()) {
      add(rows, outcome, score, column(outcome, after), controls);
    }
    TwinLoss losses = twin;
    if (losses != null) {
      for (boolean perSite : new boolean[] {false, true}) {
        double[] loss =
            report.last.units().stream().mapToDouble(unit -> losses.of(unit, perSite)).toArray();
        add(rows, report.word(perSite ? "loss.site" : "loss"), score, loss, controls);
      }
      said(losses);
    }
    if (rows.isEmpty()) {
      return;
    }
    report.blocks.add(
        new Block.Grid(
            "predicts",
            report.words.get("composite.t.predicts", asked.before(), asked.after()),
            List.of(
                report.word("outcome"),
                "n",
                report.word("rank.r"),
                "p",
                report.word("coefficient"),
                report.word("error"),
                "p",
                report.word("outside.r2"),
                report.word("outside.gain")),
            rows,
            List.of(report.words.get("composite.n.predicts", Integer.toString(asked.folds())))));
  }

  /** How the twin's losses were measured, and what they are. */
  private void said(TwinLoss losses) {
    boolean simulated = false;
    switch (losses.wanted()) {
      case TwinLoss.Outages _ -> report.say("composite.loss.said");
      case TwinLoss.Hazards hazards -> {
        simulated = true;
        report.say(
            "composite.loss.hazards",
            hazards.scenario().called(report.words.locale()),
            Numbers.count((long) hazards.scenario().horizon().value()),
            Numbers.count(hazards.replications()),
            Long.toString(seed));
        report.say(
            switch (hazards.origin()) {
              case CAUSED -> "composite.loss.caused";
              case ARISING -> "composite.loss.arising";
            });
      }
    }
    List<List<Cell>> rows = new ArrayList<>();
    double[] by =
        report.last.units().stream().mapToDouble(unit -> losses.of(unit, false)).toArray();
    for (int unit : IndexReport.order(by)) {
      TwinLoss.Loss loss = losses.byUnit().get(report.last.units().key(unit));
      if (loss == null || rows.size() == SHOWN) {
        break;
      }
      List<Cell> row = new ArrayList<>();
      row.add(Cell.of(report.unit(unit)));
      row.add(Cell.of(Integer.toString(loss.sites()), loss.sites()));
      row.add(IndexReport.amount(loss.perYear()));
      if (simulated) {
        row.add(IndexReport.amount(loss.low()));
        row.add(IndexReport.amount(loss.high()));
      }
      row.add(IndexReport.amount(loss.perSite()));
      rows.add(row);
    }
    List<String> header =
        new ArrayList<>(List.of(report.word("unit"), report.word("sites"), report.word("loss")));
    if (simulated) {
      header.addAll(List.of(report.word("low"), report.word("high")));
    }
    header.add(report.word("loss.site"));
    report.blocks.add(
        new Block.Grid(
            "expected_loss",
            report.word("t.loss"),
            header,
            rows,
            List.of(report.word(losses.inMoney() ? "n.loss.money" : "n.loss.units"))));
  }

  private void add(
      List<List<Cell>> rows,
      String outcome,
      double[] score,
      double[] happened,
      double[][] controls) {
    IndexConfig.Predicts asked = report.chosen.predicts();
    int folds = asked == null ? 0 : asked.folds();
    Prediction found = Prediction.of(score, happened, controls, folds, seed);
    if (found == null) {
      report.say("composite.predicts.few", outcome);
      return;
    }
    rows.add(
        List.of(
            Cell.of(outcome),
            Cell.of(Integer.toString(found.rows()), found.rows()),
            IndexReport.number(found.rankCorrelation(), 3),
            IndexReport.p(found.rankP()),
            IndexReport.number(found.coefficient(), 4),
            IndexReport.number(found.standardError(), 4),
            IndexReport.p(found.p()),
            IndexReport.number(found.outOfSample(), 3),
            IndexReport.number(found.outOfSampleGain(), 3)));
    report.say(
        found.tells() ? "composite.predicts.yes" : "composite.predicts.no",
        outcome,
        Numbers.fixed(found.rankCorrelation(), 2),
        Numbers.fixed(found.outOfSampleGain(), 2));
  }

  /** The twin's losses beside the scores, or null where they are not asked for. */
  @Nullable Table losses() {
    TwinLoss known = twin;
    IndexConfig.Predicts asked = report.chosen.predicts();
    return known == null || asked == null
        ? null
        : known.table(
            report.last.units().stream().toList(),
            report.topScores(report.last.periods().id(asked.before())));
  }

  private double[] column(String name, int period) {
    return Arrays.stream(outside(name)).mapToDouble(line -> line[period]).toArray();
  }

  /** A term of a regression in the language of the reader. */
  private String named(String term) {
    return term.equals("constant") ? report.word("intercept") : term;
  }
}
