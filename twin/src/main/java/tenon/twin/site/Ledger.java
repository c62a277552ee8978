package tenon.twin.site;

/**
 * What a run left behind, by replication. Blocks write ranges of replications that do not overlap.
 */
final class Ledger {
  /** Share of the day's demand met on the day, by demand, day and replication. */
  final double[][][] service;

  /** The same for all demands together, by day and replication. */
  final double[][] total;

  /** By demand and replication. */
  final double[][] lostUnits;

  final double[][] lateUnitDays;

  /** By replication. */
  final double[] loss;

  Ledger(int demands, int days, int replications) {
    service = new double[demands][days][replications];
    total = new double[days][replications];
    lostUnits = new double[demands][replications];
    lateUnitDays = new double[demands][replications];
    loss = new double[replications];
  }
}
