package tenon.study.composite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.assess.statistics.Convergence;
import tenon.assess.statistics.Density;
import tenon.assess.statistics.Inequality;
import tenon.study.chart.Axis;
import tenon.study.chart.LineChart;
import tenon.study.chart.Series;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.text.Numbers;

/** How scores are spread over groups, space and time. */
final class IndexStructure {
  private static final int GRID = 120;
  private static final int SHOWN = 40;

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
}
