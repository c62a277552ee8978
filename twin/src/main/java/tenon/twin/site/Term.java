package tenon.twin.site;

/** A rule of a day that may differ from replication to replication; flags are 1 and 0. */
enum Term {
  SHARE,
  LIMIT,
  PASS_LIMIT,
  NEED,
  DEMAND,
  SILENT,
  UNRECEIVED,
  STILL,
  GOOD,
  LONGER,
  LATE,
  PRESENT,
  PRICE,
  TARIFF,
  FROZEN,
  OPEN,
  /** On the first day of a regime only. */
  WITHDRAWN,
  STOCK_KEPT,
  WAY_KEPT;

  boolean once() {
    return compareTo(WITHDRAWN) >= 0;
  }

  int size(Regime regime) {
    return switch (this) {
      case SHARE -> regime.share.length;
      case LIMIT -> regime.limit.length;
      case PASS_LIMIT -> regime.passLimit.length;
      case NEED -> regime.need.length;
      case DEMAND -> regime.pressure.demandFactor.length;
      case SILENT -> regime.pressure.silent.length;
      case UNRECEIVED -> regime.pressure.unreceived.length;
      case STILL -> regime.pressure.still.length;
      case GOOD -> regime.pressure.good.length;
      case LONGER -> regime.pressure.longer.length;
      case LATE -> regime.pressure.late.length;
      case PRESENT -> regime.pressure.present.length;
      case PRICE -> regime.pressure.price.length;
      case TARIFF -> regime.pressure.tariff.length;
      case FROZEN -> regime.pressure.frozen.length;
      case OPEN -> regime.open.length;
      case WITHDRAWN -> regime.withdrawn.length;
      case STOCK_KEPT -> regime.pressure.stockKept.length;
      case WAY_KEPT -> regime.pressure.wayKept.length;
    };
  }

  double of(Regime regime, int index) {
    return switch (this) {
      case SHARE -> regime.share[index];
      case LIMIT -> regime.limit[index];
      case PASS_LIMIT -> regime.passLimit[index];
      case NEED -> regime.need[index];
      case DEMAND -> regime.pressure.demandFactor[index];
      case SILENT -> flag(regime.pressure.silent[index]);
      case UNRECEIVED -> flag(regime.pressure.unreceived[index]);
      case STILL -> flag(regime.pressure.still[index]);
      case GOOD -> regime.pressure.good[index];
      case LONGER -> regime.pressure.longer[index];
      case LATE -> regime.pressure.late[index];
      case PRESENT -> regime.pressure.present[index];
      case PRICE -> regime.pressure.price[index];
      case TARIFF -> regime.pressure.tariff[index];
      case FROZEN -> flag(regime.pressure.frozen[index]);
      case OPEN -> regime.open[index];
      case WITHDRAWN -> flag(regime.withdrawn[index]);
      case STOCK_KEPT -> regime.pressure.stockKept[index];
      case WAY_KEPT -> regime.pressure.wayKept[index];
    };
  }

  private static double flag(boolean set) {
    return set ? 1 : 0;
  }
}
