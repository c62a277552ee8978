package tenon.study.composite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tenon.assess.AhpWeights;
import tenon.assess.Weighting;
import tenon.assess.Weights;
import tenon.study.chart.Axis;
import tenon.study.chart.Bar;
import tenon.study.chart.BarChart;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.text.Numbers;

/** The weights of the indicators by every method that took part, and how consistent judges were. */
final class IndexWeights {
  private static final int SHOWN = 40;

  /** Weights this close are the same. */
  private static final double TIED = 1e-9;

  private final IndexReport report;
  private final Weights weights;
  private final Weighting weighting;

  IndexWeights(IndexReport report) {
    this.report = report;
    weights = report.result.weights();
    weighting = report.result.spec().weighting();
  }

  void add() {
    report.section("weights");
    int[] leaves =
        IntStream.range(0, report.last.indicators())
            .map(report.last::indicator)
            .boxed()
            .sorted((a, b) -> Double.compare(weights.global(b), weights.global(a)))
            .mapToInt(Integer::intValue)
            .toArray();
    int heaviest = leaves.length == 0 ? report.top : leaves[0];
    report.say(
        "composite.weights.said",
        IndexMethods.said(weighting, report.words),
        report.name(heaviest),
        Numbers.percentFine(weights.global(heaviest)));
    report.blocks.add(
        new Block.Figure(
            "weights",
            title(leaves, heaviest),
            BarChart.horizontal(
                Axis.of(report.word("global")),
                Arrays.stream(leaves)
                    .limit(SHOWN)
                    .mapToObj(leaf -> Bar.of(report.name(leaf), weights.global(leaf)))
                    .toList()),
            leaves.length > SHOWN ? List.of(report.word("weights.more")) : List.of()));
    methods(leaves);
    judged();
  }

  private String title(int[] leaves, int heaviest) {
    double most = weights.global(heaviest);
    long others =
        IntStream.of(leaves)
            .filter(leaf -> leaf != heaviest && most - weights.global(leaf) < TIED)
            .count();
    long told = report.words.chinese() ? others + 1 : others;
    return others == 0
        ? report.words.get("composite.f.weights", report.name(heaviest))
        : report.words.get("composite.f.weights.tied", report.name(heaviest), Numbers.count(told));
  }

  /** Where several methods took part, what each of them says. */
  private void methods(int[] leaves) {
    List<String> methods = weights.methods();
    if (methods.size() < 2) {
      return;
    }
    List<String> header = new ArrayList<>(List.of(report.word("code"), report.word("name")));
    methods.forEach(method -> header.add(IndexMethods.method(method, weighting, report.words)));
    List<List<Cell>> rows = new ArrayList<>();
    for (int leaf : leaves) {
      List<Cell> row =
          new ArrayList<>(List.of(Cell.of(report.tree.code(leaf)), Cell.of(report.name(leaf))));
      methods.forEach(method -> row.add(IndexReport.number(weights.global(method, leaf), 4)));
      rows.add(row);
    }
    report.blocks.add(
        new Block.Grid(
            "weights_by_method",
            report.word("t.weights"),
            header,
            rows,
            List.of(report.word("n.weights"))));
  }

  private void judged() {
    Map<String, AhpWeights> judged = weights.judged();
    if (judged.isEmpty()) {
      return;
    }
    List<List<Cell>> rows = new ArrayList<>();
    judged.forEach(
        (group, one) ->
            rows.add(
                List.of(
                    Cell.of(group),
                    Cell.of(Integer.toString(one.items().size()), one.items().size()),
                    IndexReport.number(one.lambdaMax(), 4),
                    IndexReport.number(one.consistencyIndex(), 4),
                    IndexReport.number(one.consistencyRatio(), 4))));
    report.blocks.add(
        new Block.Grid(
            "consistency",
            report.word("t.consistency"),
            List.of(report.word("group"), "n", "λ max", "CI", "CR"),
            rows,
            List.of(report.word("n.consistency"))));
  }
}
