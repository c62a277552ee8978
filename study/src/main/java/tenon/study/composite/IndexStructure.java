package tenon.study.composite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.assess.pipeline.DataSet;
import tenon.assess.spatial.LocalMoran;
import tenon.assess.spatial.Moran;
import tenon.assess.spatial.SpatialWeights;
import tenon.assess.statistics.Convergence;
import tenon.assess.statistics.Coupling;
import tenon.assess.statistics.Density;
import tenon.assess.statistics.Inequality;
import tenon.assess.statistics.Markov;
import tenon.assess.statistics.Obstacles;
import tenon.study.chart.Axis;
import tenon.study.chart.Bar;
import tenon.study.chart.BarChart;
import tenon.study.chart.HeatTable;
import tenon.study.chart.LineChart;
import tenon.study.chart.Point;
import tenon.study.chart.ScatterChart;
import tenon.study.chart.Series;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.text.Numbers;

/** How scores are spread over groups, space and time. */
final class IndexStructure {
  private static final int GRID = 120;
  private static final int CLASSES = 4;
  private static final int SHOWN = 15;

  private final IndexReport report;

  IndexStructure(IndexReport report) {
    this.report = report;
  }

  void density() {
    report.section("density");
    int count = report.periods();
    int[] shown = IntStream.of(0, count / 2, count - 1).distinct().filter(t -> t < count).toArray();
    double[] all =
        Arrays.stream(report.topPanel())
            .flatMapToDouble(Arrays::stream)
            .filter(value -> !Double.isNaN(value))
            .toArray();
    if (all.length < 3) {
      report.say("composite.few");
      return;
    }
    double least = DoubleStream.of(all).min().orElse(0);
    double most = DoubleStream.of(all).max().orElse(1);
    double margin = (most - least) * .25;
    double[] x = new double[GRID];
    for (int i = 0; i < GRID; i++) {
      x[i] = least - margin + i * (most - least + 2 * margin) / (GRID - 1);
    }
    List<Series> series = new ArrayList<>();
    List<List<Cell>> rows = new ArrayList<>();
    for (int t : shown) {
      Density density = Density.of(report.topScores(t));
      series.add(
          Series.of(report.last.periods().key(t), x, Arrays.stream(x).map(density::at).toArray()));
      rows.add(
          List.of(
              Cell.of(report.last.periods().key(t)),
              IndexReport.number(density.bandwidth(), 4),
              IndexReport.number(peak(x, density), 2)));
    }
    report.blocks.add(
        new Block.Figure(
            "density",
            report.word("f.density"),
            LineChart.density(
                Axis.of(report.word("score")), Axis.of(report.word("density")), series, List.of()),
            List.of(report.word("n.density"))));
    report.blocks.add(
        new Block.Grid(
            "density",
            report.word("t.density"),
            List.of(report.word("period"), report.word("bandwidth"), report.word("peak")),
            rows,
            List.of()));
  }

  private static double peak(double[] x, Density density) {
    return Arrays.stream(x)
        .boxed()
        .max((a, b) -> Double.compare(density.at(a), density.at(b)))
        .orElse(Double.NaN);
  }

