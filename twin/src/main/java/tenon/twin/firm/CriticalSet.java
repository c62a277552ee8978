package tenon.twin.firm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tenon.model.Progress;

/**
 * Which few firms together do the greatest harm, found greedily: in each round the firm whose
 * closure beside those found adds most.
 *
 * <p><b>What is proven</b>, at the fixed point:
 *
 * <ul>
 *   <li>Without replacement the loss is subadditive: closing two sets together costs at most the
 *       sum of closing each (the sum of their losses satisfies G(sum) &lt;= sum). So no set of k
 *       firms costs more than the k costliest firms one by one: {@link #atMost}.
 *   <li>The upward loss alone is the probability that a walk from the firm to random customers
 *       meets the set; that is submodular, so for it greedy reaches 1 - 1/e of the best set
 *       (Nemhauser, Wolsey, Fisher 1978).
 *   <li>The downward loss, and with it ESRI, is not submodular: of two essential suppliers of a
 *       sector the second may add more than the first. Greedy may then miss pairs whose members are
 *       harmless alone, and nothing but {@link #atMost} is claimed.
 *   <li>With replacement two closures may cost more together than apart, since fewer stand in: the
 *       bound is 1.
 * </ul>
 *
 * @param firms the firms in the order in which they were found
 * @param esri loss with the first 1, 2, ... of them closed
 * @param atMost no set of so many firms costs more, see above; for eps runs, 1
 */
public record CriticalSet(List<Integer> firms, List<Double> esri, double atMost) {
  private static final int BLOCK = 64;

  public CriticalSet {
    firms = List.copyOf(firms);
    esri = List.copyOf(esri);
  }

  /**
   * Finds a set greedily. Costs one cascade for each firm, and up to that many again in each round;
   * without replacement at the fixed point most of these are spared by subadditivity, and the
   * result is the same.
   *
   * @param size number of firms wanted, at least 1
   * @param progress hears of the firms found, as {@code critical-set}
   */
  public static CriticalSet greedy(
      FirmNetwork network, CascadeSpec spec, int size, Progress progress) {
    if (size < 1 || size > network.firms()) {
      throw new IllegalArgumentException(
          "size " + size + " is no number of firms; write 1 to " + network.firms());
    }
    return new Search(network, spec.withKeepLosses(false)).run(size, progress);
  }

  private static final class Search {
    private final FirmNetwork network;
    private final CascadeSpec spec;
    private final double[] alone;
    private final int[] order;
    private final boolean subadditive;
    private final double slack;
    private final List<Integer> found = new ArrayList<>();
    private final List<Double> losses = new ArrayList<>();

    Search(FirmNetwork network, CascadeSpec spec) {
      this.network = network;
      this.spec = spec;
      CascadeResult single = Cascade.run(network, spec, new Shocks.EveryFirm(), Progress.NONE);
      alone = new double[network.firms()];
      Arrays.setAll(alone, single::esri);
      order =
          IntStream.range(0, network.firms())
              .boxed()
              .sorted(Comparator.<Integer>comparingDouble(firm -> alone[firm]).reversed())
              .mapToInt(Integer::intValue)
              .toArray();
      subadditive =
          spec.replaceability() == Replaceability.NONE && spec.stopping() instanceof Stopping.Exact;
      slack = subadditive ? 2 * greatestBound(single) : 0;
    }

    private static double greatestBound(CascadeResult single) {
      return IntStream.range(0, single.scenarios()).mapToDouble(single::errorBound).max().orElse(0);
    }

    CriticalSet run(int size, Progress progress) {
      double loss = 0;
      for (int round = 0; round < size; round++) {
        int best = -1;
        double most = -1;
        for (int from = 0; from < order.length; from += BLOCK) {
          if (subadditive && best >= 0 && loss + alone[order[from]] + slack < most) {
            break;
          }
          int[] block = candidates(from);
          CascadeResult result = together(block);
          for (int at = 0; at < block.length; at++) {
            if (result.esri(at) > most) {
              most = result.esri(at);
              best = block[at];
            }
          }
        }
        loss = most;
        found.add(best);
        losses.add(most);
        progress.report("critical-set", round + 1, size);
      }
      return new CriticalSet(found, losses, atMost(size));
    }

    private int[] candidates(int from) {
      return IntStream.range(from, Math.min(from + BLOCK, order.length))
          .map(at -> order[at])
          .filter(firm -> !found.contains(firm))
          .toArray();
    }

    private CascadeResult together(int[] block) {
      int[][] sets = new int[block.length][];
      for (int at = 0; at < block.length; at++) {
        sets[at] =
            IntStream.concat(found.stream().mapToInt(Integer::intValue), IntStream.of(block[at]))
                .toArray();
      }
      return Cascade.run(network, spec, Shocks.Closed.together(sets), Progress.NONE);
    }

    private double atMost(int size) {
      double sum = 0;
      for (int at = 0; at < size; at++) {
        sum += alone[order[at]] + slack;
      }
      return subadditive ? Math.min(1, sum) : 1;
    }
  }
}
