package tenon.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import tenon.model.Interval;

/** Outages of a few sites, worked off in order by one thread with programmes of its own. */
final class Chunk implements Callable<Chunk.Done> {
  private final Network network;
  private final double[] marginPerUnit;
  private final double horizonDays;
  private final List<Recovery> sites;
  private final Runnable oneDone;

  /**
   * What came of a chunk.
   *
   * @param sites exposures in the order of the sites given
   * @param programmes programmes solved
   */
  record Done(List<SiteExposure> sites, long programmes) {}

  Chunk(
      Network network,
      double[] marginPerUnit,
      double horizonDays,
      List<Recovery> sites,
      Runnable oneDone) {
    this.network = network;
    this.marginPerUnit = marginPerUnit;
    this.horizonDays = horizonDays;
    this.sites = sites;
    this.oneDone = oneDone;
  }

  @Override
  public Done call() {
    List<SiteExposure> exposures = new ArrayList<>();
    try (Outages outages = new Outages(network, marginPerUnit, horizonDays)) {
      double[] tts =
          outages.surviveDays(
              sites.stream().map(recovery -> new int[] {recovery.site()}).toList(), oneDone);
      for (int n = 0; n < tts.length; n++) {
        exposures.add(exposure(outages, sites.get(n), tts[n]));
      }
      return new Done(exposures, outages.solves());
    }
  }

  private SiteExposure exposure(Outages outages, Recovery recovery, double tts) {
    Interval ttr = recovery.interval();
    double high = marginOf(losses(outages, recovery.site(), ttr.high(), tts));
    List<DemandLoss> losses = losses(outages, recovery.site(), recovery.days(), tts);
    double low = marginOf(losses(outages, recovery.site(), ttr.low(), tts));
    double lost = marginOf(losses);
    // Late standby can make a longer outage cheaper, so the ends of the times need not be the ends here.
    Interval interval =
        new Interval(Math.min(lost, Math.min(low, high)), Math.max(lost, Math.max(low, high)));
    return new SiteExposure(
        recovery.site(),
        recovery.days(),
        recovery.basis(),
        ttr,
        lost,
        interval,
        tts,
        recovery.probabilityPerYear(),
        recovery.probabilityAssumed(),
        priority(recovery, tts, losses),
        losses);
  }

  /** The exposure of a site whose outage costs nothing, however long. */
  static SiteExposure none(Recovery recovery) {
    return new SiteExposure(
        recovery.site(),
        recovery.days(),
        recovery.basis(),
        recovery.interval(),
        0,
        new Interval(0, 0),
        Double.POSITIVE_INFINITY,
        recovery.probabilityPerYear(),
        recovery.probabilityAssumed(),
        0,
        List.of());
  }

  private List<DemandLoss> losses(Outages outages, int site, double days, double tts) {
    List<DemandLoss> losses = new ArrayList<>();
    if (days <= Math.min(tts, horizonDays)) {
      return losses;
    }
    double[] lostPerDay = outages.lossPerDay(days, site);
    for (int j = 0; j < lostPerDay.length; j++) {
      if (lostPerDay[j] > 0) {
        double units = lostPerDay[j] * days;
        losses.add(new DemandLoss(j, units, units * marginPerUnit[j]));
      }
    }
    return losses;
  }

  private static double marginOf(List<DemandLoss> losses) {
    double sum = 0;
    for (DemandLoss loss : losses) {
      sum += loss.margin();
    }
    return sum;
  }

  private double priority(Recovery recovery, double tts, List<DemandLoss> losses) {
    double atRiskPerDay = 0;
    for (DemandLoss loss : losses) {
      atRiskPerDay += marginPerUnit[loss.demand()] * network.perDay[loss.demand()];
    }
    double shortDays = Math.max(0, recovery.days() - tts);
    return recovery.probabilityPerYear() * shortDays * atRiskPerDay;
  }
}
