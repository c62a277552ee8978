package tenon.study.composite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.assess.pipeline.DataSet;
import tenon.assess.statistics.Convergence;
import tenon.assess.statistics.Coupling;
import tenon.assess.statistics.Density;
import tenon.assess.statistics.Inequality;
import tenon.assess.statistics.Obstacles;
import tenon.study.chart.Axis;
import tenon.study.chart.Bar;
import tenon.study.chart.BarChart;
import tenon.study.chart.LineChart;
import tenon.study.chart.Series;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.text.Numbers;

/** How scores are spread over groups, space and time. */
final class IndexStructure {
  private static final int GRID = 120;
  private static final int SHOWN = 40;
  private static final int NAMED = 3;
  private static final int PICTURED = 15;

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
    }
    for (int t = 0; t < count; t++) {
      Density density = Density.of(report.topScores(t));
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
    List<Inequality> all = new ArrayList<>();
    double[][] parts = new double[3][report.periods()];
    for (int t = 0; t < report.periods(); t++) {
      Inequality result = Inequality.of(report.topScores(t), group);
      all.add(result);
      parts[0][t] = result.within();
      parts[1][t] = result.netBetween();
      parts[2][t] = result.overlap();
      rows.add(
          List.of(
              Cell.of(report.last.periods().key(t)),
              IndexReport.number(result.gini(), 4),
              IndexReport.number(result.within(), 4),
              share(result.within(), result.gini()),
              IndexReport.number(result.netBetween(), 4),
              share(result.netBetween(), result.gini()),
              IndexReport.number(result.overlap(), 4),
              share(result.overlap(), result.gini()),
              IndexReport.number(result.theil(), 4),
              share(result.theilBetween(), result.theil())));
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
                "%",
                report.word("between"),
                "%",
                report.word("overlap"),
                "%",
                report.word("theil"),
                report.word("theil.between")),
            rows,
            List.of(report.word("n.dagum"))));
    groups(all);
    pairs(all);
  }

  private static Cell share(double part, double whole) {
    return whole > 0 ? IndexReport.number(100 * part / whole, 1) : Cell.of("");
  }

  /** Inequality inside each group by period, and what the group is in the last. */
  private void groups(List<Inequality> all) {
    List<String> names = report.groupNames();
    List<List<Cell>> own = new ArrayList<>();
    for (int g = 0; g < all.getLast().groups().size(); g++) {
      Inequality.Group last = all.getLast().groups().get(g);
      List<Cell> row = new ArrayList<>(List.of(Cell.of(names.get(last.group()))));
      row.add(Cell.of(Integer.toString(last.units()), last.units()));
      for (int t : report.shownPeriods()) {
        row.add(IndexReport.number(all.get(t).groups().get(g).gini(), 4));
      }
      own.add(row);
    }
    List<String> header = report.byPeriod("group");
    header.add(1, "n");
    report.blocks.add(
        new Block.Grid(
            "dagum_groups",
            report.word("t.dagum.groups"),
            header,
            own,
            report.periodNotes("n.dagum.groups")));
  }

  /** Inequality between each two groups by period, and how far they lie apart in the last. */
  private void pairs(List<Inequality> all) {
    List<String> names = report.groupNames();
    List<List<Cell>> rows = new ArrayList<>();
    for (Inequality.Pair last : all.getLast().pairs()) {
      if (rows.size() == SHOWN) {
        break;
      }
      List<Cell> row =
          new ArrayList<>(
              List.of(Cell.of(names.get(last.richer()) + " – " + names.get(last.poorer()))));
      for (int t : report.shownPeriods()) {
        row.add(IndexReport.number(gini(all.get(t), last), 4));
      }
      row.add(IndexReport.number(last.distance(), 4));
      rows.add(row);
    }
    List<String> header = report.byPeriod("group.pair");
    header.add("D");
    report.blocks.add(
        new Block.Grid(
            "dagum_pairs",
            report.word("t.dagum.pairs"),
            header,
            rows,
            report.periodNotes("n.dagum.pairs")));
  }

  /** Of the same two groups, whichever of them was the richer. */
  private static double gini(Inequality period, Inequality.Pair of) {
    return period.pairs().stream()
        .filter(
            pair ->
                Math.min(pair.richer(), pair.poorer()) == Math.min(of.richer(), of.poorer())
                    && Math.max(pair.richer(), pair.poorer()) == Math.max(of.richer(), of.poorer()))
        .mapToDouble(Inequality.Pair::gini)
        .findFirst()
        .orElse(Double.NaN);
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
    sigma(panel, cv);
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

  /** Coefficient of variation by period, of all units and inside each group. */
  private void sigma(double[][] panel, double[] cv) {
    List<List<Cell>> rows = new ArrayList<>();
    List<Cell> all = new ArrayList<>(List.of(Cell.of(report.word("all"))));
    for (int t : report.shownPeriods()) {
      all.add(IndexReport.number(cv[t], 4));
    }
    rows.add(all);
    int[] group = report.groupOf();
    List<String> names = report.groupNames();
    for (int g = 0; g < names.size() && names.size() > 1; g++) {
      int number = g;
      double[][] own =
          IntStream.range(0, panel.length)
              .filter(unit -> group[unit] == number)
              .mapToObj(unit -> panel[unit])
              .toArray(double[][]::new);
      if (own.length > 1) {
        List<Cell> row = new ArrayList<>(List.of(Cell.of(names.get(g))));
        double[] spread = Convergence.coefficientOfVariation(own);
        for (int t : report.shownPeriods()) {
          row.add(IndexReport.number(spread[t], 4));
        }
        rows.add(row);
      }
    }
    report.blocks.add(
        new Block.Grid(
            "sigma",
            report.word("t.sigma"),
            report.byPeriod("group"),
            rows,
            report.periodNotes("n.sigma")));
  }

  private void beta(List<List<Cell>> rows, String key, Convergence.@Nullable Beta beta) {
    if (beta != null) {
      rows.add(
          List.of(
              Cell.of(report.word(key)),
              IndexReport.number(beta.beta(), 4),
              IndexReport.number(beta.betaError(), 4),
              IndexReport.p(beta.betaP()),
              IndexReport.number(beta.speedPerPeriod(), 4),
              IndexReport.number(beta.halfLife(), 1)));
    }
  }

  void coupling() {
    report.section("coupling");
    int[] dimensions = report.dimensions();
    Coupling[][] results = new Coupling[report.periods()][report.units()];
    Reading.Coupled coupled = report.chosen.reading().coupling();
    double[] weights = coupled.of(Arrays.stream(dimensions).mapToObj(report.tree::code).toList());
    for (int period = 0; period < results.length; period++) {
      for (int unit = 0; unit < results[period].length; unit++) {
        double[] levels = levels(dimensions, unit, period);
        boolean inside = Arrays.stream(levels).noneMatch(u -> u < 0 || u > 1);
        if (dimensions.length < 2 || Double.isNaN(report.full) || !inside) {
          report.say(dimensions.length < 2 ? "composite.coupling.one" : "composite.coupling.scale");
          return;
        }
        results[period][unit] = Coupling.of(levels, weights, coupled.form());
      }
    }
    coupled(results[results.length - 1]);
    if (results.length > 1) {
      coupledOverTime(results);
    }
  }

  private double[] levels(int[] dimensions, int unit, int period) {
    return Arrays.stream(dimensions)
        .mapToDouble(node -> report.result.scores().score(node, unit, period) / report.full)
        .toArray();
  }

  private void coupled(Coupling[] results) {
    double[] d = Arrays.stream(results).mapToDouble(Coupling::coordination).toArray();
    List<List<Cell>> rows = new ArrayList<>();
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
            rows.subList(0, Math.min(rows.size(), SHOWN)),
            List.of(report.word("n.coupling"), shares())));
  }

  /** What the dimensions weigh in T. */
  private String shares() {
    Map<String, Double> weights = report.chosen.reading().coupling().weights();
    return weights.isEmpty()
        ? report.word("n.coupling.equal")
        : report.words.get(
            "composite.n.coupling.weights",
            Arrays.stream(report.dimensions())
                .mapToObj(
                    node ->
                        report.name(node)
                            + " "
                            + Numbers.exactCell(weights.getOrDefault(report.tree.code(node), 0.0)))
                .collect(Collectors.joining(", ")));
  }

  /** Mean coordination of each group over time. */
  private void coupledOverTime(Coupling[][] results) {
    int[] group = report.groupOf();
    List<String> names = report.groupNames();
    List<Series> series = new ArrayList<>();
    for (int g = 0; g < names.size(); g++) {
      int number = g;
      double[] means =
          Arrays.stream(results)
              .mapToDouble(
                  period ->
                      IntStream.range(0, period.length)
                          .filter(unit -> group[unit] == number)
                          .mapToDouble(unit -> period[unit].coordination())
                          .filter(d -> !Double.isNaN(d))
                          .average()
                          .orElse(Double.NaN))
              .toArray();
      series.add(Series.of(names.get(g), report.periodNumbers(), means));
    }
    report.blocks.add(
        new Block.Figure(
            "coupling",
            report.word("f.coupling"),
            LineChart.of(Axis.years(report.word("period")), Axis.of("D"), series),
            List.of(report.word("n.trend"))));
    List<List<Cell>> rows = new ArrayList<>();
    for (int period = 0; period < results.length; period++) {
      rows.add(
          List.of(
              Cell.of(report.last.periods().key(period)),
              mean(results[period], Coupling::coupling),
              mean(results[period], Coupling::development),
              mean(results[period], Coupling::coordination)));
    }
    report.blocks.add(
        new Block.Grid(
            "coupling_periods",
            report.word("t.coupling.periods"),
            List.of(report.word("period"), "C", "T", "D"),
            rows,
            List.of(report.word("n.coupling.periods"))));
  }

  private static Cell mean(Coupling[] results, ToDoubleFunction<Coupling> of) {
    double mean =
        Arrays.stream(results)
            .mapToDouble(of)
            .filter(value -> !Double.isNaN(value))
            .average()
            .orElse(Double.NaN);
    return IndexReport.number(mean, 4);
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
      if (bars.size() < PICTURED) {
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
    foremost(weights, scores);
  }

  /** What holds each unit back most. */
  private void foremost(double[] weights, double[][] scores) {
    int named = Math.min(NAMED, weights.length);
    List<String> header = new ArrayList<>(List.of(report.word("unit")));
    for (int nth = 1; nth <= named; nth++) {
      header.add(report.words.get("composite.foremost", Numbers.count(nth)));
      header.add("%");
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (int unit : IndexReport.order(report.topScores(report.periods() - 1))) {
      if (rows.size() == SHOWN) {
        break;
      }
      double[] degrees = Obstacles.of(weights, scores[unit]);
      int[] order = IndexReport.order(degrees);
      List<Cell> row = new ArrayList<>(List.of(Cell.of(report.unit(unit))));
      for (int nth = 0; nth < named; nth++) {
        double degree = degrees[order[nth]];
        boolean holds = degree > 0;
        row.add(Cell.of(holds ? report.name(report.last.indicator(order[nth])) : ""));
        row.add(holds ? IndexReport.number(100 * degree, 2) : Cell.of(""));
      }
      rows.add(row);
    }
    report.blocks.add(
        new Block.Grid(
            "obstacles_units",
            report.words.get("composite.t.foremost", report.lastPeriod()),
            header,
            rows,
            report.units() > SHOWN ? List.of(report.word("more")) : List.of()));
  }
}
