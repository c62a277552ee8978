package tenon.study.composite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tenon.assess.algebra.LeastSquares;
import tenon.assess.fuzzy.FuzzyEvaluation;
import tenon.assess.fuzzy.Membership;
import tenon.assess.fuzzy.Operator;
import tenon.assess.pipeline.DataSet;
import tenon.assess.statistics.Reliability;
import tenon.study.chart.Bars;
import tenon.study.chart.RadarChart;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.text.Numbers;

/** What goes with the scores: profiles, growth, reliability, fuzzy grades. */
final class IndexGrading {
  private static final int SHOWN = 40;

  /** Steps of a full score, to the next of which the spokes of a profile reach. */
  private static final int STEPS = 5;

  private final IndexReport report;

  IndexGrading(IndexReport report) {
    this.report = report;
  }

  void add() {
    profiles();
    growth();
    fuzzy();
  }

  /** The best, the middle and the last unit over the dimensions. */
  private void profiles() {
    int[] dimensions = report.dimensions();
    int period = report.periods() - 1;
    double[] scores = report.topScores(period);
    int[] order =
        IntStream.of(IndexReport.order(scores)).filter(u -> !Double.isNaN(scores[u])).toArray();
    if (dimensions.length < 3 || order.length < 3) {
      return;
    }
    List<Bars> profiles = new ArrayList<>();
    double most = 0;
    boolean fits = true;
    for (int unit : new int[] {order[0], order[order.length / 2], order[order.length - 1]}) {
      double[] values =
          Arrays.stream(dimensions)
              .mapToDouble(node -> report.result.scores().score(node, unit, period))
              .toArray();
      fits &= DoubleStream.of(values).allMatch(value -> value >= 0);
      most = Math.max(most, DoubleStream.of(values).max().orElse(0));
      profiles.add(new Bars(report.unit(unit), values));
    }
    if (fits && most > 0) {
      double step = report.full / STEPS;
      double highest = Double.isNaN(report.full) ? most : step * Math.ceil(most / step);
      report.blocks.add(
          new Block.Figure(
              "profiles",
              report.words.get("composite.f.profiles", report.last.periods().key(period)),
              RadarChart.of(
                  Arrays.stream(dimensions).mapToObj(report::name).toList(), highest, profiles),
              List.of(report.word("n.profiles"))));
    }
  }

  /** Mean growth of each unit: geometric between the ends, and the slope of a straight line. */
  private void growth() {
    if (report.periods() < 2) {
      return;
    }
    double[][] panel = report.topPanel();
    double[] at = report.periodNumbers();
    double years = at[at.length - 1] - at[0];
    List<List<Cell>> rows = new ArrayList<>();
    for (int unit : IndexReport.order(report.topScores(report.periods() - 1))) {
      double first = panel[unit][0];
      double last = panel[unit][at.length - 1];
      double rate =
          first > 0 && last > 0
              ? 100 * StrictMath.expm1(StrictMath.log(last / first) / years)
              : Double.NaN;
      if (rows.size() < SHOWN) {
        rows.add(
            List.of(
                Cell.of(report.unit(unit)),
                IndexReport.number(first, 2),
                IndexReport.number(last, 2),
                IndexReport.number(rate, 2),
                IndexReport.number(slope(at, panel[unit]), 3)));
      }
    }
    report.blocks.add(
        new Block.Grid(
            "growth",
            report.word("t.growth"),
            List.of(
                report.word("unit"),
                report.last.periods().key(0),
                report.last.periods().key(report.periods() - 1),
                report.word("rate"),
                report.word("slope")),
            rows,
            List.of(report.word("n.growth"))));
  }

  private static double slope(double[] at, double[] values) {
    int[] known = IntStream.range(0, at.length).filter(t -> !Double.isNaN(values[t])).toArray();
    if (known.length < 2) {
      return Double.NaN;
    }
    double[][] rows = new double[known.length][];
    double[] y = new double[known.length];
    for (int i = 0; i < known.length; i++) {
      rows[i] = new double[] {1, at[known[i]] - at[0]};
      y[i] = values[known[i]];
    }
    LeastSquares fit = LeastSquares.fit(rows, y);
    return fit == null ? Double.NaN : fit.coefficient(1);
  }

