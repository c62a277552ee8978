package tenon.twin.firm;

import java.util.Arrays;

/** The scenarios of a study: which firms lose how much of their capacity at first. */
public sealed interface Shocks {

  /** Number of scenarios in a network of so many firms. */
  int count(int firms);

  /** Writes the lost share of capacity of every firm, 0 to 1, over an array of zeros. */
  void lost(int scenario, double[] lost);

  /** Every firm closed, one after another: scenario i closes firm i. */
  record EveryFirm() implements Shocks {
    @Override
    public int count(int firms) {
      return firms;
    }

    @Override
    public void lost(int scenario, double[] lost) {
      lost[scenario] = 1;
    }
  }

  /** Sets of firms closed together. */
  final class Closed implements Shocks {
    private final int[][] sets;

    private Closed(int[][] sets) {
      this.sets = sets;
    }

    /** One scenario for each firm. */
    public static Closed each(int... firms) {
      return new Closed(
          Arrays.stream(firms).mapToObj(firm -> new int[] {firm}).toArray(int[][]::new));
    }

    /** One scenario for each set. */
    public static Closed together(int[]... sets) {
      return new Closed(Arrays.stream(sets).map(int[]::clone).toArray(int[][]::new));
    }

    @Override
    public int count(int firms) {
      return sets.length;
    }

    @Override
    public void lost(int scenario, double[] lost) {
      for (int firm : sets[scenario]) {
        lost[firm] = 1;
      }
    }
  }

  /** Given shares of lost capacity, by scenario and firm. */
  final class Given implements Shocks {
    private final double[][] lost;

    private Given(double[][] lost) {
      this.lost = lost;
    }

    /**
     * Takes shares of lost capacity by scenario, then firm.
     *
     * @throws IllegalArgumentException if a share is not from 0 to 1
     */
    public static Given of(double[]... lost) {
      for (double[] scenario : lost) {
        for (double share : scenario) {
          if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(share + " is no share; write 0 to 1");
          }
        }
      }
      return new Given(Arrays.stream(lost).map(double[]::clone).toArray(double[][]::new));
    }

    @Override
    public int count(int firms) {
      return lost.length;
    }

    @Override
    public void lost(int scenario, double[] target) {
      if (lost[scenario].length != target.length) {
        throw new IllegalArgumentException(
            "scenario "
                + scenario
                + " has "
                + lost[scenario].length
                + " shares for "
                + target.length
                + " firms");
      }
      System.arraycopy(lost[scenario], 0, target, 0, target.length);
    }
  }
}
