package tenon.study.composite;

import java.util.ArrayList;
import java.util.List;
import tenon.assess.pipeline.Aggregator;
import tenon.assess.pipeline.Normalisation;
import tenon.assess.pipeline.Step;
import tenon.study.document.Block;

/** The methods section: the steps in their order, with the choices made and the formulas behind. */
final class IndexMethods {
  private final IndexReport report;

  IndexMethods(IndexReport report) {
    this.report = report;
  }

  void add() {
    report.section("methods");
    List<String> points = new ArrayList<>();
    for (Step step : report.result.spec().steps()) {
      points.add(report.word("step." + IndexConfig.word(step)) + " " + choices(step.toString()));
    }
    points.add(report.words.get("composite.weights.by", report.result.spec().weighting().title()));
    report.blocks.add(new Block.Points(points));
    formulas();
    boolean goalposts =
        report.result.spec().steps().stream()
            .anyMatch(
                step ->
                    step instanceof Step.Normalise(Normalisation by, _)
                        && by instanceof Normalisation.Goalposts);
    report.say(goalposts ? "composite.scaling.fixed" : "composite.scaling.sample");
  }

  /** What stands in the brackets of a record, which are its choices by name. */
  private static String choices(String record) {
    int from = record.indexOf('[');
    String inside = from < 0 ? "" : record.substring(from + 1, record.length() - 1);
    return inside.length() > 300 ? inside.substring(0, 300) + " …" : inside;
  }

  private void formulas() {
    for (Aggregator aggregator : report.result.spec().aggregators().stream().distinct().toList()) {
      switch (aggregator) {
        case Aggregator.Arithmetic _ ->
            formula("I_u = \\sum_{k} w_k z_{uk}", "I_u = sum over k of w_k z_uk");
        case Aggregator.Geometric _ ->
            formula("I_u = \\prod_{k} z_{uk}^{w_k}", "I_u = product over k of z_uk^w_k");
        case Aggregator.Harmonic _ ->
            formula(
                "I_u = \\frac{1}{\\sum_{k} w_k / z_{uk}}", "I_u = 1 / sum over k of w_k / z_uk");
        case Aggregator.Topsis _ ->
            formula("I_u = \\frac{d^-_u}{d^+_u + d^-_u}", "I_u = d-_u / (d+_u + d-_u)");
        case Aggregator.Copeland _, Aggregator.Doubt _ -> report.say("composite.aggregate.other");
      }
    }
  }

  private void formula(String latex, String plain) {
    report.blocks.add(new Block.Formula(latex, plain));
  }
}