  void dagum() {
    report.section("dagum");
    if (report.groups == null || report.groupNames().size() < 2) {
      report.say("composite.dagum.none");
      return;
    }
    double[][] panel = report.topPanel();
    if (Arrays.stream(panel).flatMapToDouble(Arrays::stream).anyMatch(value -> value < 0)) {
      report.say("composite.dagum.negative");
      return;
    }
    int[] group = report.groupOf();
    List<List<Cell>> rows = new ArrayList<>();
    double[][] parts = new double[3][report.periods()];
    for (int t = 0; t < report.periods(); t++) {
      Inequality result = Inequality.of(report.topScores(t), group);
      parts[0][t] = result.within();
      parts[1][t] = result.netBetween();
      parts[2][t] = result.overlap();
      rows.add(
          List.of(
              Cell.of(report.last.periods().key(t)),
              IndexReport.number(result.gini(), 4),
              IndexReport.number(result.within(), 4),
              IndexReport.number(result.netBetween(), 4),
              IndexReport.number(result.overlap(), 4),
              IndexReport.number(result.theil(), 4)));
    }
    if (report.periods() > 1) {
      double[] at = report.periodNumbers();
      report.blocks.add(
          new Block.Figure(
              "dagum",
              report.word("f.dagum"),
              LineChart.of(
                  Axis.years(report.word("period")),
                  Axis.of(report.word("gini")),
                  List.of(
                      Series.of(report.word("within"), at, parts[0]),
                      Series.of(report.word("between"), at, parts[1]),
                      Series.of(report.word("overlap"), at, parts[2]))),
              List.of()));
    }
    report.blocks.add(
        new Block.Grid(
            "dagum",
            report.word("t.dagum"),
            List.of(
                report.word("period"),
                "G",
                report.word("within"),
                report.word("between"),
                report.word("overlap"),
                report.word("theil")),
            rows,
            List.of(report.word("n.dagum"))));
  }

