package tenon.study.exposure;

import tenon.model.Interval;
import tenon.study.text.Numbers;
import tenon.twin.DemandLoss;
import tenon.twin.SiteExposure;

/** Exposures to the digits that a linear programme in doubles can be trusted for. */
final class Rounding {
  private Rounding() {}

  static SiteExposure of(SiteExposure exposure) {
    return new SiteExposure(
        exposure.site(),
        Numbers.rounded(exposure.ttrDays()),
        exposure.ttrBasis(),
        of(exposure.ttr()),
        Numbers.rounded(exposure.lostMargin()),
        of(exposure.lostMarginInterval()),
        Numbers.rounded(exposure.ttsDays()),
        Numbers.rounded(exposure.probabilityPerYear()),
        exposure.probabilityAssumed(),
        Numbers.rounded(exposure.priority()),
        exposure.losses().stream().map(Rounding::of).toList());
  }

  private static Interval of(Interval interval) {
    return new Interval(Numbers.rounded(interval.low()), Numbers.rounded(interval.high()));
  }

  private static DemandLoss of(DemandLoss loss) {
    return new DemandLoss(
        loss.demand(), Numbers.rounded(loss.units()), Numbers.rounded(loss.margin()));
  }
}
