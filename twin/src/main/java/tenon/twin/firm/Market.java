package tenon.twin.firm;

/**
 * Replacement within sectors: a loss counts by sigma_i = min(1, s_i / M), M = sum over the sector
 * of s (1 - loss). What a sector still makes is summed anew whenever a member changes: a running
 * difference would lose its digits where nearly all is lost.
 */
final class Market {
  /** Below this, the published program takes M as 1; it makes the result depend on the currency. */
  static final double PUBLISHED_GUARD = 1e-10;

  private final int[] sector;
  private final int[] memberStart;
  private final int[] member;
  private final double[] output;
  private final double guard;

  /** What each sector makes undisturbed, money. */
  private final double[] whole;

  /** What each sector still makes, money. */
  private final double[] made;

  Market(FirmNetwork network, double guard) {
    sector = network.sectorOfFirms();
    memberStart = network.memberStart;
    member = network.member;
    output = network.sales.output;
    this.guard = guard;
    made = new double[network.sectors()];
    sumAll(new double[output.length]);
    whole = made.clone();
  }

  int sectors() {
    return made.length;
  }

  int sector(int firm) {
    return sector[firm];
  }

  int size(int ofSector) {
    return memberStart[ofSector + 1] - memberStart[ofSector];
  }

  double output(int firm) {
    return output[firm];
  }

  /** What a sector still makes, as summed last. */
  double made(int ofSector) {
    return made[ofSector];
  }

  /** Sums what a sector still makes. */
  void sum(int ofSector, double[] loss) {
    double sum = 0;
    for (int at = memberStart[ofSector]; at < memberStart[ofSector + 1]; at++) {
      sum += output[member[at]] * (1 - loss[member[at]]);
    }
    made[ofSector] = sum;
  }

  /**
   * Takes what a sector still makes from what its members lost; not where most is lost, since the
   * difference would have lost its digits.
   */
  boolean lose(int ofSector, double lost) {
    if (lost > whole[ofSector] / 2) {
      return false;
    }
    made[ofSector] = whole[ofSector] - lost;
    return true;
  }

  void sumAll(double[] loss) {
    for (int each = 0; each < made.length; each++) {
      sum(each, loss);
    }
  }

  /** Share of a firm's loss that its sector cannot replace, 0 to 1. */
  double sigma(int firm) {
    double left = made[sector[firm]];
    if (left <= guard) {
      // With a guard of 0 nothing is left of the sector, and nobody can stand in.
      return guard > 0 ? Math.min(1, output[firm]) : 1;
    }
    return Math.min(1, output[firm] / left);
  }
}
