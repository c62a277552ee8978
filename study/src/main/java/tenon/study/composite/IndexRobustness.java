package tenon.study.composite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.assess.algebra.Correlation;
import tenon.assess.pipeline.Pipeline;
import tenon.assess.pipeline.PipelineResult;
import tenon.assess.pipeline.PipelineSpec;
import tenon.assess.uncertainty.Alternative;
import tenon.assess.uncertainty.Factor;
import tenon.assess.uncertainty.SensitivityResult;
import tenon.assess.uncertainty.Sobol;
import tenon.assess.uncertainty.UncertaintyResult;
import tenon.model.Loaded;
import tenon.study.chart.Axis;
import tenon.study.chart.BarChart;
import tenon.study.chart.Bars;
import tenon.study.chart.EffectChart;
import tenon.study.chart.Estimate;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.text.Numbers;

/** How far other choices move ranks, and which choice moves them most. */
final class IndexRobustness {
  private static final int SHOWN = 40;

  /** Choices with more alternatives than this are not told one by one. */
  private static final int FEW = 10;

  private final IndexReport report;

  IndexRobustness(IndexReport report) {
    this.report = report;
  }

  void add(@Nullable UncertaintyResult uncertainty, @Nullable SensitivityResult sensitivity) {
    report.section("robustness");
    if (uncertainty == null) {
      report.say("composite.robust.none");
      return;
    }
    ranks(uncertainty);
    oneByOne();
    if (sensitivity == null) {
      report.say("composite.sobol.none");
    } else {
      sobol(sensitivity);
    }
  }

  private void ranks(UncertaintyResult uncertainty) {
    int period = report.periods() - 1;
    String shares =
        report.words.get("composite.n.ranks", Numbers.percent(report.chosen.interval()));
    List<Estimate.Named> intervals = new ArrayList<>();
    List<List<Cell>> rows = new ArrayList<>();
    for (int unit : IndexReport.order(report.topScores(period))) {
      if (rows.size() == SHOWN) {
        break;
      }
      UncertaintyResult.Ranks ranks = uncertainty.ranks(unit, period, report.chosen.interval());
      String name = report.unit(unit);
      intervals.add(new Estimate.Named(name, ranks.median(), ranks.low(), ranks.high()));
      rows.add(
          List.of(
              Cell.of(name),
              Cell.of(Integer.toString(ranks.nominal()), ranks.nominal()),
              IndexReport.number(ranks.mean(), 2),
              Cell.of(Integer.toString(ranks.median()), ranks.median()),
              Cell.of(Integer.toString(ranks.low()), ranks.low()),
              Cell.of(Integer.toString(ranks.high()), ranks.high())));
    }
    report.blocks.add(
        new Block.Figure(
            "ranks",
            report.words.get("composite.f.ranks", Numbers.count(uncertainty.design().runs())),
            EffectChart.named(Axis.of(report.word("rank")), intervals),
            List.of(shares)));
    report.blocks.add(
        new Block.Grid(
            "uncertain_ranks",
            report.word("t.ranks"),
            List.of(
                report.word("unit"),
                report.word("nominal"),
                report.word("mean"),
                report.word("median"),
                report.word("low"),
                report.word("high")),
            rows,
            List.of(shares)));
  }

  /** Each choice changed alone. */
  private void oneByOne() {
    int period = report.periods() - 1;
    double[] nominal = report.topScores(period);
    int[] nominalRanks = report.result.scores().ranks(report.top, period);
    List<List<Cell>> rows = new ArrayList<>();
    boolean many = false;
    for (Factor factor : report.chosen.factors()) {
      if (factor.alternatives().size() > FEW) {
        many = true;
        continue;
      }
      for (Alternative alternative : factor.alternatives()) {
        PipelineSpec other = alternative.in(report.result.spec());
        if (Pipeline.run(report.data.panel(), other)
            instanceof Loaded.Ready<PipelineResult>(var result, var _)) {
          rows.add(changed(factor.name(), alternative, result, nominal, nominalRanks));
        } else {
          rows.add(
              List.of(
                  Cell.of(factor.name()),
                  Cell.of(IndexMethods.said(alternative, report.words)),
                  Cell.of(report.word("alone.cannot")),
                  Cell.of(""),
                  Cell.of(""),
                  Cell.of("")));
        }
      }
    }
    if (rows.isEmpty()) {
      return;
    }
    report.blocks.add(
        new Block.Grid(
            "alternatives",
            report.word("t.alternatives"),
            List.of(
                report.word("factor"),
                report.word("alternative"),
                report.word("rank.r"),
                report.word("rank.shift"),
                report.word("rank.most"),
                report.word("first")),
            rows,
            many
                ? List.of(report.word("n.alternatives"), report.word("n.alternatives.many"))
                : List.of(report.word("n.alternatives"))));
  }

