package tenon.evaluate.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tenon.evaluate.Lanes;
import tenon.evaluate.Notes;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStream;
import tenon.numeric.RandomStreams;

/**
 * Standard errors of a synthetic difference in differences: algorithms 2 (bootstrap), 3 (jackknife)
 * and 4 (placebo) of Arkhangelsky and others 2021, with several adoption dates as Clarke, Pailanir,
 * Athey and Imbens 2023 have them.
 */
final class SyntheticErrors {
  private final SyntheticDidSpec spec;
  private final SyntheticSample sample;
  private final List<SyntheticCohort> cohorts;
  private final int[] before;
  private final Notes notes;

  SyntheticErrors(
      SyntheticDidSpec spec,
      SyntheticSample sample,
      List<SyntheticCohort> cohorts,
      int[] before,
      Notes notes) {
    this.spec = spec;
    this.sample = sample;
    this.cohorts = cohorts;
    this.before = before;
    this.notes = notes;
  }

  /**
   * The standard error, or NaN after it was told why there is none.
   *
   * @param estimate the estimate of the whole sample
   * @param weights its weights by cohort
   */
  double error(double estimate, List<SyntheticCohort.Weights> weights) {
    return switch (spec.variance()) {
      case PLACEBO -> placebo();
      case BOOTSTRAP -> bootstrap();
      case JACKKNIFE -> jackknife(estimate, weights);
    };
  }

  private double placebo() {
    int controls = sample.controls().length;
    if (spec.draws() > 0 && controls <= sample.treatedUnits()) {
      notes.warn(
          "synthetic-no-placebo",
          null,
          null,
          Integer.toString(controls),
          Integer.toString(sample.treatedUnits()));
      return Double.NaN;
    }
    return spread("synthetic placebo", this::placebo);
  }

  /** Controls drawn as if treated, the true treated left out. */
  private SyntheticSample placebo(RandomStream stream) {
    double[][] shuffled = sample.controls().clone();
    for (int i = shuffled.length - 1; i > 0; i--) {
      int other = stream.nextInt(i + 1);
      double[] swap = shuffled[i];
      shuffled[i] = shuffled[other];
      shuffled[other] = swap;
    }
    int next = shuffled.length - sample.treatedUnits();
    double[][] left = Arrays.copyOf(shuffled, next);
    double[][][] pretended = new double[sample.treated().length][][];
    for (int a = 0; a < pretended.length; a++) {
      int to = next + sample.treated()[a].length;
      pretended[a] = Arrays.copyOfRange(shuffled, next, to);
      next = to;
    }
    return new SyntheticSample(left, pretended);
  }

  private double bootstrap() {
    if (spec.draws() > 0 && sample.treatedUnits() < 2) {
      notes.warn("synthetic-no-bootstrap", null, null);
      return Double.NaN;
    }
    return spread("synthetic bootstrap", this::bootstrap);
  }

  /** Units drawn with replacement, again and again until there are controls and treated ones. */
  private SyntheticSample bootstrap(RandomStream stream) {
    int units = sample.controls().length + sample.treatedUnits();
    while (true) {
      List<double[]> controls = new ArrayList<>();
      List<List<double[]>> treated = new ArrayList<>();
      cohorts.forEach(_ -> treated.add(new ArrayList<>()));
      for (int i = 0; i < units; i++) {
        int unit = stream.nextInt(units);
        if (unit < sample.controls().length) {
          controls.add(sample.controls()[unit]);
        } else {
          int own = unit - sample.controls().length;
          int a = 0;
          while (own >= sample.treated()[a].length) {
            own -= sample.treated()[a++].length;
          }
          treated.get(a).add(sample.treated()[a][own]);
        }
      }
      if (controls.size() > 1 && controls.size() < units) {
        return new SyntheticSample(
            controls.toArray(double[][]::new),
            treated.stream().map(list -> list.toArray(double[][]::new)).toArray(double[][][]::new));
      }
    }
  }

  private interface Drawn {
    SyntheticSample of(RandomStream stream);
  }

  /** Standard deviation of the estimates of drawn samples; NaN for fewer than two draws. */
  private double spread(String purpose, Drawn drawn) {
    int draws = spec.draws();
    if (draws < 2) {
      return Double.NaN;
    }
    RandomStreams streams = RandomStreams.of(spec.seed());
    List<Double> effects =
        Lanes.run(
            draws,
            spec.threads(),
            () ->
                draw ->
                    drawn
                        .of(streams.stream(Purpose.RESAMPLE, purpose, draw))
                        .effect(cohorts, before));
    double sum = 0;
    double squares = 0;
    for (double effect : effects) {
      sum += effect;
      squares += effect * effect;
    }
    return Math.sqrt(squares / draws - sum / draws * (sum / draws));
  }

  /** Each unit left out once; the weights stay, those of the other controls scaled up. */
  private double jackknife(double estimate, List<SyntheticCohort.Weights> weights) {
    boolean enough = Arrays.stream(sample.treated()).allMatch(units -> units.length > 1);
    boolean spread =
        weights.stream().allMatch(one -> Arrays.stream(one.units()).filter(w -> w > 0).count() > 1);
    if (!enough || !spread) {
      notes.warn("synthetic-no-jackknife", null, null);
      return Double.NaN;
    }
    int count = cohorts.size();
    double[][] theirs = new double[count][];
    double[][] own = new double[count][];
    double[] controlsMean = new double[count];
    double[] treatedMean = new double[count];
    for (int a = 0; a < count; a++) {
      double[] periods = weights.get(a).periods();
      theirs[a] = cohorts.get(a).changes(sample.controls(), periods);
      own[a] = cohorts.get(a).changes(sample.treated()[a], periods);
      treatedMean[a] = Arrays.stream(own[a]).average().orElseThrow();
      for (int i = 0; i < theirs[a].length; i++) {
        controlsMean[a] += weights.get(a).units()[i] * theirs[a][i];
      }
    }
    double[] shares = sample.shares(before);
    double squares = 0;
    for (int i = 0; i < sample.controls().length; i++) {
      double effect = 0;
      for (int a = 0; a < count; a++) {
        double w = weights.get(a).units()[i];
        effect += shares[a] * (treatedMean[a] - (controlsMean[a] - w * theirs[a][i]) / (1 - w));
      }
      squares += (effect - estimate) * (effect - estimate);
    }
    for (int a = 0; a < count; a++) {
      double[] less = sharesWithoutOne(a);
      int units = own[a].length;
      for (double change : own[a]) {
        double effect = 0;
        for (int b = 0; b < count; b++) {
          double mean = b == a ? (treatedMean[a] * units - change) / (units - 1) : treatedMean[b];
          effect += less[b] * (mean - controlsMean[b]);
        }
        squares += (effect - estimate) * (effect - estimate);
      }
    }
    double n = sample.controls().length + sample.treatedUnits();
    return Math.sqrt((n - 1) / n * squares);
  }

  /** Shares of the cohorts once one unit of a cohort is left out. */
  private double[] sharesWithoutOne(int cohort) {
    double[][][] treated = sample.treated().clone();
    treated[cohort] = Arrays.copyOf(treated[cohort], treated[cohort].length - 1);
    return new SyntheticSample(sample.controls(), treated).shares(before);
  }
}
