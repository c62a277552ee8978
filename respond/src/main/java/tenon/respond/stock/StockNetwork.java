package tenon.respond.stock;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Stages and arcs of a guaranteed-service problem.
 *
 * @param names by stage
 * @param time processing time T by stage, at least 0
 * @param coefficient cost c of a root of a day by stage, at least 0
 * @param inbound service time of what comes from outside, 0 where nothing does; a stage that also
 *     has suppliers waits for the latest of all
 * @param greatest greatest service time that customers outside accept, infinite where a stage has
 *     none
 * @param arcs supplier and customer of each arc
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
public record StockNetwork(
    List<String> names,
    double[] time,
    double[] coefficient,
    double[] inbound,
    double[] greatest,
    int[][] arcs) {
  /** Some thousands of days in steps of a thousandth; real networks have hundreds of steps. */
  public static final double MOST_STEPS = 5e6;

  public StockNetwork {
    names = List.copyOf(names);
  }

  public int stages() {
    return names.size();
  }

  /**
   * Steps of the longest way through the network, in the finest step that its times need: time and
   * memory of the search grow with it, and above {@link #MOST_STEPS} it is refused.
   */
  public double span() {
    return TimeGrid.span(this);
  }

  List<List<Integer>> suppliers() {
    return neighbours(1, 0);
  }

  List<List<Integer>> customers() {
    return neighbours(0, 1);
  }

  private List<List<Integer>> neighbours(int of, int which) {
    List<List<Integer>> lists = new ArrayList<>();
    for (int i = 0; i < stages(); i++) {
      lists.add(new ArrayList<>());
    }
    for (int[] arc : arcs) {
      lists.get(arc[of]).add(arc[which]);
    }
    return lists;
  }

  /** Stages suppliers first; shorter than the number of stages where arcs lead in a circle. */
  public List<Integer> downward() {
    List<List<Integer>> customers = customers();
    int[] open = new int[stages()];
    for (int[] arc : arcs) {
      open[arc[1]]++;
    }
    Deque<Integer> ready = new ArrayDeque<>();
    for (int i = 0; i < open.length; i++) {
      if (open[i] == 0) {
        ready.add(i);
      }
    }
    List<Integer> order = new ArrayList<>();
    while (!ready.isEmpty()) {
      int i = ready.remove();
      order.add(i);
      for (int j : customers.get(i)) {
        if (--open[j] == 0) {
          ready.add(j);
        }
      }
    }
    return order;
  }
}
