package tenon.twin.site;

import java.util.Arrays;

/** Cash and what is overdue of each firm whose cash can run out, by day and replication. */
final class CashBook {
  /** Overdue amounts up to here are rounding. */
  private static final double NEGLIGIBLE = 1e-9;

  final int days;
  final int replications;

  /** By firm, day and replication; no days for firms that always pay. Floats: they are many. */
  private final float[][][] cash;

  private final float[][][] overdue;

  CashBook(Network network, int days, int replications) {
    this.days = days;
    this.replications = replications;
    cash = new float[network.accounts.firms][][];
    overdue = new float[cash.length][][];
    for (int firm = 0; firm < cash.length; firm++) {
      boolean bound = network.accounts.bound[firm];
      cash[firm] = new float[bound ? days : 0][replications];
      overdue[firm] = new float[bound ? days : 0][replications];
    }
  }

  /** Writes a block whose first replication has a number. */
  Observer from(int first) {
    return new Observer() {
      @Override
      public void before(int day, Block block) {}

      @Override
      public void after(int day, Block block, Flows flows, Regime regime) {
        Treasury treasury = block.treasury;
        if (treasury != null && day >= 0) {
          for (int firm = 0; firm < cash.length; firm++) {
            write(firm, day, first, treasury);
          }
        }
      }
    };
  }

  private void write(int firm, int day, int first, Treasury treasury) {
    if (cash[firm].length == 0) {
      return;
    }
    for (int r = 0; r < treasury.lanes(); r++) {
      double owes = treasury.overdue[firm][r];
      cash[firm][day][first + r] = (float) treasury.cash[firm][r];
      overdue[firm][day][first + r] = owes > NEGLIGIBLE ? (float) owes : 0;
    }
  }

  double[] cash(int firm, int day) {
    return wide(cash[firm][day]);
  }

  double[] overdue(int firm, int day) {
    return wide(overdue[firm][day]);
  }

  private static double[] wide(float[] narrow) {
    double[] wide = new double[narrow.length];
    for (int r = 0; r < wide.length; r++) {
      wide[r] = narrow[r];
    }
    return wide;
  }

  /** First day at whose end a firm is overdue, by replication; infinite where it never is. */
  double[] firstDays(int firm) {
    double[] first = new double[replications];
    Arrays.fill(first, Double.POSITIVE_INFINITY);
    for (int day = days - 1; day >= 0; day--) {
      for (int r = 0; r < replications; r++) {
        first[r] = overdue[firm][day][r] > 0 ? day : first[r];
      }
    }
    return first;
  }
}
