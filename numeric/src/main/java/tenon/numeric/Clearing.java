package tenon.numeric;

/**
 * Payments that clear a network of debts (Eisenberg and Noe 2001, Management Science 47(2)).
 *
 * <p>With d_i all that i owes, S_ij the share of it that is owed to j, and e_i what i has beside
 * the payments of others, a clearing vector is a fixed point of p_i = min(d_i, e_i + sum_j S_ji
 * p_j): nobody pays more than owed or had, and who cannot pay all pays all creditors the same
 * share. The map is monotone on [0, d], so that a greatest clearing vector exists (Tarski); it is
 * what is computed here. It is the only one where whoever can be reached by debts from any debtor
 * includes one who has something (e > 0) or where a share of the debt leaves the network: the
 * condition of their theorem 2, weakened by the sink that takes what is owed outside. Where it
 * fails, others pay each other in a circle out of nothing, and the greatest vector lets them.
 *
 * <p>Fictitious defaults: all pay in full; who cannot then is in default; with these defaults the
 * payments solve p_D = e_D + inflow of the others + S_DD' p_D; and again until nobody more fails.
 * Each round adds a default, so there are at most n; a round solves one dense system of the
 * defaults. Where that system is singular (a circle of defaults with nothing of its own), the map
 * is iterated downward instead, until no payment changes by more than 1e-13 of the debt.
 */
public final class Clearing {
  private static final double ROUNDING = 1e-12;
  private static final int ROUNDS = 100_000;

  private final double[] due;
  private final double[] assets;
  private final int[] debtor;
  private final int[] creditor;
  private final double[] share;
  private final double[] paid;

  private Clearing(int[] debtor, int[] creditor, double[] owed, double[] outside, double[] assets) {
    this.debtor = debtor;
    this.creditor = creditor;
    this.assets = assets;
    due = outside.clone();
    for (int debt = 0; debt < owed.length; debt++) {
      due[debtor[debt]] += owed[debt];
    }
    share = new double[owed.length];
    for (int debt = 0; debt < owed.length; debt++) {
      share[debt] = owed[debt] > 0 ? owed[debt] / due[debtor[debt]] : 0;
    }
    paid = due.clone();
  }

  /**
   * The greatest clearing vector.
   *
   * @param debtor who owes, by debt; from 0 to the number of members less 1
   * @param creditor to whom, by debt
   * @param owed how much, by debt, not negative
   * @param outside what each member owes outside the network, not negative
   * @param assets what each member has to pay with beside what others pay, not negative; infinite
   *     for who pays in any case
   * @return what each member pays in all, at most what it owes
   * @throws IllegalArgumentException if a number is negative or unknown, or the arrays differ in
   *     length
   */
  public static double[] payments(
      int[] debtor, int[] creditor, double[] owed, double[] outside, double[] assets) {
    if (debtor.length != owed.length
        || creditor.length != owed.length
        || outside.length != assets.length) {
      throw new IllegalArgumentException("debts or members of different number");
    }
    refuse("owed", owed);
    refuse("owed outside", outside);
    refuse("assets", assets);
    Clearing clearing = new Clearing(debtor, creditor, owed, outside, assets);
    clearing.solve();
    return clearing.paid;
  }

  private static void refuse(String what, double[] amounts) {
    for (double amount : amounts) {
      if (!(amount >= 0)) {
        throw new IllegalArgumentException(what + " of " + amount + "; write 0 or more");
      }
    }
  }

  private void solve() {
    boolean[] failed = new boolean[due.length];
    while (fail(failed)) {
      if (!settle(failed)) {
        iterate();
        return;
      }
    }
  }

  /** Adds who cannot pay in full at the present payments; whether there was any. */
  private boolean fail(boolean[] failed) {
    double[] has = available();
    boolean any = false;
    for (int i = 0; i < due.length; i++) {
      if (!failed[i] && has[i] < due[i] * (1 - ROUNDING)) {
        failed[i] = true;
        any = true;
      }
    }
    return any;
  }

  private double[] available() {
    double[] has = assets.clone();
    for (int debt = 0; debt < share.length; debt++) {
      has[creditor[debt]] += share[debt] * paid[debtor[debt]];
    }
    return has;
  }

  /** Solves for the payments of those in default, the others paying in full. */
  private boolean settle(boolean[] failed) {
    int[] place = new int[due.length];
    int count = 0;
    for (int i = 0; i < due.length; i++) {
      place[i] = failed[i] ? count++ : -1;
    }
    double[][] rows = new double[count][count + 1];
    for (int i = 0; i < due.length; i++) {
      if (failed[i]) {
        rows[place[i]][place[i]] += 1;
        rows[place[i]][count] += assets[i];
      }
    }
    for (int debt = 0; debt < share.length; debt++) {
      int to = place[creditor[debt]];
      int from = place[debtor[debt]];
      if (to >= 0 && from >= 0) {
        rows[to][from] -= share[debt];
      } else if (to >= 0) {
        rows[to][count] += share[debt] * due[debtor[debt]];
      }
    }
    if (!eliminate(rows)) {
      return false;
    }
    for (int i = 0; i < due.length; i++) {
      if (failed[i]) {
        paid[i] = Math.max(0, Math.min(due[i], rows[place[i]][count]));
      }
    }
    return true;
  }

  /** Gauss and Jordan with the greatest pivot of the column; whether the rows have full rank. */
  private static boolean eliminate(double[][] rows) {
    for (int column = 0; column < rows.length; column++) {
      int pivot = column;
      for (int row = column + 1; row < rows.length; row++) {
        pivot = Math.abs(rows[row][column]) > Math.abs(rows[pivot][column]) ? row : pivot;
      }
      if (Math.abs(rows[pivot][column]) < ROUNDING) {
        return false;
      }
      double[] chosen = rows[pivot];
      rows[pivot] = rows[column];
      rows[column] = chosen;
      double divisor = chosen[column];
      for (int k = column; k < chosen.length; k++) {
        chosen[k] /= divisor;
      }
      for (int row = 0; row < rows.length; row++) {
        double factor = rows[row][column];
        for (int k = column; row != column && factor != 0 && k < chosen.length; k++) {
          rows[row][k] -= factor * chosen[k];
        }
      }
    }
    return true;
  }

  private void iterate() {
    System.arraycopy(due, 0, paid, 0, due.length);
    for (int round = 0; round < ROUNDS; round++) {
      double[] has = available();
      double change = 0;
      for (int i = 0; i < paid.length; i++) {
        double next = Math.min(due[i], has[i]);
        change = Math.max(change, (paid[i] - next) / Math.max(due[i], Double.MIN_NORMAL));
        paid[i] = Math.min(paid[i], next);
      }
      if (change <= 1e-13) {
        return;
      }
    }
  }
}
