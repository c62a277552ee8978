package tenon.study.composite;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.assess.uncertainty.SensitivityResult;
import tenon.assess.uncertainty.Sobol;
import tenon.assess.uncertainty.UncertaintyResult;
import tenon.study.chart.Axis;
import tenon.study.chart.EffectChart;
import tenon.study.chart.Estimate;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.text.Numbers;

/** How far other choices move ranks, and which choice moves them most. */
final class IndexRobustness {
  private static final int SHOWN = 40;

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
    if (sensitivity == null) {
      report.say("composite.sobol.none");
    } else {
      sobol(sensitivity);
    }
  }

  private void ranks(UncertaintyResult uncertainty) {
    int period = report.periods() - 1;
    List<Estimate.Named> intervals = new ArrayList<>();
    List<List<Cell>> rows = new ArrayList<>();
    for (int unit : IndexReport.order(report.topScores(period))) {
      if (rows.size() == SHOWN) {
        break;
      }
      UncertaintyResult.Ranks ranks = uncertainty.ranks(unit, period);
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
            List.of(report.word("n.ranks"))));
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
            List.of(report.word("n.ranks"))));
  }

  private void sobol(SensitivityResult sensitivity) {
    List<List<Cell>> rows = new ArrayList<>();
    for (int factor = 0; factor < sensitivity.indices().size(); factor++) {
      Sobol.Indices indices = sensitivity.indices().get(factor);
      rows.add(
          List.of(
              Cell.of(sensitivity.spec().factors().get(factor).name()),
              IndexReport.number(indices.first(), 3),
              IndexReport.number(indices.total(), 3)));
    }
    report.blocks.add(
        new Block.Grid(
            "sobol",
            report.word("t.sobol"),
            List.of(report.word("factor"), "S", "ST"),
            rows,
            List.of(
                report.words.get(
                    sensitivity.exact() ? "composite.n.sobol.exact" : "composite.n.sobol.drawn",
                    Numbers.count(sensitivity.runs())))));
  }
}
