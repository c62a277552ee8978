package tenon.respond.stock;

import tenon.numeric.Laws;

/**
 * Cost a period of an inventory position y where the demand of the lead time is normal: G(y) = h
 * E(y - D)+ + p E(D - y)+, and its integral, in closed form by the first and second loss function
 * of the normal law. With a spread of 0 demand is known.
 */
record NormalLead(double holding, double penalty, double mean, double sd) {

  /** E(D - y)+. */
  double beyond(double y) {
    if (sd == 0) {
      return Math.max(0, mean - y);
    }
    double z = (y - mean) / sd;
    return sd * (density(z) - z * Laws.normalUpper(z));
  }

  /** Integral of E(D - u)+ over all u above y. */
  private double beyondAbove(double y) {
    if (sd == 0) {
      double short_ = Math.max(0, mean - y);
      return short_ * short_ / 2;
    }
    double z = (y - mean) / sd;
    return sd * sd / 2 * ((z * z + 1) * Laws.normalUpper(z) - z * density(z));
  }

  /** G(y). */
  double cost(double y) {
    return holding * (y - mean) + (holding + penalty) * beyond(y);
  }

  /** Integral of G from one position to another. */
  double cost(double from, double to) {
    double a = from - mean;
    double b = to - mean;
    return holding * (b - a) * (b + a) / 2
        + (holding + penalty) * (beyondAbove(from) - beyondAbove(to));
  }

  /** Where G is least. */
  double best() {
    return mean + sd * Laws.normalQuantile(penalty / (penalty + holding));
  }

  private static double density(double z) {
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }
}