  void moran() {
    report.section("moran");
    SpatialWeights weights = report.neighbours;
    if (weights == null) {
      report.say("composite.moran.none");
      return;
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (int t = 0; t < report.periods(); t++) {
      double[] x = report.topScores(t);
      if (DoubleStream.of(x).anyMatch(Double::isNaN)) {
        continue;
      }
      Moran moran = Moran.of(x, weights, Moran.Assumption.RANDOMISATION);
      Moran geary = Moran.geary(x, weights);
      rows.add(
          List.of(
              Cell.of(report.last.periods().key(t)),
              IndexReport.number(moran.statistic(), 4),
              IndexReport.number(moran.z(), 2),
              IndexReport.number(moran.p(), 4),
              IndexReport.number(geary.statistic(), 4),
              IndexReport.number(geary.p(), 4)));
    }
    report.blocks.add(
        new Block.Grid(
            "moran",
            report.word("t.moran"),
            List.of(report.word("period"), "I", "z", "p", "Geary C", "p"),
            rows,
            List.of(report.word("n.moran"))));
    double[] x = report.topScores(report.periods() - 1);
    if (DoubleStream.of(x).noneMatch(Double::isNaN)) {
      scatter(x, weights);
    }
  }

  private void scatter(double[] x, SpatialWeights weights) {
    double mean = DoubleStream.of(x).average().orElse(0);
    double sd = Math.sqrt(DoubleStream.of(x).map(v -> (v - mean) * (v - mean)).average().orElse(1));
    double[] z = DoubleStream.of(x).map(v -> (v - mean) / sd).toArray();
    double[] lag = weights.rowStandardised().lag(z);
    List<LocalMoran> local = LocalMoran.of(x, weights, 0, 1);
    List<Point> points = new ArrayList<>();
    for (int unit = 0; unit < z.length; unit++) {
      int group =
          switch (local.get(unit).quadrant()) {
            case HIGH_HIGH -> 0;
            case LOW_HIGH -> 1;
            case LOW_LOW -> 2;
            case HIGH_LOW -> 3;
          };
      points.add(new Point(report.unit(unit), z[unit], lag[unit], group));
    }
    double slope = Moran.of(x, weights, Moran.Assumption.NORMALITY).statistic();
    report.blocks.add(
        new Block.Figure(
            "moran",
            report.words.get("composite.f.moran", Numbers.fixed(slope, 3)),
            ScatterChart.quadrants(
                Axis.of(report.word("standardised")),
                Axis.of(report.word("lag")),
                points,
                0,
                0,
                List.of(report.word("hh"), report.word("lh"), report.word("ll"), report.word("hl")),
                slope),
            List.of(report.word("n.named"))));
  }

  void convergence() {
    report.section("convergence");
    double[][] panel = report.topPanel();
    boolean positive =
        Arrays.stream(panel).flatMapToDouble(Arrays::stream).allMatch(value -> value > 0);
    if (report.periods() < 2 || !positive) {
      report.say(report.periods() < 2 ? "composite.one.period" : "composite.log.none");
      return;
    }
    double[] cv = Convergence.coefficientOfVariation(panel);
    report.blocks.add(
        new Block.Figure(
            "sigma",
            report.words.get(
                cv[cv.length - 1] < cv[0] ? "composite.f.sigma.fall" : "composite.f.sigma.rise",
                Numbers.fixed(cv[0], 3),
                Numbers.fixed(cv[cv.length - 1], 3)),
            LineChart.of(
                Axis.years(report.word("period")),
                Axis.of(report.word("cv")),
                List.of(Series.of("", report.periodNumbers(), cv))),
            List.of()));
    List<List<Cell>> rows = new ArrayList<>();
    beta(rows, "beta.across", Convergence.acrossUnits(panel));
    if (report.periods() > 2) {
      beta(rows, "beta.unit", Convergence.inPanel(panel, Convergence.Effects.UNIT));
      beta(rows, "beta.both", Convergence.inPanel(panel, Convergence.Effects.UNIT_AND_PERIOD));
    }
    report.blocks.add(
        new Block.Grid(
            "beta",
            report.word("t.beta"),
            List.of(
                report.word("model"),
                "beta",
                report.word("error"),
                "p",
                report.word("speed"),
                report.word("half")),
            rows,
            List.of(report.word("n.beta"))));
  }

  private void beta(List<List<Cell>> rows, String key, Convergence.@Nullable Beta beta) {
    if (beta != null) {
      rows.add(
          List.of(
              Cell.of(report.word(key)),
              IndexReport.number(beta.beta(), 4),
              IndexReport.number(beta.betaError(), 4),
              IndexReport.number(beta.betaP(), 4),
              IndexReport.number(beta.speedPerPeriod(), 4),
              IndexReport.number(beta.halfLife(), 1)));
    }
  }

  void markov() {
    report.section("markov");
    if (report.periods() < 2 || report.units() < CLASSES) {
      report.say(report.periods() < 2 ? "composite.one.period" : "composite.few");
      return;
    }
    double[][] panel = report.topPanel();
    Markov markov = Markov.of(panel, CLASSES);
    double[][] p = new double[CLASSES][CLASSES];
    for (int from = 0; from < CLASSES; from++) {
      for (int to = 0; to < CLASSES; to++) {
        p[from][to] = markov.probability(from, to);
      }
    }
    List<String> classes =
        IntStream.rangeClosed(1, CLASSES).mapToObj(k -> report.word("class") + " " + k).toList();
    report.blocks.add(
        new Block.Figure(
            "markov",
            report.words.get("composite.f.markov", Numbers.percentFine(stay(p))),
            HeatTable.amounts(classes, classes, p, 3),
            List.of(report.word("n.markov"))));
    List<List<Cell>> rows = new ArrayList<>();
    for (int from = 0; from < CLASSES; from++) {
      List<Cell> row = new ArrayList<>(List.of(Cell.of(classes.get(from))));
      for (int to = 0; to < CLASSES; to++) {
        row.add(IndexReport.number(p[from][to], 4));
      }
      rows.add(row);
    }
    List<String> header = new ArrayList<>(List.of(report.word("class")));
    header.addAll(classes);
    report.blocks.add(new Block.Grid("markov", report.word("t.markov"), header, rows, List.of()));
    spatialMarkov(panel);
  }

  private static double stay(double[][] p) {
    return IntStream.range(0, p.length).mapToDouble(k -> p[k][k]).average().orElse(Double.NaN);
  }

  private void spatialMarkov(double[][] panel) {
    SpatialWeights weights = report.neighbours;
    if (weights == null) {
      report.say("composite.markov.none");
      return;
    }
    double[][] lags = new double[panel.length][report.periods()];
    for (int t = 0; t < report.periods(); t++) {
      double[] lag = weights.rowStandardised().lag(report.topScores(t));
      for (int unit = 0; unit < lag.length; unit++) {
        lags[unit][t] = lag[unit];
      }
    }
    Markov.Test test = Markov.spatial(panel, lags, CLASSES).homogeneity();
    report.say(
        "composite.markov.test",
        Numbers.fixed(test.chiSquared(), 2),
        Integer.toString(test.degreesOfFreedom()),
        Numbers.fixed(test.p(), 4));
  }

  void coupling() {
    report.section("coupling");
    int[] dimensions = report.dimensions();
    int period = report.periods() - 1;
    double[][] levels = new double[report.units()][dimensions.length];
    for (int unit = 0; unit < levels.length; unit++) {
      for (int d = 0; d < dimensions.length; d++) {
        levels[unit][d] = report.result.scores().score(dimensions[d], unit, period) / report.full;
      }
    }
    boolean inside =
        Arrays.stream(levels).flatMapToDouble(Arrays::stream).allMatch(u -> !(u < 0 || u > 1));
    if (dimensions.length < 2 || !inside) {
      report.say(dimensions.length < 2 ? "composite.coupling.one" : "composite.coupling.scale");
      return;
    }
    double[] weights = new double[dimensions.length];
    Arrays.fill(weights, 1.0 / weights.length);
    double[] d = new double[levels.length];
    List<List<Cell>> rows = new ArrayList<>();
    Coupling[] results = new Coupling[levels.length];
    for (int unit = 0; unit < levels.length; unit++) {
      results[unit] = Coupling.of(levels[unit], weights, Coupling.Form.STANDARD);
      d[unit] = results[unit].coordination();
    }
    for (int unit : IndexReport.order(d)) {
      rows.add(
          List.of(
              Cell.of(report.unit(unit)),
              IndexReport.number(results[unit].coupling(), 4),
              IndexReport.number(results[unit].development(), 4),
              IndexReport.number(d[unit], 4)));
    }
    report.blocks.add(
        new Block.Grid(
            "coupling",
            report.word("t.coupling"),
            List.of(report.word("unit"), "C", "T", "D"),
            rows.subList(0, Math.min(rows.size(), 2 * SHOWN)),
            List.of(report.word("n.coupling"))));
  }

  void obstacles() {
    report.section("obstacles");
    DataSet last = report.last;
    int period = report.periods() - 1;
    int count = last.indicators();
    double[] weights = new double[count];
    double[][] scores = new double[report.units()][count];
    for (int k = 0; k < count; k++) {
      weights[k] = report.result.weights().global(last.indicator(k));
      for (int unit = 0; unit < scores.length; unit++) {
        scores[unit][k] = last.value(last.indicator(k), unit, period) / report.full;
      }
    }
    boolean inside =
        Arrays.stream(scores).flatMapToDouble(Arrays::stream).allMatch(z -> !(z < 0 || z > 1));
    if (!inside) {
      report.say("composite.obstacle.scale");
      return;
    }
    double[] mean = new double[count];
    for (double[] unit : scores) {
      double[] degrees = Obstacles.of(weights, unit);
      for (int k = 0; k < count; k++) {
        mean[k] += (Double.isNaN(degrees[k]) ? 0 : degrees[k]) / scores.length;
      }
    }
    List<Bar> bars = new ArrayList<>();
    List<List<Cell>> rows = new ArrayList<>();
    for (int k : IndexReport.order(mean)) {
      String name = report.name(last.indicator(k));
      if (bars.size() < SHOWN) {
        bars.add(new Bar(name, 100 * mean[k], Double.NaN, Double.NaN));
      }
      rows.add(List.of(Cell.of(name), IndexReport.number(100 * mean[k], 2)));
    }
    report.blocks.add(
        new Block.Figure(
            "obstacles",
            report.words.get("composite.f.obstacles", bars.getFirst().name()),
            BarChart.horizontal(Axis.of(report.word("obstacle")), bars),
            List.of()));
    report.blocks.add(
        new Block.Grid(
            "obstacles",
            report.word("t.obstacles"),
            List.of(report.word("indicator"), report.word("obstacle")),
            rows,
            List.of(report.word("n.obstacles"))));
  }
}
