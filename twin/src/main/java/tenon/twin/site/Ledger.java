package tenon.twin.site;

/**
 * What a run left behind, by replication. Blocks write ranges of replications that do not overlap.
 */
final class Ledger {
  /** Share of the day's demand met on the day, by demand, day and replication. */
  final double[][][] service;

  /** The same for all demands together, by day and replication. */
  final double[][] total;

  /** Share of all demand up to a day that was met on its day, by day and replication. */
  final double[][] fill;

  /** Cost of what is held, and of what is made, by replication. */
  final double[] holding;

  final double[] production;

  /** By demand and replication. */
  final double[][] lostUnits;

  final double[][] lateUnitDays;

  /** By replication. */
  final double[] loss;

  /** Cost of what was shipped, what of it is more than usual, and of that the tariffs. */
  final double[] purchases;

  final double[] dearer;
  final double[] tariffs;

  /** Units thrown away, by stock that perishes and replication; empty where nobody asks. */
  double[][] perished = {};

  /** Number of the first replication. */
  final int first;

  Ledger(int demands, int days, int replications) {
    this(demands, days, 0, replications);
  }

  /**
   * A ledger of the replications from {@code first} on.
   *
   * @param days days of which service is kept; 0 where losses alone are wanted
   */
  Ledger(int demands, int days, int first, int replications) {
    this.first = first;
    service = new double[demands][days][replications];
    total = new double[days][replications];
    fill = new double[days][replications];
    holding = new double[replications];
    production = new double[replications];
    lostUnits = new double[demands][replications];
    lateUnitDays = new double[demands][replications];
    loss = new double[replications];
    purchases = new double[replications];
    dearer = new double[replications];
    tariffs = new double[replications];
  }

  /** The same ledger, which keeps what perishes too. */
  Ledger withPerished(int stocks) {
    perished = new double[stocks][loss.length];
    return this;
  }

  boolean keepsService() {
    return total.length > 0;
  }

  /** Both, one after the other: the second begins where the first ends. */
  static Ledger joined(Ledger one, Ledger two) {
    if (two.first != one.first + one.loss.length) {
      throw new IllegalArgumentException("replications " + two.first + " do not follow");
    }
    int count = one.loss.length + two.loss.length;
    Ledger both = new Ledger(one.lostUnits.length, one.total.length, one.first, count);
    both.withPerished(one.perished.length);
    for (Ledger part : new Ledger[] {one, two}) {
      int at = part.first - one.first;
      for (int demand = 0; demand < part.lostUnits.length; demand++) {
        copy(part.service[demand], both.service[demand], at);
      }
      copy(part.total, both.total, at);
      copy(part.fill, both.fill, at);
      System.arraycopy(part.holding, 0, both.holding, at, part.loss.length);
      System.arraycopy(part.production, 0, both.production, at, part.loss.length);
      copy(part.lostUnits, both.lostUnits, at);
      copy(part.lateUnitDays, both.lateUnitDays, at);
      copy(part.perished, both.perished, at);
      System.arraycopy(part.loss, 0, both.loss, at, part.loss.length);
      System.arraycopy(part.purchases, 0, both.purchases, at, part.loss.length);
      System.arraycopy(part.dearer, 0, both.dearer, at, part.loss.length);
      System.arraycopy(part.tariffs, 0, both.tariffs, at, part.loss.length);
    }
    return both;
  }

  private static void copy(double[][] from, double[][] to, int at) {
    for (int row = 0; row < from.length; row++) {
      System.arraycopy(from[row], 0, to[row], at, from[row].length);
    }
  }
}
