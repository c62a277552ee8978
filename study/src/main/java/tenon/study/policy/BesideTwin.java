package tenon.study.policy;

import java.util.Locale;
import tenon.evaluate.Fit;
import tenon.evaluate.Observations;
import tenon.evaluate.did.Effect;
import tenon.respond.design.LeverRehearsal;

/**
 * An effect estimated from a panel beside what the same policy does as levers on the twin. Both are
 * told as shares of what would be without the policy, since a panel's outcome and the twin's losses
 * seldom have one unit: tau / (mean of the treated - tau) here, the change of what is served (or
 * lost) in a year there. The two errors are independent; the level's own is left out, being small
 * beside the effect's.
 *
 * @param effect tau with its standard error, in units of the outcome
 * @param level mean of the treated rows less tau
 * @param panel tau as a share of that level, by the delta method
 * @param twin the twin's share
 * @param measure what is measured on the twin
 * @param rehearsal the twin's runs
 */
record BesideTwin(
    LeverRehearsal.Estimate effect,
    double level,
    LeverRehearsal.Estimate panel,
    LeverRehearsal.Estimate twin,
    Measure measure,
    LeverRehearsal rehearsal) {

  /** What is measured on the twin. */
  enum Measure {
    /** What is served in a year, by worth: higher is better. */
    SERVED,
    /** What is lost in a year: lower is better. */
    LOSS;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Measure of(String word) {
      return word.equals("loss") ? LOSS : SERVED;
    }
  }

  /** What the two together say. */
  enum Reading {
    /** The levers move nothing on the twin. */
    IDLE,
    /** The difference may be zero, and the panel's effect is not. */
    AGREE,
    /** The panel tells its effect neither from zero nor from the twin's. */
    UNCLEAR,
    /** The panel shows more than the levers bring. */
    MORE,
    /** The panel shows less. */
    LESS,
    /** They point in opposite directions, both beyond their intervals. */
    OPPOSITE
  }

  /**
   * Sets an effect beside the twin's.
   *
   * @param fit whose residuals were kept
   * @param treatment a regressor of it that is above 0 where treated
   */
  static BesideTwin of(
      Fit fit,
      Observations data,
      String outcome,
      String treatment,
      LeverRehearsal rehearsal,
      Measure measure) {
    double sum = 0;
    int treated = 0;
    double[] y = data.numbers(outcome);
    double[] d = data.numbers(treatment);
    for (int row = 0; row < y.length; row++) {
      if (d[row] > 0 && !Double.isNaN(fit.residuals()[row])) {
        sum += y[row];
        treated++;
      }
    }
    double mean = sum / treated;
    double tau = fit.coefficient(treatment);
    double error = fit.standardError(treatment);
    double level = mean - tau;
    return new BesideTwin(
        new LeverRehearsal.Estimate(tau, error),
        level,
        new LeverRehearsal.Estimate(tau / level, error * Math.abs(mean) / (level * level)),
        measure == Measure.SERVED ? rehearsal.servedChange() : rehearsal.lossChange(),
        measure,
        rehearsal);
  }

  /** The panel's share less the twin's. */
  LeverRehearsal.Estimate difference() {
    return new LeverRehearsal.Estimate(
        panel.value() - twin.value(), Math.hypot(panel.standardError(), twin.standardError()));
  }

  Reading reading() {
    if (twin.value() == 0 && !(twin.standardError() > 0)) {
      return Reading.IDLE;
    }
    if (holdsZero(difference())) {
      return holdsZero(panel) ? Reading.UNCLEAR : Reading.AGREE;
    }
    if (panel.value() * twin.value() < 0 && !holdsZero(panel) && !holdsZero(twin)) {
      return Reading.OPPOSITE;
    }
    return Math.abs(panel.value()) > Math.abs(twin.value()) ? Reading.MORE : Reading.LESS;
  }

  private static boolean holdsZero(LeverRehearsal.Estimate one) {
    return Math.abs(one.value()) <= Effect.NORMAL_95 * one.standardError();
  }

  static double low(LeverRehearsal.Estimate one) {
    return one.value() - Effect.NORMAL_95 * one.standardError();
  }

  static double high(LeverRehearsal.Estimate one) {
    return one.value() + Effect.NORMAL_95 * one.standardError();
  }
}
