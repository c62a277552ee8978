package tenon.evaluate.mechanism;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.Coding;
import tenon.evaluate.Fit;
import tenon.evaluate.Notes;
import tenon.evaluate.Observations;
import tenon.evaluate.Regression;
import tenon.evaluate.RegressionSpec;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStream;
import tenon.numeric.RandomStreams;

/**
 * Stepwise mediation in three regressions on the same rows, with the tests of Sobel, Aroian and
 * Goodman and a bootstrap over clusters. A mediator that the treatment does not cause, or that
 * shares an unseen cause with the outcome, makes a b mean nothing; no test here can tell.
 */
public final class Mediation {
  private static final String WEIGHT = "draws of the bootstrap";

  private final MediationSpec spec;
  private final Findings findings = new Findings();
  private final Notes notes = Notes.about(Notes.ESTIMATE, findings);

  private Mediation(MediationSpec spec) {
    this.spec = spec;
  }

  /** Estimates the mediation. */
  public static Loaded<MediationResult> estimate(Observations data, MediationSpec spec) {
    Mediation mediation = new Mediation(spec);
    MediationResult result = mediation.estimate(data);
    return result == null
        ? new Loaded.Rejected<>(mediation.findings.list())
        : new Loaded.Ready<>(result, mediation.findings.list());
  }

  private RegressionSpec regression(String outcome, boolean mediated) {
    List<String> terms = new ArrayList<>(List.of(Sentence.quoted(spec.treatment())));
    if (mediated) {
      terms.add(Sentence.quoted(spec.mediator()));
    }
    terms.addAll(spec.controls());
    return Sentence.regression(outcome, terms, spec.effects(), spec.errors());
  }

  private @Nullable MediationResult estimate(Observations data) {
    Fit second = fit(data, regression(spec.outcome(), true).withResiduals());
    if (second == null) {
      return null;
    }
    // The rows of the last regression are those of all three, else c = c' + a b need not hold.
    Observations same = data.rows(used(second));
    Fit total = fit(same, regression(spec.outcome(), false));
    Fit first = fit(same, regression(spec.mediator(), false));
    if (total == null || first == null) {
      return null;
    }
    String treatment = spec.treatment();
    double a = first.coefficient(treatment);
    double b = second.coefficient(spec.mediator());
    double c = total.coefficient(treatment);
    double direct = second.coefficient(treatment);
    if (Double.isNaN(a + b + c + direct)) {
      notes.error("mediation-dropped", null, spec.mediator());
      return null;
    }
    double va = Math.pow(first.standardError(treatment), 2);
    double vb = Math.pow(second.standardError(spec.mediator()), 2);
    double variance = b * b * va + a * a * vb;
    double[] drawn = draws(same);
    return new MediationResult(
        total,
        first,
        second,
        c,
        a,
        b,
        direct,
        direct + a * b - c,
        a * b / Math.sqrt(variance),
        a * b / Math.sqrt(variance + va * vb),
        a * b / Math.sqrt(variance - va * vb),
        quantile(drawn, .025),
        quantile(drawn, .975),
        findings.list());
  }

  private static int[] used(Fit fit) {
    double[] residuals = fit.residuals();
    int[] rows = new int[residuals.length];
    int count = 0;
    for (int row = 0; row < rows.length; row++) {
      if (!Double.isNaN(residuals[row])) {
        rows[count++] = row;
      }
    }
    return Arrays.copyOf(rows, count);
  }

  private @Nullable Fit fit(Observations data, RegressionSpec regression) {
    Loaded<Fit> loaded = Regression.fit(data, regression);
    loaded.findings().forEach(findings::add);
    return loaded instanceof Loaded.Ready<Fit>(Fit fit, var _) ? fit : null;
  }

  /**
   * The a b of each draw. A cluster drawn k times has weight k: with its own absorbed effects that
   * is the same as k copies.
   */
  private double[] draws(Observations data) {
    double[] drawn = new double[spec.draws()];
    Coding cluster = Coding.of(data, spec.errors().variables().getFirst());
    RandomStreams streams = RandomStreams.of(spec.seed());
    for (int draw = 0; draw < drawn.length; draw++) {
      RandomStream stream = streams.stream(Purpose.RESAMPLE, "mediation", draw);
      double[] counts = new double[cluster.count()];
      for (int g = 0; g < counts.length; g++) {
        counts[stream.nextInt(counts.length)]++;
      }
      double[] weights = new double[data.rows()];
      for (int row = 0; row < weights.length; row++) {
        double count = counts[cluster.code(row)];
        weights[row] = count == 0 ? Double.NaN : count;
      }
      drawn[draw] = indirect(data.with(WEIGHT, weights));
    }
    return Arrays.stream(drawn).filter(Double::isFinite).sorted().toArray();
  }

  private double indirect(Observations data) {
    Loaded<Fit> first =
        Regression.fit(data, regression(spec.mediator(), false).withWeights(WEIGHT));
    Loaded<Fit> second = Regression.fit(data, regression(spec.outcome(), true).withWeights(WEIGHT));
    return first instanceof Loaded.Ready<Fit>(Fit a, var _)
            && second instanceof Loaded.Ready<Fit>(Fit b, var _)
        ? a.coefficient(spec.treatment()) * b.coefficient(spec.mediator())
        : Double.NaN;
  }

  private static double quantile(double[] sorted, double p) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = p * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
