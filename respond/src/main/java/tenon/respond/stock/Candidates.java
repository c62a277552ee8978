package tenon.respond.stock;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Times that a corner of the constraints can take, in steps, ascending by stage: a corner hangs by
 * tight constraints on a service time of 0, a greatest service time or a time from outside. From
 * there times are carried over by S = SI + T and by SI of a customer = S of its supplier, in both
 * directions.
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
record Candidates(int[][] service, int[][] inbound) {

  /** Every time that a corner can take. */
  static Candidates of(StockNetwork network, TimeGrid grid) {
    return new Closure(network, grid).run();
  }

  /** At most so many times by stage, evenly from the least to the greatest. */
  Candidates thinned(int most) {
    return new Candidates(thinned(service, most), thinned(inbound, most));
  }

  private static int[][] thinned(int[][] lists, int most) {
    return Arrays.stream(lists)
        .map(list -> list.length <= most ? list : thinned(list, most))
        .toArray(int[][]::new);
  }

  private static int[] thinned(int[] list, int most) {
    return IntStream.range(0, most)
        .map(at -> list[(int) ((long) at * (list.length - 1) / (most - 1))])
        .toArray();
  }

  /** Pairs of times in all stages that both have suppliers and serve others. */
  double work(StockNetwork network) {
    List<List<Integer>> suppliers = network.suppliers();
    List<List<Integer>> customers = network.customers();
    double work = 0;
    for (int i = 0; i < service.length; i++) {
      boolean inner = !suppliers.get(i).isEmpty() && !customers.get(i).isEmpty();
      work += inner ? (double) service[i].length * inbound[i].length : 0;
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
    private final Deque<int[]> open = new ArrayDeque<>();

    Closure(StockNetwork network, TimeGrid grid) {
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
          promised(i, value - time[i]);
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
