package tenon.twin.site;

/**
 * The rules of a day, after the disruptions have struck and the sites have reacted. The same for
 * all replications, since windows are fixed days; days on which nothing changes share one regime.
 */
final class Regime {
  final Pressure pressure;

  /** Share of an arc in what its node orders today; sums to 1, or to 0 where no source is open. */
  final double[] share;

  /** Greatest amount that may be shipped over a link, or started in a recipe. */
  final double[] limit;

  /** Greatest amount that a node may hand over in all. */
  final double[] passLimit;

  /** Whether orders still owed over an arc are taken back, since others now serve the need. */
  final boolean[] withdrawn;

  /** Whether a recipe's need is put to this input row, of those that replace each other. */
  final boolean[] preferred;

  Regime(
      Pressure pressure,
      double[] share,
      double[] limit,
      double[] passLimit,
      boolean[] withdrawn,
      boolean[] preferred) {
    this.pressure = pressure;
    this.share = share;
    this.limit = limit;
    this.passLimit = passLimit;
    this.withdrawn = withdrawn;
    this.preferred = preferred;
  }
}
