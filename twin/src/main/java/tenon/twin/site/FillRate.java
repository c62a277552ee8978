package tenon.twin.site;

/**
 * Fill rate in time: of all that was asked up to a day, the share that was met on its day. Kept by
 * replication; bands are reckoned when they are asked for.
 */
public final class FillRate {
  private final double[][] byDay;

  FillRate(double[][] byDay) {
    this.byDay = byDay;
  }

  /** Mean and band of the replications by day. */
  public ServiceCurve curve() {
    return ServiceCurve.of(byDay);
  }
}
