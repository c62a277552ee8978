package tenon.twin.site;

import java.util.Arrays;

/** Turns service[day][replication] into an {@link Outcome}. */
final class Measures {
  private static final double NEGLIGIBLE = 1e-9;

  private final double[][] service;
  private final double[][] undisturbed;
  private final int onset;
  private final double recoveredAt;

  /**
   * Measures of one series.
   *
   * @param undisturbed the same without disruptions; empty where it was not run
   * @param onset first day that a disruption hits
   */
  Measures(double[][] service, double[][] undisturbed, int onset, double recoveredAt) {
    this.service = service;
    this.undisturbed = undisturbed;
    this.onset = onset;
    this.recoveredAt = recoveredAt;
  }

  Outcome outcome() {
    int replications = service[0].length;
    double[] area = new double[replications];
    double[] left = new double[replications];
    double[] rapid = new double[replications];
    int fell = 0;
    double[] least = new double[replications];
    double[] survive = new double[replications];
    double[] recover = new double[replications];
    int recovered = 0;
    for (int r = 0; r < replications; r++) {
      area[r] = area(r);
      left[r] = 1 - area[r] / (service.length - onset);
      least[r] = least(r);
      survive[r] = survive(r);
      recover[r] = recover(r);
      recovered += Double.isFinite(recover[r]) ? 1 : 0;
      if (recover[r] > 0) {
        rapid[fell++] = rapidity(r, recover[r]);
      }
    }
    return new Outcome(
        ServiceCurve.of(service),
        Spread.of(area),
        Spread.of(left),
        Spread.of(least),
        Spread.of(Arrays.copyOf(rapid, fell)),
        Spread.of(survive),
        Spread.of(recover),
        (double) recovered / replications);
  }

  private double full(int day, int r) {
    return undisturbed.length == 0 ? 1 : undisturbed[day][r];
  }

  private double area(int r) {
    double area = 0;
    for (int day = 0; day < service.length; day++) {
      area += Math.max(0, full(day, r) - service[day][r]);
    }
    return area;
  }

  private double least(int r) {
    double least = 1;
    for (int day = onset; day < service.length; day++) {
      least = Math.min(least, service[day][r]);
    }
    return least;
  }

  /** Service regained a day, from the last day of the greatest gap to the day of recovery. */
  private double rapidity(int r, double recover) {
    if (Double.isInfinite(recover)) {
      return 0;
    }
    int back = onset + (int) recover;
    int last = onset;
    for (int day = onset; day < back; day++) {
      last = gap(day, r) >= gap(last, r) - NEGLIGIBLE ? day : last;
    }
    return gap(last, r) / Math.max(1, back - last - 1);
  }

  private double gap(int day, int r) {
    return full(day, r) - service[day][r];
  }

  private double survive(int r) {
    for (int day = onset; day < service.length; day++) {
      if (service[day][r] < full(day, r) - NEGLIGIBLE) {
        return day - onset;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  private double recover(int r) {
    int day = service.length;
    while (day > onset && service[day - 1][r] >= recoveredAt * full(day - 1, r) - NEGLIGIBLE) {
      day--;
    }
    return day == service.length && day > onset ? Double.POSITIVE_INFINITY : day - onset;
  }
}