  /** Whether the indicators beneath the whole and each dimension hang together. */
  void reliability() {
    report.subsection("reliability");
    List<List<Cell>> rows = new ArrayList<>();
    List<Integer> nodes = new ArrayList<>(List.of(report.top));
    Arrays.stream(report.dimensions()).filter(n -> !report.tree.isLeaf(n)).forEach(nodes::add);
    for (int node : nodes) {
      double[][] columns = columns(node);
      if (columns.length < 2 || columns[0].length < 3 || constant(columns)) {
        rows.add(
            List.of(
                Cell.of(report.name(node)),
                Cell.of(Integer.toString(columns.length), columns.length),
                Cell.of(""),
                Cell.of(""),
                Cell.of(""),
                Cell.of("")));
        continue;
      }
      Reliability found = Reliability.of(columns);
      rows.add(
          List.of(
              Cell.of(report.name(node)),
              Cell.of(Integer.toString(columns.length), columns.length),
              IndexReport.number(found.alpha(), 3),
              IndexReport.number(found.kmo(), 3),
              IndexReport.number(found.bartlettChiSquared(), 2),
              IndexReport.p(found.bartlettP())));
    }
    report.blocks.add(
        new Block.Grid(
            "reliability",
            report.word("t.reliability"),
            List.of(
                report.word("name"),
                report.word("count"),
                report.word("alpha"),
                "KMO",
                report.word("bartlett"),
                "p"),
            rows,
            List.of(report.word("n.reliability"))));
  }

  private static boolean constant(double[][] columns) {
    return Arrays.stream(columns)
        .anyMatch(
            column -> DoubleStream.of(column).filter(v -> !Double.isNaN(v)).distinct().count() < 2);
  }

  /** Normalised indicators at or beneath a node, over all units and periods. */
  private double[][] columns(int node) {
    DataSet data = report.last;
    List<double[]> columns = new ArrayList<>();
    for (int nth = 0; nth < data.indicators(); nth++) {
      int indicator = data.indicator(nth);
      int above = indicator;
      while (above >= 0 && above != node) {
        above = report.tree.hierarchy().parent(above);
      }
      if (above == node) {
        double[] column = new double[report.units() * report.periods()];
        for (int i = 0; i < column.length; i++) {
          column[i] = data.value(indicator, i / report.periods(), i % report.periods());
        }
        columns.add(column);
      }
    }
    return columns.toArray(double[][]::new);
  }

  /** Fuzzy comprehensive evaluation of the last period, with the weights of the whole. */
  private void fuzzy() {
    report.subsection("fuzzy");
    Membership membership = report.chosen.reading().membership();
    if (membership == null || Double.isNaN(report.full)) {
      report.say(membership == null ? "composite.fuzzy.none" : "composite.fuzzy.scale");
      return;
    }
    DataSet data = report.last;
    int period = report.periods() - 1;
    double[] weights = new double[data.indicators()];
    Arrays.setAll(weights, nth -> report.result.weights().global(data.indicator(nth)));
    double[] bounds = report.grades.bounds();
    double[] middles = Membership.middles(bounds);
    List<Operator> operators = report.chosen.reading().operators();
    List<List<Cell>> rows = new ArrayList<>();
    for (int unit : IndexReport.order(report.topScores(period))) {
      double[][] member = new double[weights.length][];
      for (int nth = 0; nth < weights.length; nth++) {
        double value = data.value(data.indicator(nth), unit, period) / report.full;
        member[nth] = membership.of(value, bounds);
      }
      if (rows.size() == SHOWN) {
        break;
      }
      List<Cell> row = new ArrayList<>(List.of(Cell.of(report.unit(unit))));
      for (Operator operator : operators) {
        FuzzyEvaluation found = FuzzyEvaluation.of(weights, member, operator, middles);
        row.add(
            found.grade() < 0
                ? Cell.of("")
                : Cell.of(Integer.toString(found.grade() + 1), found.grade() + 1));
        row.add(IndexReport.number(found.score(), 3));
      }
      rows.add(row);
    }
    List<String> header = new ArrayList<>(List.of(report.word("unit")));
    for (Operator operator : operators) {
      header.add(IndexFormulas.sign(operator));
      header.add(report.word("score"));
    }
    report.blocks.add(
        new Block.Grid(
            "fuzzy",
            report.words.get(
                "composite.t.fuzzy",
                Numbers.count(report.grades.count()),
                report.last.periods().key(period)),
            header,
            rows,
            List.of(
                report.words.get(
                    "composite.n.fuzzy",
                    IndexFormulas.membership(report, membership),
                    Arrays.stream(bounds)
                        .mapToObj(Numbers::exactCell)
                        .collect(Collectors.joining(", "))))));
  }
}
