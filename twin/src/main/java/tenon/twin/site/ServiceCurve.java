package tenon.twin.site;

/**
 * Service level in time: the share of a day's demand that is met on that day, from 0 to 1, with the
 * band of the replications. A day without demand counts as served.
 */
public final class ServiceCurve {
  private final double[] mean;
  private final double[] low;
  private final double[] high;

  private ServiceCurve(int days) {
    mean = new double[days];
    low = new double[days];
    high = new double[days];
  }

  /** The curve of service[day][replication]. */
  static ServiceCurve of(double[][] service) {
    ServiceCurve curve = new ServiceCurve(service.length);
    for (int day = 0; day < service.length; day++) {
      double[] some = service[day].clone();
      curve.mean[day] = Quantiles.mean(service[day]);
      curve.low[day] = Quantiles.among(some, 0.05);
      curve.high[day] = Quantiles.among(some, 0.95);
    }
    return curve;
  }

  public int days() {
    return mean.length;
  }

  /** Mean over the replications. */
  public double mean(int day) {
    return mean[day];
  }

  /** Quantile of 5 % over the replications. */
  public double low(int day) {
    return low[day];
  }

  /** Quantile of 95 % over the replications. */
  public double high(int day) {
    return high[day];
  }
}
