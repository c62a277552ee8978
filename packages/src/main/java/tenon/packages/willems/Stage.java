package tenon.packages.willems;

/**
 * A stage.
 *
 * @param row where it stands
 * @param name its name, which is unique
 * @param kind its classification
 * @param addedCost cost of one unit that the stage adds; {@code NaN} is unknown
 * @param time how long it takes
 * @param meanDemand mean demand per day from outside; {@code NaN} where there is none
 * @param sdDemand standard deviation of daily demand; {@code NaN} is unknown
 * @param serviceLevel probability that demand is served, {@code NaN} is unknown
 * @param maxServiceDays days that customers outside will wait at most, {@code NaN} is unknown
 */
record Stage(
    Sheet.Row row,
    String name,
    StageClass kind,
    double addedCost,
    StageTime time,
    double meanDemand,
    double sdDemand,
    double serviceLevel,
    double maxServiceDays) {

  /** Whether goods are asked for from outside. */
  boolean demanded() {
    return !Double.isNaN(meanDemand);
  }
}