  private List<Cell> changed(
      String factor,
      Alternative alternative,
      PipelineResult result,
      double[] nominal,
      int[] nominalRanks) {
    int period = report.periods() - 1;
    int top = result.last().tree().keys().id(report.chosen.node());
    double[] scores = new double[nominal.length];
    int[] ranks = new int[nominal.length];
    int[] found = result.scores().ranks(top, period);
    for (int unit = 0; unit < nominal.length; unit++) {
      int there = result.last().units().id(report.last.units().key(unit));
      scores[unit] = there < 0 ? Double.NaN : result.scores().score(top, there, period);
      ranks[unit] = there < 0 ? 0 : found[there];
    }
    int[] both =
        IntStream.range(0, ranks.length)
            .filter(unit -> ranks[unit] > 0 && nominalRanks[unit] > 0)
            .toArray();
    int[] shifts =
        Arrays.stream(both).map(unit -> Math.abs(ranks[unit] - nominalRanks[unit])).toArray();
    double spearman =
        Correlation.spearman(
            Arrays.stream(both).mapToDouble(unit -> nominal[unit]).toArray(),
            Arrays.stream(both).mapToDouble(unit -> scores[unit]).toArray());
    int most = Arrays.stream(shifts).max().orElse(0);
    return List.of(
        Cell.of(factor),
        Cell.of(IndexMethods.said(alternative, report.words)),
        IndexReport.number(spearman, 4),
        IndexReport.number(Arrays.stream(shifts).average().orElse(Double.NaN), 2),
        Cell.of(Integer.toString(most), most),
        Cell.of(report.unit(IndexReport.order(scores)[0])));
  }

  private void sobol(SensitivityResult sensitivity) {
    int count = sensitivity.indices().size();
    double[] first = new double[count];
    double[] total = new double[count];
    List<String> names = sensitivity.spec().factors().stream().map(Factor::name).toList();
    List<List<Cell>> rows = new ArrayList<>();
    for (int factor = 0; factor < count; factor++) {
      Sobol.Indices indices = sensitivity.indices().get(factor);
      first[factor] = indices.first();
      total[factor] = indices.total();
      List<Cell> row = new ArrayList<>(List.of(Cell.of(names.get(factor))));
      row.add(IndexReport.number(indices.first(), 3));
      row.add(IndexReport.number(indices.total(), 3));
      if (!sensitivity.exact()) {
        row.add(2, interval(indices.firstLow(), indices.firstHigh()));
        row.add(interval(indices.totalLow(), indices.totalHigh()));
      }
      rows.add(row);
    }
    List<String> header = new ArrayList<>(List.of(report.word("factor"), "S", "ST"));
    if (!sensitivity.exact()) {
      header.add(2, report.word("interval"));
      header.add(report.word("interval"));
    }
    int most = IndexReport.order(total)[0];
    report.blocks.add(
        new Block.Figure(
            "sobol",
            report.words.get("composite.f.sobol", names.get(most), Numbers.fixed(total[most], 2)),
            BarChart.grouped(
                Axis.of(report.word("variance.share")),
                names,
                List.of(new Bars("S", first), new Bars("ST", total))),
            List.of(report.word("n.sobol.bars"))));
    report.blocks.add(
        new Block.Grid(
            "sobol",
            report.word("t.sobol"),
            header,
            rows,
            List.of(
                report.words.get(
                    sensitivity.exact() ? "composite.n.sobol.exact" : "composite.n.sobol.drawn",
                    Numbers.count(sensitivity.runs())))));
  }

  private static Cell interval(double low, double high) {
    return Double.isNaN(low)
        ? Cell.of("")
        : Cell.of(Numbers.fixed(low, 3) + " – " + Numbers.fixed(high, 3));
  }
}
