package tenon.evaluate.did;

import java.util.Arrays;

/**
 * One adoption date of a synthetic difference in differences: controls are weighted so that they
 * run parallel to the treated before adoption, periods so that they foretell the controls after it.
 * Penalties are those of the data it was made from, and stay for samples drawn from them, as the
 * authors have it.
 */
final class SyntheticCohort {
  private static final double PERIOD_PENALTY = 1e-6;
  private static final double LEAST_DECREASE = 1e-5;

  private final int before;
  private final double noise;
  private final double unitPenalty;

  /**
   * A cohort.
   *
   * @param controls outcomes by unit and period
   * @param treated number of treated units
   * @param before periods before adoption, at least 2
   */
  SyntheticCohort(double[][] controls, int treated, int before) {
    this.before = before;
    noise = noise(controls, before);
    double treatedCells = (double) treated * (controls[0].length - before);
    unitPenalty = Math.pow(treatedCells, .25) * noise;
  }

  /** Weights of controls and of the periods before adoption. */
  @SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
  record Weights(double[] units, double[] periods) {}

  /** Standard deviation of the controls' changes before adoption. */
  private static double noise(double[][] controls, int before) {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (double[] y : controls) {
      for (int t = 1; t < before; t++) {
        double change = y[t] - y[t - 1];
        sum += change;
        squares += change * change;
        count++;
      }
    }
    return Math.sqrt((squares - sum * sum / count) / (count - 1));
  }

  Weights weights(double[][] controls, double[][] treated) {
    return new Weights(unitWeights(controls, treated), periodWeights(controls));
  }

  private double[] unitWeights(double[][] controls, double[][] treated) {
    double[][] rows = new double[before][controls.length];
    double[] target = new double[before];
    for (int t = 0; t < before; t++) {
      for (int i = 0; i < controls.length; i++) {
        rows[t][i] = controls[i][t];
      }
      for (double[] y : treated) {
        target[t] += y[t] / treated.length;
      }
    }
    return SimplexWeights.of(rows, target, unitPenalty, LEAST_DECREASE * noise);
  }

  private double[] periodWeights(double[][] controls) {
    double[][] rows = new double[controls.length][];
    double[] target = new double[controls.length];
    for (int i = 0; i < controls.length; i++) {
      rows[i] = Arrays.copyOf(controls[i], before);
      target[i] = after(controls[i]);
    }
    return SimplexWeights.of(rows, target, PERIOD_PENALTY * noise, LEAST_DECREASE * noise);
  }

  private double after(double[] y) {
    double sum = 0;
    for (int t = before; t < y.length; t++) {
      sum += y[t];
    }
    return sum / (y.length - before);
  }

  /** By unit the mean outcome from adoption on less the weighted one before. */
  double[] changes(double[][] outcomes, double[] periods) {
    double[] changes = new double[outcomes.length];
    for (int i = 0; i < changes.length; i++) {
      changes[i] = after(outcomes[i]);
      for (int t = 0; t < before; t++) {
        changes[i] -= periods[t] * outcomes[i][t];
      }
    }
    return changes;
  }

  /** The treated units' mean change less the controls' weighted one. */
  double effect(double[][] controls, double[][] treated, Weights weights) {
    double effect = 0;
    for (double change : changes(treated, weights.periods())) {
      effect += change / treated.length;
    }
    double[] theirs = changes(controls, weights.periods());
    for (int i = 0; i < theirs.length; i++) {
      effect -= weights.units()[i] * theirs[i];
    }
    return effect;
  }
}
