package tenon.twin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The same network with fewer nodes and activities: whatever is feasible in one is feasible in the
 * other at the same demands and losses.
 *
 * <ol>
 *   <li><b>Pools.</b> Where several nodes are filled by unlimited links from the same set of nodes, a
 *       pool takes from each of the set once and passes on to each of the several: m x n links become m
 *       + n, since an unlimited link leaves open how a sum of flows is split.
 *   <li><b>Passages.</b> A node without stock and demand that one unlimited link alone fills is passed
 *       over: who takes from it takes from the other end of the link. This needs that each taker stops
 *       in every outage that stops the link.
 * </ol>
 */
final class Condensed {
  private final List<Activity> activities = new ArrayList<>();
  private double[] stock;

  private Condensed(List<Activity> given, double[] stock) {
    this.stock = stock;
    pool(given);
  }

  static Network network(
      List<Activity> activities, double[] stock, int[] demandNode, double[] perDay, int sites) {
    Condensed condensed = new Condensed(activities, stock);
    List<Activity> left =
        new Passages(condensed.activities, condensed.stock, demandNode).passedOver();
    return Network.of(left, condensed.stock, demandNode, perDay, sites);
  }

  /** The links into one node that a pool could replace: where they come from, what stops them. */
  private record Bundle(int node, List<Integer> shutAt) {}

  private void pool(List<Activity> given) {
    Map<Bundle, List<Integer>> suppliers = new LinkedHashMap<>();
    for (Activity activity : given) {
      if (activity.passesOn() && activity.quantity[0] == 1) {
        suppliers.computeIfAbsent(bundle(activity), b -> new ArrayList<>()).add(activity.takes[0]);
      }
    }
    Map<List<Integer>, List<Bundle>> customers = new LinkedHashMap<>();
    suppliers.forEach(
        (bundle, from) -> {
          List<Integer> set = from.stream().sorted().distinct().toList();
          if (set.size() > 1) {
            customers.computeIfAbsent(set, s -> new ArrayList<>()).add(bundle);
          }
        });
    customers.values().removeIf(bundles -> bundles.size() < 2);
    Set<Bundle> pooled = new HashSet<>();
    customers.values().forEach(pooled::addAll);
    for (Activity activity : given) {
      if (!activity.passesOn() || activity.quantity[0] != 1 || !pooled.contains(bundle(activity))) {
        activities.add(activity);
      }
    }
    customers.forEach(this::addPool);
  }

  private void addPool(List<Integer> from, List<Bundle> to) {
    int pool = stock.length;
    stock = Arrays.copyOf(stock, pool + 1);
    for (int node : from) {
      activities.add(passage(node, pool, List.of()));
    }
    for (Bundle bundle : to) {
      activities.add(passage(pool, bundle.node, bundle.shutAt));
    }
  }

  private static Activity passage(int from, int to, List<Integer> shutAt) {
    int[] sites = shutAt.stream().mapToInt(Integer::intValue).toArray();
    return Activity.active(
        to, Double.POSITIVE_INFINITY, new int[] {from}, new double[] {1}, sites);
  }

  private static Bundle bundle(Activity activity) {
    return new Bundle(activity.fills, Arrays.stream(activity.shutAt).boxed().sorted().toList());
  }
}
