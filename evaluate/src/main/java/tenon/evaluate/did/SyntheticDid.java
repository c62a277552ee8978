package tenon.evaluate.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.Notes;
import tenon.evaluate.Observations;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStream;
import tenon.numeric.RandomStreams;

/**
 * Synthetic difference in differences for one adoption date: controls are weighted so that they run
 * parallel to the treated before adoption, periods so that they foretell the controls after it.
 * Source: Arkhangelsky, Athey, Hirshberg, Imbens and Wager 2021, algorithms 1 and 4.
 */
public final class SyntheticDid {
  private static final double PERIOD_PENALTY = 1e-6;
  private static final double LEAST_DECREASE = 1e-5;

  private final double[][] y;
  private final int controls;
  private final int before;
  private final double noise;
  private final double unitPenalty;

  /** Controls first, then the treated. */
  private SyntheticDid(double[][] y, int controls, int before) {
    this.y = y;
    this.controls = controls;
    this.before = before;
    noise = noise(y, controls, before);
    double treatedCells = (double) (y.length - controls) * (y[0].length - before);
    unitPenalty = Math.pow(treatedCells, .25) * noise;
  }

  /**
   * Estimates the effect.
   *
   * @param draws placebo draws for the standard error, 0 for none; they need more controls than
   *     treated units
   */
  public static Loaded<SyntheticDidResult> estimate(
      Observations data, StaggeredColumns columns, int draws, long seed) {
    Findings findings = new Findings();
    Notes notes = Notes.about(Notes.ESTIMATE, findings);
    StaggeredPanel panel = StaggeredPanel.of(data, columns, notes);
    int[] order = panel == null ? null : order(panel, columns, notes);
    if (panel == null || order == null) {
      return new Loaded.Rejected<>(findings.list());
    }
    double adoption = panel.treatedCohorts()[0];
    int before = (int) Arrays.stream(panel.periods).filter(t -> t < adoption).count();
    int controls =
        (int) Arrays.stream(order).filter(u -> panel.cohorts[u] == StaggeredPanel.NEVER).count();
    double[][] y = Arrays.stream(order).mapToObj(u -> panel.y[u]).toArray(double[][]::new);
    if (before < 2 || controls < 2) {
      notes.error(
          "synthetic-too-small", null, null, Integer.toString(controls), Integer.toString(before));
      return new Loaded.Rejected<>(findings.list());
    }
    boolean enough = controls > y.length - controls;
    if (draws > 0 && !enough) {
      notes.warn("synthetic-no-placebo", null, null, Integer.toString(controls));
    }
    SyntheticDid method = new SyntheticDid(y, controls, before);
    double[] units = method.unitWeights(y, controls);
    double[] periods = method.periodWeights(y, controls);
    SyntheticDidResult result =
        new SyntheticDidResult(
            method.effect(y, controls, units, periods),
            draws > 1 && enough ? method.placeboError(draws, seed) : Double.NaN,
            named(units, i -> panel.units.label(order[i])),
            named(periods, t -> Observations.label(panel.periods[t])),
            findings.list());
    return new Loaded.Ready<>(result, findings.list());
  }

  private static List<SyntheticDidResult.Weight> named(
      double[] weights, java.util.function.IntFunction<String> names) {
    List<SyntheticDidResult.Weight> named = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        named.add(new SyntheticDidResult.Weight(names.apply(i), weights[i]));
      }
    }
    named.sort(Comparator.comparingDouble(SyntheticDidResult.Weight::weight).reversed());
    return named;
  }

  /** Units, controls first, or null where the panel does not have the shape. */
  private static int @Nullable [] order(
      StaggeredPanel panel, StaggeredColumns columns, Notes notes) {
    if (panel.treatedCohorts().length > 1
        || Arrays.stream(panel.cohorts).anyMatch(g -> g <= panel.periods[0])) {
      notes.error("synthetic-staggered", columns.cohort(), null);
      return null;
    }
    int gaps =
        (int) IntStream.range(0, panel.unitCount()).filter(u -> !panel.isComplete(u)).count();
    if (gaps > 0) {
      notes.error("bacon-unbalanced", columns.unit(), null, Integer.toString(gaps));
      return null;
    }
    return IntStream.range(0, panel.unitCount())
        .boxed()
        .sorted(Comparator.comparing(u -> panel.cohorts[u] < StaggeredPanel.NEVER))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Standard deviation of the controls' changes before adoption. */
  private static double noise(double[][] y, int controls, int before) {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int i = 0; i < controls; i++) {
      for (int t = 1; t < before; t++) {
        double change = y[i][t] - y[i][t - 1];
        sum += change;
        squares += change * change;
        count++;
      }
    }
    return Math.sqrt((squares - sum * sum / count) / (count - 1));
  }

  private double[] unitWeights(double[][] outcomes, int count) {
    double[][] rows = new double[before][count];
    double[] target = new double[before];
    for (int t = 0; t < before; t++) {
      for (int i = 0; i < outcomes.length; i++) {
        if (i < count) {
          rows[t][i] = outcomes[i][t];
        } else {
          target[t] += outcomes[i][t] / (outcomes.length - count);
        }
      }
    }
    return SimplexWeights.of(rows, target, unitPenalty, LEAST_DECREASE * noise);
  }

  private double[] periodWeights(double[][] outcomes, int count) {
    double[][] rows = new double[count][];
    double[] target = new double[count];
    for (int i = 0; i < count; i++) {
      rows[i] = Arrays.copyOf(outcomes[i], before);
      target[i] = mean(outcomes[i], before, outcomes[i].length);
    }
    return SimplexWeights.of(rows, target, PERIOD_PENALTY * noise, LEAST_DECREASE * noise);
  }

  private static double mean(double[] values, int from, int to) {
    double sum = 0;
    for (int t = from; t < to; t++) {
      sum += values[t];
    }
    return sum / (to - from);
  }

  private double effect(double[][] outcomes, int count, double[] units, double[] periods) {
    double effect = 0;
    for (int i = 0; i < outcomes.length; i++) {
      double change = mean(outcomes[i], before, outcomes[i].length);
      for (int t = 0; t < before; t++) {
        change -= periods[t] * outcomes[i][t];
      }
      effect += i < count ? -units[i] * change : change / (outcomes.length - count);
    }
    return effect;
  }

  /** Algorithm 4: controls drawn as if treated, the true treated left out. */
  private double placeboError(int draws, long seed) {
    int treated = y.length - controls;
    RandomStreams streams = RandomStreams.of(seed);
    double sum = 0;
    double squares = 0;
    for (int draw = 0; draw < draws; draw++) {
      RandomStream stream = streams.stream(Purpose.RESAMPLE, "synthetic placebo", draw);
      double[][] shuffled = Arrays.copyOf(y, controls);
      for (int i = controls - 1; i > 0; i--) {
        int other = stream.nextInt(i + 1);
        double[] swap = shuffled[i];
        shuffled[i] = shuffled[other];
        shuffled[other] = swap;
      }
      int left = controls - treated;
      double effect =
          effect(shuffled, left, unitWeights(shuffled, left), periodWeights(shuffled, left));
      sum += effect;
      squares += effect * effect;
    }
    return Math.sqrt(squares / draws - sum / draws * (sum / draws));
  }
}
