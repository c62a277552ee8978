package tenon.study.composite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tenon.assess.pipeline.DataSet;
import tenon.assess.statistics.Coupling;
import tenon.assess.statistics.Obstacles;
import tenon.study.chart.Axis;
import tenon.study.chart.Bar;
import tenon.study.chart.BarChart;
import tenon.study.chart.LineChart;
import tenon.study.chart.Series;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.text.Numbers;

/** How the dimensions of the units go together, and what holds units back. */
final class IndexDimensions {
  private static final int SHOWN = 40;
  private static final int NAMED = 3;
  private static final int PICTURED = 15;

  private final IndexReport report;

  IndexDimensions(IndexReport report) {
    this.report = report;
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
