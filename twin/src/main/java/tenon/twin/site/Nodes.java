package tenon.twin.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tenon.model.Chain;

/**
 * The nodes of a chain: every (site, product) that a recipe, an input, a link, a stock or a demand
 * names, numbered in the order in which the tables name them.
 */
final class Nodes {
  private final Map<Long, Integer> numbers = new HashMap<>();
  private final List<int[]> pairs = new ArrayList<>();

  Nodes(Chain chain) {
    for (int row = 0; row < chain.recipes().count(); row++) {
      add(chain.recipes().site(row), chain.recipes().product(row));
    }
    for (int row = 0; row < chain.inputs().count(); row++) {
      add(chain.recipes().site(chain.inputs().recipe(row)), chain.inputs().product(row));
    }
    for (int row = 0; row < chain.links().count(); row++) {
      add(chain.links().supplier(row), chain.links().product(row));
      add(chain.links().customer(row), chain.links().product(row));
    }
    for (int row = 0; row < chain.stocks().count(); row++) {
      add(chain.stocks().site(row), chain.stocks().product(row));
    }
    for (int row = 0; row < chain.demands().count(); row++) {
      add(chain.demands().site(row), chain.demands().product(row));
    }
  }

  int count() {
    return pairs.size();
  }

  int site(int node) {
    return pairs.get(node)[0];
  }

  int product(int node) {
    return pairs.get(node)[1];
  }

  /** The node of a site and a product that the chain's tables name together. */
  int of(int site, int product) {
    Integer node = numbers.get(key(site, product));
    if (node == null) {
      throw new IllegalArgumentException("no node for site " + site + ", product " + product);
    }
    return node;
  }

  private void add(int site, int product) {
    if (numbers.putIfAbsent(key(site, product), pairs.size()) == null) {
      pairs.add(new int[] {site, product});
    }
  }

  private static long key(int site, int product) {
    return ((long) site << 32) | product;
  }
}
