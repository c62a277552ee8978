package tenon.respond.stock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The variables of a network, suppliers first: SI of the stages that have suppliers, S of those
 * that serve others, each with its candidate times and what they cost by themselves. A stage whose
 * SI is given costs c &radic;(SI + T - S) by its S; one that only serves outside promises the most
 * that it may and costs by its SI.
 */
final class Variables {
  private static final int NONE = -1;

  private final TimeGrid grid;
  private final List<int[]> values = new ArrayList<>();
  private final List<double[]> costs = new ArrayList<>();
  private final List<Integer> stage = new ArrayList<>();
  private final List<int[]> ends = new ArrayList<>();
  private final int[] inboundOf;
  private double constant;

  Variables(StockNetwork network, TimeGrid grid, Candidates candidates) {
    this.grid = grid;
    int n = network.stages();
    inboundOf = new int[n];
    Arrays.fill(inboundOf, NONE);
    int[] serviceOf = inboundOf.clone();
    List<List<Integer>> suppliers = network.suppliers();
    List<List<Integer>> customers = network.customers();
    for (int i : network.downward()) {
      double c = network.coefficient()[i];
      int time = grid.steps(network.time()[i]);
      int given = grid.steps(network.inbound()[i]) + time;
      int greatest = grid.steps(network.greatest()[i]);
      boolean supplied = !suppliers.get(i).isEmpty();
      boolean serves = !customers.get(i).isEmpty();
      IntToDoubleFunction bySupply = from -> c * root(Math.max(0, from + time - greatest));
      IntToDoubleFunction byPromise =
          promise -> promise > given ? Double.POSITIVE_INFINITY : c * root(given - promise);
      IntToDoubleFunction nothing = value -> 0;
      if (supplied) {
        inboundOf[i] = add(i, candidates.inbound()[i], serves ? nothing : bySupply);
      }
      if (serves) {
        serviceOf[i] = add(i, candidates.service()[i], supplied ? nothing : byPromise);
      }
      if (supplied && serves) {
        ends.add(new int[] {inboundOf[i], serviceOf[i]});
      } else if (!supplied && !serves) {
        constant += c * root(Math.max(0, given - greatest));
      }
      for (int k : suppliers.get(i)) {
        ends.add(new int[] {serviceOf[k], inboundOf[i]});
      }
    }
  }

  private double root(int steps) {
    return Math.sqrt(steps * grid.step());
  }

  private int add(int i, int[] list, IntToDoubleFunction cost) {
    values.add(list);
    costs.add(Arrays.stream(list).mapToDouble(cost).toArray());
    stage.add(i);
    return values.size() - 1;
  }

  /** Candidate times in steps, ascending, by variable. */
  int[][] values() {
    return values.toArray(int[][]::new);
  }

  /** Own costs by variable and time. */
  double[][] costs() {
    return costs.toArray(double[][]::new);
  }

  int[] stage() {
    return stage.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Whether a variable is the SI of its stage. */
  boolean[] isInbound() {
    boolean[] is = new boolean[stage.size()];
    for (int v : inboundOf) {
      if (v != NONE) {
        is[v] = true;
      }
    }
    return is;
  }

  /** Earlier and later variable of each term. */
  int[][] ends() {
    return ends.toArray(int[][]::new);
  }

  /** Cost of the stages that have no choice. */
  double constant() {
    return constant;
  }
}
