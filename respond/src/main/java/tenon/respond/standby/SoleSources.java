package tenon.respond.standby;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;

/**
 * Sites without any one of which a site can make a product, however far up the chain.
 *
 * <p>M(s, p) = {s} with the sites that all ways to p at s have in common: a recipe needs what each
 * of its essential inputs needs, and of inputs that replace each other what all of them need; a
 * product that is bought needs what all its suppliers need. These are the dominators of a graph of
 * ands and ors, found as the greatest fixed point by rounds from the top; cycles are harmless.
 * Standby sources count as ways, closed links do not.
 */
final class SoleSources {
  private static final int MOST_ROUNDS = 200;

  private final Chain chain;
  private final int products;
  private final Map<Long, List<Integer>> suppliers;
  private final Map<Long, List<Integer>> recipes = new TreeMap<>();
  private final Map<Integer, List<Integer>> inputs = new HashMap<>();
  private final Map<Long, int[]> found = new HashMap<>();

  /**
   * Finds them for all that the chain makes or ships.
   *
   * @param into rows of the open links into each place
   */
  SoleSources(Chain chain, Map<Long, List<Integer>> into) {
    this.chain = chain;
    products = Math.max(1, chain.products().count());
    suppliers = into;
    Map<Long, Boolean> places = new TreeMap<>();
    for (int recipe = 0; recipe < chain.recipes().count(); recipe++) {
      long place = place(chain.recipes().site(recipe), chain.recipes().product(recipe));
      recipes.computeIfAbsent(place, _ -> new ArrayList<>()).add(recipe);
      places.put(place, true);
    }
    for (int input = 0; input < chain.inputs().count(); input++) {
      int recipe = chain.inputs().recipe(input);
      inputs.computeIfAbsent(recipe, _ -> new ArrayList<>()).add(input);
      places.put(place(chain.recipes().site(recipe), chain.inputs().product(input)), true);
    }
    into.forEach(
        (place, links) -> {
          places.put(place, true);
          links.forEach(
              link -> places.put(place(chain.links().supplier(link), product(place)), true));
        });
    boolean changed = true;
    for (int round = 0; changed && round < MOST_ROUNDS; round++) {
      changed = false;
      for (long place : places.keySet()) {
        int[] now = needed(place);
        if (now != null && !Arrays.equals(now, found.get(place))) {
          found.put(place, now);
          changed = true;
        }
      }
    }
  }

  private long place(int site, int product) {
    return (long) site * products + product;
  }

  private int product(long place) {
    return (int) (place % products);
  }

  /** Rows of the sites, ascending, the site itself left out. */
  List<Integer> of(int site, int product) {
    int[] sites = found.get(place(site, product));
    return sites == null
        ? List.of()
        : IntStream.of(sites).filter(one -> one != site).boxed().toList();
  }

  /** All sites stand for null: what has not been reached yet. */
  private int @Nullable [] needed(long place) {
    int site = (int) (place / products);
    int[] common = null;
    boolean ways = false;
    for (int recipe : recipes.getOrDefault(place, List.of())) {
      common = both(common, made(site, recipe));
      ways = true;
    }
    for (int link : suppliers.getOrDefault(place, List.of())) {
      common = both(common, found.get(place(chain.links().supplier(link), product(place))));
      ways = true;
    }
    return ways && common == null ? null : either(new int[] {site}, common);
  }

  private int @Nullable [] made(int site, int recipe) {
    int[] all = {site};
    Map<String, List<Integer>> groups = new TreeMap<>();
    for (int input : inputs.getOrDefault(recipe, List.of())) {
      if (chain.inputs().essential(input)) {
        String group = chain.inputs().substituteGroup(input);
        groups
            .computeIfAbsent(group == null ? "/" + input : group, _ -> new ArrayList<>())
            .add(input);
      }
    }
    for (List<Integer> group : groups.values()) {
      int[] common = null;
      for (int input : group) {
        common = both(common, found.get(place(site, chain.inputs().product(input))));
      }
      if (common == null) {
        return null;
      }
      all = either(all, common);
    }
    return all;
  }

  private static int @Nullable [] both(int @Nullable [] one, int @Nullable [] other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return IntStream.of(one).filter(site -> Arrays.binarySearch(other, site) >= 0).toArray();
  }

  private static int[] either(int[] one, int @Nullable [] other) {
    return other == null
        ? one
        : IntStream.concat(IntStream.of(one), IntStream.of(other)).sorted().distinct().toArray();
  }
}
