package tenon.respond.stock;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Lower bound of the cost by message passing, and the times that an optimum can still take.
 *
 * <p>A stage has the variables SI and S (one that nothing supplies has S alone, one that serves
 * nobody has SI alone), each with a list of candidate times. Terms join two variables: the cost of
 * a stage its SI and S, an arc the S of the supplier and the SI of the customer, S &le; SI. Costs
 * are moved between terms and variables without changing their sum, so that at every moment the sum
 * of the least of each is a lower bound; they are moved in sequence, forward and backward
 * (Kolmogorov 2006, 2015), which never lowers it. On a forest it becomes the optimum. A time whose
 * bound lies above a known cost is taken off its list.
 */
final class Relaxation {
  private final StockNetwork network;
  private final double[] root;
  private final int[] time;

  /** Variables, suppliers first. */
  private final int[][] values;

  private final double[][] costs;
  private final int[] stage;
  private final boolean[] isInbound;

  /** Terms: ends, what has been moved to them at each end, and their least. */
  private final int[] early;

  private final int[] late;
  private final boolean[] isArc;
  private final double[][] atEarly;
  private final double[][] atLate;
  private final double[] leastTerm;
  private final int[][] terms;
  private final double constant;
  private double bound;

  Relaxation(StockNetwork network, TimeGrid grid, Candidates candidates) {
    this.network = network;
    root = grid.roots();
    time = Arrays.stream(network.time()).mapToInt(grid::steps).toArray();
    Variables laid = new Variables(network, grid, candidates);
    values = laid.values();
    costs = laid.costs();
    stage = laid.stage();
    isInbound = laid.isInbound();
    constant = laid.constant();
    int[][] ends = laid.ends();
    early = Arrays.stream(ends).mapToInt(pair -> pair[0]).toArray();
    late = Arrays.stream(ends).mapToInt(pair -> pair[1]).toArray();
    isArc = new boolean[ends.length];
    atEarly = new double[ends.length][];
    atLate = new double[ends.length][];
    leastTerm = new double[ends.length];
    terms = new int[values.length][];
    IntStream.Builder[] at = new IntStream.Builder[values.length];
    Arrays.setAll(at, v -> IntStream.builder());
    for (int e = 0; e < ends.length; e++) {
      isArc[e] = stage[early[e]] != stage[late[e]];
      atEarly[e] = new double[values[early[e]].length];
      atLate[e] = new double[values[late[e]].length];
      at[early[e]].add(e);
      at[late[e]].add(e);
    }
    Arrays.setAll(terms, v -> at[v].build().toArray());
  }

  private Relaxation(Relaxation of) {
    network = of.network;
    root = of.root;
    time = of.time;
    values = of.values.clone();
    costs = copy(of.costs);
    stage = of.stage;
    isInbound = of.isInbound;
    early = of.early;
    late = of.late;
    isArc = of.isArc;
    atEarly = copy(of.atEarly);
    atLate = copy(of.atLate);
    leastTerm = of.leastTerm.clone();
    terms = of.terms;
    constant = of.constant;
    bound = of.bound;
  }

  private static double[][] copy(double[][] lists) {
    double[][] copies = new double[lists.length][];
    for (int i = 0; i < lists.length; i++) {
      copies[i] = lists[i].clone();
    }
    return copies;
  }

  double bound() {
    return bound;
  }

  /** Candidate times left, over all variables, beyond the one that each needs. */
  int open() {
    int open = 0;
    for (int[] list : values) {
      open += list.length - 1;
    }
    return open;
  }

  /** Pairs of times that a pass looks at. */
  double work() {
    double work = 0;
    for (int e = 0; e < early.length; e++) {
      double one = values[early[e]].length;
      double other = values[late[e]].length;
      work += 4 * (isArc[e] ? one + other : one * other);
    }
    return work;
  }

  /**
   * Once forward and once backward.
   *
   * @param limit times whose bound reaches it are dropped
   * @return whether any policy below the limit may be left
   */
  boolean pass(double limit) {
    for (int v = 0; v < values.length; v++) {
      if (!visit(v, true, limit)) {
        return false;
      }
    }
    for (int v = values.length - 1; v >= 0; v--) {
      if (!visit(v, false, limit)) {
        return false;
      }
    }
    return true;
  }

