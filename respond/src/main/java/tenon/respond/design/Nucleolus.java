package tenon.respond.design;

import java.util.Arrays;
import tenon.numeric.LinearProgram;
import tenon.numeric.LinearProgramBuilder;
import tenon.numeric.Solution;

/**
 * The nucleolus of a game: of all ways to share what all gain together that leave nobody worse off
 * than alone, the one whose most dissatisfied group is least dissatisfied, then the next, and so on
 * (Schmeidler 1969, The nucleolus of a characteristic function game).
 *
 * <p>Found by a sequence of linear programmes (Maschler, Peleg and Shapley 1979): the least excess
 * over all groups that are not settled is made greatest; groups whose row has a dual are tight at
 * every optimum, and are settled there; until the settled groups leave one way alone. 2^n rows for
 * n players. Where all together have less than the single players would alone, there is no sharing
 * that leaves nobody worse off, and that condition is dropped (prenucleolus).
 *
 * <p>Where nobody loses, sharing a cost is the bankruptcy game with what is left as the estate and
 * the gains as claims, and the nucleolus is the rule of the Talmud (Aumann and Maschler 1985),
 * which needs no programme: {@link #talmud}.
 */
final class Nucleolus {
  /** Most players for which programmes are solved. */
  static final int MOST = 10;

  private static final double NOTHING = 1e-9;

  private Nucleolus() {}

  /**
   * What each player gets.
   *
   * @param worth by group, a bit for each player
   * @param players from 1 to {@value #MOST}
   */
  static double[] of(double[] worth, int players) {
    if (players < 1 || players > MOST || worth.length != 1 << players) {
      throw new IllegalArgumentException(players + " players, " + worth.length + " groups");
    }
    double scale = Arrays.stream(worth).map(Math::abs).max().orElse(0);
    if (players == 1 || scale == 0) {
      return players == 1 ? new double[] {worth[1]} : new double[players];
    }
    double[] settled = new double[worth.length];
    Arrays.fill(settled, Double.NaN);
    boolean[] follows = new boolean[worth.length];
    Basis basis = new Basis(players);
    basis.add(worth.length - 1);
    double[] shares = {};
    while (!basis.isFull() || shares.length == 0) {
      shares = step(worth, players, scale, settled, follows, basis);
    }
    for (int player = 0; player < players; player++) {
      shares[player] *= scale;
    }
    return shares;
  }

  /** Makes the least excess greatest, and settles the groups that hold it down. */
  private static double[] step(
      double[] worth, int players, double scale, double[] settled, boolean[] follows, Basis basis) {
    LinearProgramBuilder builder = LinearProgram.maximise();
    int all = worth.length - 1;
    double alone = 0;
    for (int player = 0; player < players; player++) {
      alone += worth[1 << player];
    }
    boolean possible = alone <= worth[all] + NOTHING * scale;
    for (int player = 0; player < players; player++) {
      double least = possible ? worth[1 << player] / scale : Double.NEGATIVE_INFINITY;
      builder.column(least, Double.POSITIVE_INFINITY, 0);
    }
    int excess = builder.column(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1);
    int[] row = new int[worth.length];
    for (int group = 1; group <= all; group++) {
      if (follows[group]) {
        continue; // what it gets follows from what settled groups get
      }
      boolean fixed = group == all || !Double.isNaN(settled[group]);
      double least = worth[group] / scale + (fixed && group < all ? settled[group] : 0);
      int[] members = members(group, players, fixed ? -1 : excess);
      double[] by = new double[members.length];
      Arrays.fill(by, 1);
      if (!fixed) {
        by[by.length - 1] = -1;
      }
      row[group] = builder.row(least, fixed ? least : Double.POSITIVE_INFINITY, members, by);
    }
    try (LinearProgram program = builder.build()) {
      Solution solution = program.solve();
      if (!solution.isOptimal()) {
        throw new IllegalStateException("a nucleolus ended " + solution.status());
      }
      for (int group = 1; group < all; group++) {
        boolean open = Double.isNaN(settled[group]) && !follows[group];
        if (open && Math.abs(solution.dual(row[group])) > NOTHING) {
          settled[group] = solution.objective();
          follows[group] = !basis.add(group);
        }
      }
      return Arrays.copyOf(solution.values(), players);
    }
  }

  private static int[] members(int group, int players, int also) {
    int[] members = new int[Integer.bitCount(group) + (also < 0 ? 0 : 1)];
    int count = 0;
    for (int player = 0; player < players; player++) {
      if ((group >> player & 1) == 1) {
        members[count++] = player;
      }
    }
    if (also >= 0) {
      members[count] = also;
    }
    return members;
  }

  /**
   * What each claimant gets of an estate by the rule of the Talmud: up to half of all claims, equal
   * parts of which nobody gets more than half its claim; beyond, equal losses of which nobody bears
   * more than half its claim.
   *
   * @param claims each at least 0
   * @param estate from 0 to the sum of claims
   */
  static double[] talmud(double[] claims, double estate) {
    double all = Arrays.stream(claims).sum();
    boolean little = estate <= all / 2;
    double[] half = equal(claims, little ? estate : all - estate);
    if (!little) {
      Arrays.setAll(half, i -> claims[i] - half[i]);
    }
    return half;
  }

  /** Equal parts of an amount, none above half its claim. */
  private static double[] equal(double[] claims, double amount) {
    double[] sorted = claims.clone();
    Arrays.sort(sorted);
    double left = amount;
    double level = 0;
    for (int i = 0; i < sorted.length; i++) {
      double part = left / (sorted.length - i);
      level = Math.max(level, Math.min(part, sorted[i] / 2));
      if (part <= sorted[i] / 2) {
        level = part;
        break;
      }
      left -= sorted[i] / 2;
    }
    double same = level;
    return Arrays.stream(claims).map(claim -> Math.min(claim / 2, same)).toArray();
  }

  /** Groups that do not follow from each other, in echelon form. */
  private static final class Basis {
    private final double[][] rows;
    private int rank;

    Basis(int players) {
      rows = new double[players][];
    }

    boolean isFull() {
      return rank == rows.length;
    }

    /** Adds a group; whether it does not follow from the others. */
    boolean add(int group) {
      double[] row = new double[rows.length];
      Arrays.setAll(row, player -> group >> player & 1);
      for (int player = 0; player < row.length; player++) {
        if (Math.abs(row[player]) < NOTHING) {
          continue;
        }
        if (rows[player] == null) {
          rows[player] = row;
          rank++;
          return true;
        }
        double times = row[player] / rows[player][player];
        for (int at = player; at < row.length; at++) {
          row[at] -= times * rows[player][at];
        }
      }
      return false;
    }
  }
}
