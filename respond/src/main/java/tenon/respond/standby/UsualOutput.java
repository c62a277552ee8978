package tenon.respond.standby;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import tenon.model.Chain;

/**
 * What each site usually ships or sells of each product, units per day: demand carried up the links
 * by their shares and through recipes by their inputs. Links without a share carry their usual
 * volume, or an even part of what the others leave.
 */
final class UsualOutput {
  private static final int MOST_ROUNDS = 60;

  private final Chain chain;
  private final int products;
  private final Map<Long, List<Integer>> into = new HashMap<>();
  private final Map<Long, List<Integer>> recipes = new HashMap<>();
  private final Map<Integer, List<Integer>> inputs = new HashMap<>();
  private final Map<Long, Double> output = new HashMap<>();
  private final Map<Integer, Double> shipped = new HashMap<>();

  /**
   * Reckons it.
   *
   * @param open whether a link may be used
   */
  UsualOutput(Chain chain, IntPredicate open) {
    this.chain = chain;
    products = Math.max(1, chain.products().count());
    for (int link = 0; link < chain.links().count(); link++) {
      if (!chain.links().standby(link) && open.test(link)) {
        add(into, key(chain.links().customer(link), chain.links().product(link)), link);
      }
    }
    for (int recipe = 0; recipe < chain.recipes().count(); recipe++) {
      if (!chain.recipes().standby(recipe)) {
        add(recipes, key(chain.recipes().site(recipe), chain.recipes().product(recipe)), recipe);
      }
    }
    for (int input = 0; input < chain.inputs().count(); input++) {
      inputs.computeIfAbsent(chain.inputs().recipe(input), _ -> new ArrayList<>()).add(input);
    }
    spread();
  }

  private static void add(Map<Long, List<Integer>> lists, long key, int row) {
    lists.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
  }

  double perDay(int site, int product) {
    return output.getOrDefault(key(site, product), 0.0);
  }

  /** What a link usually carries, units per day. */
  double over(int link) {
    return shipped.getOrDefault(link, 0.0);
  }

  private long key(int site, int product) {
    return (long) site * products + product;
  }

  private void spread() {
    Map<Long, Double> wave = new HashMap<>();
    for (int demand = 0; demand < chain.demands().count(); demand++) {
      double mean = chain.demands().meanPerDay(demand);
      if (mean > 0) {
        wave.merge(
            key(chain.demands().site(demand), chain.demands().product(demand)), mean, Double::sum);
      }
    }
    for (int round = 0; round < MOST_ROUNDS && !wave.isEmpty(); round++) {
      Map<Long, Double> next = new HashMap<>();
      wave.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(
              entry -> {
                output.merge(entry.getKey(), entry.getValue(), Double::sum);
                require(entry.getKey(), entry.getValue(), next);
              });
      wave = next;
    }
  }

  /** What an output takes: inputs where it is made, else the product from suppliers. */
  private void require(long key, double amount, Map<Long, Double> next) {
    int site = (int) (key / products);
    List<Integer> makers = recipes.getOrDefault(key, List.of());
    if (makers.isEmpty()) {
      buy(site, (int) (key % products), amount, next);
      return;
    }
    double whole = makers.stream().mapToDouble(this::weight).sum();
    for (int recipe : makers) {
      double part = amount * weight(recipe) / whole;
      double good = chain.recipes().goodShare(recipe);
      for (int input : inputs.getOrDefault(recipe, List.of())) {
        if (firstOfGroup(recipe, input)) {
          double each = chain.inputs().quantity(input) / (good > 0 ? good : 1);
          buy(site, chain.inputs().product(input), part * each, next);
        }
      }
    }
  }

  private double weight(int recipe) {
    double capacity = chain.recipes().capacityPerDay(recipe);
    return capacity > 0 && capacity < Double.POSITIVE_INFINITY ? capacity : 1;
  }

  /** Of inputs that replace each other the first is in use. */
  private boolean firstOfGroup(int recipe, int input) {
    String group = chain.inputs().substituteGroup(input);
    for (int other : inputs.getOrDefault(recipe, List.of())) {
      if (other == input || group == null) {
        return true;
      }
      if (group.equals(chain.inputs().substituteGroup(other))) {
        return false;
      }
    }
    return true;
  }

  private void buy(int site, int product, double amount, Map<Long, Double> next) {
    List<Integer> links = into.getOrDefault(key(site, product), List.of());
    if (links.isEmpty() && recipes.containsKey(key(site, product))) {
      // What nobody ships to it, the site makes for itself.
      next.merge(key(site, product), amount, Double::sum);
      return;
    }
    double told = 0;
    int untold = 0;
    for (int link : links) {
      double part = told(link, amount);
      told += Double.isNaN(part) ? 0 : part;
      untold += Double.isNaN(part) ? 1 : 0;
    }
    double scale = told > amount || (untold == 0 && told > 0) ? amount / told : 1;
    double rest = untold == 0 ? 0 : Math.max(0, amount - told) / untold;
    for (int link : links) {
      double part = told(link, amount);
      double flow = Double.isNaN(part) ? rest : part * scale;
      if (flow > 1e-9) {
        shipped.merge(link, flow, Double::sum);
        next.merge(key(chain.links().supplier(link), product), flow, Double::sum);
      }
    }
  }

  private double told(int link, double amount) {
    double share = chain.links().share(link);
    return Double.isNaN(share) ? chain.links().volumePerDay(link) : share * amount;
  }
}
