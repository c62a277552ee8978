package tenon.study;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.model.Scenario;
import tenon.respond.PairedDifference;
import tenon.study.chart.Axis;
import tenon.study.chart.EffectChart;
import tenon.study.chart.Estimate.Named;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.document.Document;
import tenon.study.text.Money;
import tenon.study.text.Numbers;
import tenon.study.text.Scale;
import tenon.study.text.Words;
import tenon.twin.site.Trajectory;

/**
 * The page of plans that are compared: which one is better by how much, and the table behind it.
 */
final class CompareReport {
  private final Words words;
  private final Scenario scenario;
  private final List<String> plans;
  private final List<Trajectory> runs;
  private final List<PairedDifference> gaps;

  CompareReport(
      Words words,
      Scenario scenario,
      List<String> plans,
      List<Trajectory> runs,
      List<PairedDifference> gaps) {
    this.words = words;
    this.scenario = scenario;
    this.plans = plans;
    this.runs = runs;
    this.gaps = gaps;
  }

  Document document(@Nullable String currency) {
    double greatest = 0;
    for (int i = 0; i < runs.size(); i++) {
      greatest = Math.max(greatest, Math.abs(runs.get(i).loss().mean()));
      greatest = Math.max(greatest, Math.abs(gaps.get(i).mean()));
    }
    Scale scale = Scale.of(greatest, words);
    boolean money = runs.getFirst().loss().inMoney();
    String unit =
        money
            ? new Money(words, currency).unit(scale)
            : (scale.name() + " " + words.get("unit.none")).strip();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(headline()));
    blocks.add(figure(scale, unit));
    blocks.add(grid(scale, unit));
    blocks.add(new Block.Points(List.of(words.get("compare.how"), words.get("compare.files"))));
    String days = Numbers.count(runs.getFirst().days());
    String times = Numbers.count(runs.getFirst().replications());
    return new Document(
        words.get("compare.title", scenario.called(words.locale())),
        words.get("compare.subtitle", days, times),
        words.locale(),
        blocks);
  }

  /** The plan with the least mean loss, and whether it is surely better than the first. */
  private String headline() {
    int best = 0;
    for (int i = 1; i < runs.size(); i++) {
      best = runs.get(i).loss().mean() < runs.get(best).loss().mean() ? i : best;
    }
    String key =
        best == 0
            ? "compare.best.first"
            : gaps.get(best).interval().high() < 0 ? "compare.best.sure" : "compare.best.unsure";
    return words.get(key, plans.get(best), plans.getFirst());
  }

  private Block.Figure figure(Scale scale, String unit) {
    List<Named> points = new ArrayList<>();
    for (int i = 1; i < runs.size(); i++) {
      PairedDifference gap = gaps.get(i);
      points.add(
          new Named(
              plans.get(i),
              scale.of(gap.mean()),
              scale.of(gap.interval().low()),
              scale.of(gap.interval().high())));
    }
    return new Block.Figure(
        "difference",
        words.get("compare.figure", plans.getFirst()),
        EffectChart.named(Axis.of(words.get("compare.axis", unit)), points),
        List.of(words.get("compare.figure.note")));
  }

  private Block.Grid grid(Scale scale, String unit) {
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      Trajectory run = runs.get(i);
      PairedDifference gap = gaps.get(i);
      rows.add(
          List.of(
              Cell.of(plans.get(i)),
              amount(run.loss().mean(), scale),
              amount(run.loss().tailMean(), scale),
              i == 0 ? Cell.of("–") : amount(gap.mean(), scale),
              i == 0 ? Cell.of("–") : amount(gap.interval().low(), scale),
              i == 0 ? Cell.of("–") : amount(gap.interval().high(), scale),
              number(run.total().performanceLossDays().mean()),
              number(run.total().robustness().mean()),
              number(run.total().timeToRecoverDays().median())));
    }
    List<String> header =
        List.of(
            words.get("compare.plan"),
            words.get("compare.loss"),
            words.get("compare.cvar"),
            words.get("compare.gap", plans.getFirst()),
            words.get("compare.gap.low"),
            words.get("compare.gap.high"),
            words.get("compare.days"),
            words.get("compare.least"),
            words.get("compare.ttr"));
    return new Block.Grid(
        "compare",
        words.get("compare.table"),
        header,
        rows,
        List.of(words.get("compare.note", unit)));
  }

  private static Cell amount(double amount, Scale scale) {
    return Cell.of(scale.text(amount), amount);
  }

  private static Cell number(double number) {
    return Double.isFinite(number)
        ? Cell.of(Numbers.shown(number), number)
        : Cell.of(Numbers.cell(number));
  }
}
