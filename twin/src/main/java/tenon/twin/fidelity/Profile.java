package tenon.twin.fidelity;

import java.util.function.DoubleUnaryOperator;
import tenon.model.Interval;
import tenon.twin.fidelity.DayLaw.Family;

/** Intervals of 95 % of the parameters of a law by the profile likelihood. */
final class Profile {
  private static final int HALVINGS = 18;
  private static final int DOUBLINGS = 7;

  private final Likelihood likelihood;
  private final DayLaw law;
  private final double floor;

  Profile(Likelihood likelihood, DayLaw law) {
    this.likelihood = likelihood;
    this.law = law;
    floor = likelihood.of(law) - LawFit.DEVIANCE / 2;
  }

  Interval mean() {
    DoubleUnaryOperator best = mean -> likelihood.of(likelihood.atMean(law.family(), mean));
    return new Interval(end(best, law.mean(), -1), end(best, law.mean(), 1));
  }

  Interval sd() {
    if (law.family() == Family.POISSON) {
      Interval mean = mean();
      return new Interval(Math.sqrt(mean.low()), Math.sqrt(mean.high()));
    }
    DoubleUnaryOperator best =
        sd -> likelihood.of(likelihood.atDeviation(law.family(), sd, law.mean()));
    return new Interval(end(best, law.sd(), -1), end(best, law.sd(), 1));
  }

  /** Where the profile falls to the floor below (-1) or above (1) its top. */
  private double end(DoubleUnaryOperator best, double top, int side) {
    double inside = 0;
    double outside = 0.05 * side;
    for (int step = 0; step < DOUBLINGS && holds(best, top, outside); step++) {
      inside = outside;
      outside *= 2;
    }
    if (holds(best, top, outside)) {
      return side < 0
          ? 0
          : Double.POSITIVE_INFINITY; // the data set no bound within a factor of 600
    }
    for (int step = 0; step < HALVINGS; step++) {
      double middle = (inside + outside) / 2;
      if (holds(best, top, middle)) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return top * StrictMath.exp(inside);
  }

  private boolean holds(DoubleUnaryOperator best, double top, double shift) {
    return best.applyAsDouble(top * StrictMath.exp(shift)) >= floor;
  }
}