  private double total() {
    double sum = constant;
    for (double[] list : costs) {
      sum += least(list);
    }
    for (double least : leastTerm) {
      sum += least;
    }
    return sum;
  }

  private static double least(double[] list) {
    double least = Double.POSITIVE_INFINITY;
    for (double value : list) {
      least = Math.min(least, value);
    }
    return least;
  }

  /** Gathers what the terms at a variable can give it, drops times, and hands it on. */
  private boolean visit(int v, boolean forward, double limit) {
    double[] cost = costs[v];
    double before = least(cost);
    for (int e : terms[v]) {
      boolean isEarly = early[e] == v;
      double[] least = isEarly ? leastByEarly(e) : leastByLate(e);
      double[] mine = isEarly ? atEarly[e] : atLate[e];
      for (int x = 0; x < cost.length; x++) {
        cost[x] += least[x];
        mine[x] = least[x] == Double.POSITIVE_INFINITY ? 0 : mine[x] - least[x];
      }
      before += leastTerm[e];
      leastTerm[e] = 0;
    }
    bound += least(cost) - before;
    if (!(bound < limit)) {
      return false;
    }
    if (!drop(v, limit)) {
      return false;
    }
    hand(v, forward);
    return true;
  }

  private void hand(int v, boolean forward) {
    int onward = 0;
    for (int e : terms[v]) {
      onward += (early[e] == v) == forward ? 1 : 0;
    }
    if (onward == 0) {
      return;
    }
    double share = 1.0 / Math.max(onward, terms[v].length - onward);
    double[] cost = costs[v];
    double least = least(cost);
    for (int e : terms[v]) {
      if ((early[e] == v) == forward) {
        double[] mine = early[e] == v ? atEarly[e] : atLate[e];
        for (int x = 0; x < cost.length; x++) {
          mine[x] += share * cost[x];
        }
        leastTerm[e] = share * least;
      }
    }
    double left = 1 - share * onward;
    for (int x = 0; x < cost.length; x++) {
      cost[x] *= left;
    }
  }

  /** Takes times off the list of a variable that holds all that its terms can give. */
  private boolean drop(int v, double limit) {
    double[] cost = costs[v];
    double room = limit - bound + least(cost);
    int kept = 0;
    for (double each : cost) {
      kept += each < room ? 1 : 0;
    }
    if (kept == cost.length) {
      return true;
    }
    if (kept == 0) {
      return false;
    }
    int[] which = new int[kept];
    int to = 0;
    for (int x = 0; x < cost.length; x++) {
      if (cost[x] < room) {
        which[to++] = x;
      }
    }
    keep(v, which);
    return true;
  }

  private void keep(int v, int[] which) {
    values[v] = Arrays.stream(which).map(x -> values[v][x]).toArray();
    costs[v] = picked(costs[v], which);
    for (int e : terms[v]) {
      if (early[e] == v) {
        atEarly[e] = picked(atEarly[e], which);
      } else {
        atLate[e] = picked(atLate[e], which);
      }
    }
  }

  private static double[] picked(double[] from, int[] which) {
    double[] picked = new double[which.length];
    for (int x = 0; x < which.length; x++) {
      picked[x] = from[which[x]];
    }
    return picked;
  }

  /** Least of a term by the value of its earlier variable. */
  private double[] leastByEarly(int e) {
    int[] a = values[early[e]];
    int[] b = values[late[e]];
    double[] mine = atEarly[e];
    double[] other = atLate[e];
    double[] least = new double[a.length];
    if (isArc[e]) {
      double lowest = Double.POSITIVE_INFINITY;
      int y = b.length - 1;
      for (int x = a.length - 1; x >= 0; x--) {
        for (; y >= 0 && b[y] >= a[x]; y--) {
          lowest = Math.min(lowest, other[y]);
        }
        least[x] = mine[x] + lowest;
      }
      return least;
    }
    int i = stage[early[e]];
    double c = network.coefficient()[i];
    for (int x = 0; x < a.length; x++) {
      int longest = a[x] + time[i];
      double lowest = Double.POSITIVE_INFINITY;
      for (int y = 0; y < b.length && b[y] <= longest; y++) {
        lowest = Math.min(lowest, c * root[longest - b[y]] + other[y]);
      }
      least[x] = mine[x] + lowest;
    }
    return least;
  }

