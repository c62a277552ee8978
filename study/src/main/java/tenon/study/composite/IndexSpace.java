package tenon.study.composite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tenon.assess.spatial.LocalMoran;
import tenon.assess.spatial.Moran;
import tenon.assess.spatial.SpatialWeights;
import tenon.assess.statistics.Markov;
import tenon.study.chart.Axis;
import tenon.study.chart.HeatTable;
import tenon.study.chart.Point;
import tenon.study.chart.ScatterChart;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.text.Numbers;

/** How scores hang together over space, and how units move between classes. */
final class IndexSpace {
  private static final int SHOWN = 40;

  /** More units than this are not permuted one by one, which grows with their square. */
  private static final int PERMUTED = 500;

  private static final double SURE = .05;

  private final IndexReport report;
  private final int classes;
  private final boolean pooled;
  private final int permutations;

  IndexSpace(IndexReport report) {
    this.report = report;
    classes = report.chosen.reading().classes().count();
    pooled = report.chosen.reading().classes().pooled();
    permutations = report.chosen.reading().permutations();
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
              IndexReport.p(moran.p()),
              IndexReport.number(Moran.permuted(x, weights, permutations, report.seed).p(), 4),
              IndexReport.number(geary.statistic(), 4),
              IndexReport.p(geary.p())));
    }
    report.blocks.add(
        new Block.Grid(
            "moran",
            report.word("t.moran"),
            List.of(
                report.word("period"), "I", "z", "p", report.word("p.permuted"), "Geary C", "p"),
            rows,
            List.of(report.words.get("composite.n.moran", Numbers.count(permutations)))));
    double[] x = report.topScores(report.periods() - 1);
    if (DoubleStream.of(x).anyMatch(Double::isNaN)) {
      report.say("composite.lisa.gaps");
      return;
    }
    List<LocalMoran> local =
        LocalMoran.of(x, weights, x.length <= PERMUTED ? permutations : 0, report.seed);
    scatter(x, weights, local);
    local(x, local);
  }

  private void scatter(double[] x, SpatialWeights weights, List<LocalMoran> local) {
    double mean = DoubleStream.of(x).average().orElse(0);
    double sd = Math.sqrt(DoubleStream.of(x).map(v -> (v - mean) * (v - mean)).average().orElse(1));
    double[] z = DoubleStream.of(x).map(v -> (v - mean) / sd).toArray();
    double[] lag = weights.rowStandardised().lag(z);
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

  /** Local parts, the surest first. */
  private void local(double[] x, List<LocalMoran> local) {
    boolean permuted = x.length <= PERMUTED;
    List<Integer> order =
        IntStream.range(0, x.length)
            .boxed()
            .sorted((a, b) -> Double.compare(p(local.get(a)), p(local.get(b))))
            .toList();
    List<List<Cell>> rows = new ArrayList<>();
    for (int unit : order) {
      if (rows.size() == SHOWN) {
        break;
      }
      LocalMoran one = local.get(unit);
      rows.add(
          List.of(
              Cell.of(report.unit(unit)),
              Cell.of(report.word(quadrant(one.quadrant()))),
              IndexReport.number(one.statistic(), 4),
              IndexReport.number(one.z(), 2),
              IndexReport.p(one.p()),
              IndexReport.number(one.permutationP(), 4)));
    }
    long sure = local.stream().filter(one -> p(one) <= SURE).count();
    report.blocks.add(
        new Block.Grid(
            "lisa",
            report.words.get("composite.t.lisa", Numbers.count(sure), Numbers.count(x.length)),
            List.of(
                report.word("unit"),
                report.word("quadrant"),
                "I",
                "z",
                "p",
                report.word("p.permuted")),
            rows,
            List.of(
                permuted
                    ? report.words.get("composite.n.lisa", Numbers.count(permutations))
                    : report.word("n.lisa.normal"))));
  }

  private static double p(LocalMoran one) {
    return Double.isNaN(one.permutationP()) ? one.p() : one.permutationP();
  }

  private static String quadrant(LocalMoran.Quadrant quadrant) {
    String[] words = quadrant.name().toLowerCase(Locale.ROOT).split("_", -1);
    return words[0].substring(0, 1) + words[1].substring(0, 1);
  }

  void markov() {
    report.section("markov");
    if (report.periods() < 2 || report.units() < classes) {
      report.say(report.periods() < 2 ? "composite.one.period" : "composite.few");
      return;
    }
    double[][] panel = report.topPanel();
    Markov markov = Markov.of(panel, classes, pooled);
    double[][] p = new double[classes][classes];
    for (int from = 0; from < classes; from++) {
      for (int to = 0; to < classes; to++) {
        p[from][to] = markov.probability(from, to);
      }
    }
    List<String> names =
        IntStream.rangeClosed(1, classes).mapToObj(k -> report.word("class") + " " + k).toList();
    report.blocks.add(
        new Block.Figure(
            "markov",
            report.words.get("composite.f.markov", Numbers.percentFine(stay(p))),
            HeatTable.amounts(names, names, p, 3),
            List.of(
                report.words.get(
                    pooled ? "composite.n.markov.pooled" : "composite.n.markov",
                    Numbers.count(classes)))));
    List<List<Cell>> rows = new ArrayList<>();
    for (int from = 0; from < classes; from++) {
      int own = from;
      int moves = IntStream.range(0, classes).map(to -> markov.count(own, to)).sum();
      List<Cell> row =
          new ArrayList<>(
              List.of(Cell.of(names.get(from)), Cell.of(Integer.toString(moves), moves)));
      for (int to = 0; to < classes; to++) {
        row.add(IndexReport.number(p[from][to], 4));
      }
      rows.add(row);
    }
    List<Cell> later = new ArrayList<>(List.of(Cell.of(report.word("steady")), Cell.of("")));
    Arrays.stream(markov.steady()).forEach(share -> later.add(IndexReport.number(share, 4)));
    rows.add(later);
    List<String> header = new ArrayList<>(List.of(report.word("class"), report.word("moves")));
    header.addAll(names);
    report.blocks.add(
        new Block.Grid(
            "markov", report.word("t.markov"), header, rows, List.of(report.word("n.steady"))));
    spatialMarkov(panel, names);
  }

  private static double stay(double[][] p) {
    return IntStream.range(0, p.length).mapToDouble(k -> p[k][k]).average().orElse(Double.NaN);
  }

  private void spatialMarkov(double[][] panel, List<String> names) {
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
    Markov markov = Markov.spatial(panel, lags, classes, pooled);
    List<List<Cell>> rows = new ArrayList<>();
    for (int around = 0; around < classes; around++) {
      for (int from = 0; from < classes; from++) {
        int condition = around;
        int own = from;
        int moves = IntStream.range(0, classes).map(to -> markov.count(condition, own, to)).sum();
        List<Cell> row =
            new ArrayList<>(
                List.of(
                    Cell.of(names.get(around)),
                    Cell.of(names.get(from)),
                    Cell.of(Integer.toString(moves), moves)));
        for (int to = 0; to < classes; to++) {
          row.add(IndexReport.number(markov.probability(around, from, to), 4));
        }
        rows.add(row);
      }
    }
    List<String> header =
        new ArrayList<>(List.of(report.word("around"), report.word("class"), report.word("moves")));
    header.addAll(names);
    report.blocks.add(
        new Block.Grid(
            "spatial_markov",
            report.word("t.spatial.markov"),
            header,
            rows,
            List.of(report.word("n.spatial.markov"))));
    Markov.Test test = markov.homogeneity();
    report.say(
        "composite.markov.test",
        Numbers.fixed(test.chiSquared(), 2),
        Integer.toString(test.degreesOfFreedom()),
        IndexReport.p(test.p()).text().startsWith("<")
            ? IndexReport.p(test.p()).text()
            : "= " + Numbers.fixed(test.p(), 4));
  }
}
