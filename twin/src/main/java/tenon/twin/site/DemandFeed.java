package tenon.twin.site;

/** Demand of each day, before the disruptions change it. */
interface DemandFeed {

  /**
   * Demand of all replications of a block.
   *
   * @param demand row of the demand
   * @param step days since the start, warm-up included; asked for in order, each once
   * @return units by replication; not to be changed
   */
  double[] on(int demand, int step);
}
