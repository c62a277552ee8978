package tenon.respond.stock;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Times that a corner of the constraints can take, in steps, ascending by stage: a corner hangs by
 * tight constraints on a service time of 0, a greatest service time or a time from outside. From
 * there times are carried over by S = SI + T and by SI of a customer = S of its supplier, in both
 * directions.
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
record Candidates(int[][] service, int[][] inbound) {

  /** Every time that a corner can take; with {@code back} false only those carried downward. */
  static Candidates of(StockNetwork network, TimeGrid grid, boolean back) {
    return new Closure(network, grid, back).run();
  }

  /** The same with the times of one policy among them, so that it can be kept. */
  Candidates with(int[] policyService, int[] policyInbound) {
    int[][] more = new int[service.length][];
    int[][] moreIn = new int[service.length][];
    for (int i = 0; i < more.length; i++) {
      more[i] = with(service[i], policyService[i]);
      moreIn[i] = with(inbound[i], policyInbound[i]);
    }
    return new Candidates(more, moreIn);
  }

  private static int[] with(int[] sorted, int value) {
    int at = Arrays.binarySearch(sorted, value);
    if (at >= 0) {
      return sorted;
    }
    int[] more = Arrays.copyOf(sorted, sorted.length + 1);
    more[sorted.length] = value;
    Arrays.sort(more);
    return more;
  }

  /** Pairs of times in all: the work of one dynamic programme. */
  double work() {
    double work = 0;
    for (int i = 0; i < service.length; i++) {
      work += (double) service[i].length * inbound[i].length / 2;
    }
    return work;
  }

  /** Adds what follows from what is there until nothing does. */
  private static final class Closure {
    private final int[] longest;
    private final int[] time;
    private final int[] outside;
    private final int[] greatest;
    private final List<List<Integer>> suppliers;
    private final List<List<Integer>> customers;
    private final BitSet[] service;
    private final BitSet[] inbound;
    private final boolean back;
    private final Deque<int[]> open = new ArrayDeque<>();

    Closure(StockNetwork network, TimeGrid grid, boolean back) {
      this.back = back;
      longest = grid.longest();
      time = Arrays.stream(network.time()).mapToInt(grid::steps).toArray();
      outside = Arrays.stream(network.inbound()).mapToInt(grid::steps).toArray();
      greatest = Arrays.stream(network.greatest()).mapToInt(grid::steps).toArray();
      suppliers = network.suppliers();
      customers = network.customers();
      service = new BitSet[time.length];
      inbound = new BitSet[time.length];
      for (int i = 0; i < time.length; i++) {
        service[i] = new BitSet();
        inbound[i] = new BitSet();
      }
    }

    Candidates run() {
      for (int i = 0; i < time.length; i++) {
        promise(i, 0);
        promise(i, greatest[i]);
        promised(i, outside[i]);
      }
      while (!open.isEmpty()) {
        int[] next = open.remove();
        int i = next[0];
        int value = next[2];
        if (next[1] == 0) {
          customers.get(i).forEach(j -> promised(j, value));
          if (back) {
            promised(i, value - time[i]);
          }
        } else {
          promise(i, value + time[i]);
          suppliers.get(i).forEach(k -> promise(k, value));
        }
      }
      return new Candidates(sorted(service), sorted(inbound));
    }

    private void promise(int i, int value) {
      if (value >= 0 && value <= Math.min(longest[i], greatest[i]) && !service[i].get(value)) {
        service[i].set(value);
        open.add(new int[] {i, 0, value});
      }
    }

    private void promised(int i, int value) {
      if (value >= outside[i] && value <= longest[i] - time[i] && !inbound[i].get(value)) {
        inbound[i].set(value);
        open.add(new int[] {i, 1, value});
      }
    }

    private static int[][] sorted(BitSet[] sets) {
      List<int[]> lists = new ArrayList<>();
      for (BitSet set : sets) {
        lists.add(set.stream().toArray());
      }
      return lists.toArray(int[][]::new);
    }
  }
}