  /** Least of a term by the value of its later variable. */
  private double[] leastByLate(int e) {
    int[] a = values[early[e]];
    int[] b = values[late[e]];
    double[] mine = atLate[e];
    double[] other = atEarly[e];
    double[] least = new double[b.length];
    if (isArc[e]) {
      double lowest = Double.POSITIVE_INFINITY;
      int x = 0;
      for (int y = 0; y < b.length; y++) {
        for (; x < a.length && a[x] <= b[y]; x++) {
          lowest = Math.min(lowest, other[x]);
        }
        least[y] = mine[y] + lowest;
      }
      return least;
    }
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    int i = stage[early[e]];
    double c = network.coefficient()[i];
    for (int x = 0; x < a.length; x++) {
      int longest = a[x] + time[i];
      for (int y = 0; y < b.length && b[y] <= longest; y++) {
        least[y] = Math.min(least[y], c * root[longest - b[y]] + other[x]);
      }
    }
    for (int y = 0; y < b.length; y++) {
      least[y] += mine[y];
    }
    return least;
  }

  /**
   * A place to part a list.
   *
   * @param variable whose list
   * @param at length of the first half, at least 1
   */
  record Split(int variable, int at) {}

  /** Where the own best values of two variables disagree most; one of the two has a choice. */
  Split split() {
    int worst = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int e = 0; e < early.length; e++) {
      if (values[early[e]].length > 1 || values[late[e]].length > 1) {
        double gap = term(e, best(early[e]), best(late[e])) - leastTerm[e];
        if (gap > most) {
          most = gap;
          worst = e;
        }
      }
    }
    int v = values[early[worst]].length >= values[late[worst]].length ? early[worst] : late[worst];
    return new Split(v, Math.clamp(best(v) + 1, 1, values[v].length - 1));
  }

  private double term(int e, int x, int y) {
    int a = values[early[e]][x];
    int b = values[late[e]][y];
    double moved = atEarly[e][x] + atLate[e][y];
    if (isArc[e]) {
      return a <= b ? moved : Double.POSITIVE_INFINITY;
    }
    int i = stage[early[e]];
    int net = a + time[i] - b;
    return net < 0 ? Double.POSITIVE_INFINITY : network.coefficient()[i] * root[net] + moved;
  }

  private int best(int v) {
    double[] cost = costs[v].clone();
    for (int e : terms[v]) {
      double[] least = early[e] == v ? leastByEarly(e) : leastByLate(e);
      for (int x = 0; x < cost.length; x++) {
        cost[x] += least[x];
      }
    }
    return lowest(cost);
  }

  /** The same with one half of a list, its first times or the others. */
  Relaxation half(Split split, boolean first) {
    Relaxation half = new Relaxation(this);
    int v = split.variable();
    int from = first ? 0 : split.at();
    int to = first ? split.at() : values[v].length;
    half.keep(v, IntStream.range(from, to).toArray());
    half.renew();
    return half;
  }

  /** Works out the bound from nothing, so that rounding does not add up. */
  void renew() {
    for (int e = 0; e < early.length; e++) {
      leastTerm[e] = least(leastByEarly(e));
    }
    bound = total();
  }

  /**
   * What each stage is willing to be promised, as the bound would have it: variables are settled
   * suppliers first, each given those before it.
   *
   * @param usual for stages that nothing supplies
   */
  int[] willing(int[] usual) {
    int[] willing = usual.clone();
    int[] settled = new int[values.length];
    for (int v = 0; v < values.length; v++) {
      double[] cost = costs[v].clone();
      for (int e : terms[v]) {
        double[] least = early[e] == v ? leastByEarly(e) : termsGiven(e, settled[early[e]]);
        for (int x = 0; x < cost.length; x++) {
          cost[x] += least[x];
        }
      }
      settled[v] = lowest(cost);
      if (isInbound[v]) {
        willing[stage[v]] = values[v][settled[v]];
      }
    }
    return willing;
  }

  private double[] termsGiven(int e, int x) {
    double[] given = new double[values[late[e]].length];
    Arrays.setAll(given, y -> term(e, x, y));
    return given;
  }

  private static int lowest(double[] cost) {
    int lowest = cost.length - 1;
    for (int x = cost.length - 2; x >= 0; x--) {
      lowest = cost[x] <= cost[lowest] ? x : lowest;
    }
    return lowest;
  }
}
