package tenon.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.Resource;

/**
 * Needs followed up the chain from the tables alone, order by order until nothing is left: the slow
 * oracle of the generator, which goes product by product.
 */
class UndisturbedChainTest {
  private static final double NOTHING = 1e-12;

  /** Only for the usual parts of substitutes, which the tables do not tell. */
  private static final Goods GOODS = Goods.read();

  private final Chain chain = YangtzeIc.generate(YangtzeIc.SEED).chain();
  private final Map<String, List<Integer>> linksInto = new HashMap<>();
  private final Map<String, Integer> recipeAt = new HashMap<>();
  private final Map<Integer, List<Integer>> inputsOf = new HashMap<>();
  private final double[] onLink = new double[chain.links().count()];
  private final double[] outOf = new double[chain.recipes().count()];

  private record Order(int site, int product, double perDay) {}

  private static String key(int site, int product) {
    return site + " " + product;
  }

  private void follow() {
    for (int link = 0; link < chain.links().count(); link++) {
      if (!chain.links().standby(link)) {
        String into = key(chain.links().customer(link), chain.links().product(link));
        linksInto.computeIfAbsent(into, none -> new ArrayList<>()).add(link);
      }
    }
    for (int recipe = 0; recipe < chain.recipes().count(); recipe++) {
      if (!chain.recipes().standby(recipe)) {
        recipeAt.put(key(chain.recipes().site(recipe), chain.recipes().product(recipe)), recipe);
      }
    }
    for (int input = 0; input < chain.inputs().count(); input++) {
      inputsOf
          .computeIfAbsent(chain.inputs().recipe(input), none -> new ArrayList<>())
          .add(input);
    }
    List<Order> orders = new ArrayList<>();
    for (int demand = 0; demand < chain.demands().count(); demand++) {
      orders.add(
          new Order(
              chain.demands().site(demand),
              chain.demands().product(demand),
              chain.demands().meanPerDay(demand)));
    }
    while (!orders.isEmpty()) {
      orders = upstream(orders);
    }
  }

  /** What the orders of one round ask of the next; orders for the same thing are added up. */
  private List<Order> upstream(List<Order> orders) {
    Map<String, Order> next = new HashMap<>();
    for (Order order : orders) {
      Integer recipe = recipeAt.get(key(order.site(), order.product()));
      if (recipe != null) {
        make(recipe, order.perDay(), next);
      } else {
        buy(order, next);
      }
    }
    return next.values().stream().filter(order -> order.perDay() > NOTHING).toList();
  }

  private void buy(Order order, Map<String, Order> next) {
    for (int link : linksInto.getOrDefault(key(order.site(), order.product()), List.of())) {
      double perDay = order.perDay() * chain.links().share(link);
      onLink[link] += perDay;
      add(next, chain.links().supplier(link), order.product(), perDay);
    }
  }

  private void make(int recipe, double perDay, Map<String, Order> next) {
    outOf[recipe] += perDay;
    double started = perDay / chain.recipes().goodShare(recipe);
    String made = chain.products().keys().key(chain.recipes().product(recipe));
    for (int input : inputsOf.getOrDefault(recipe, List.of())) {
      String taken = chain.products().keys().key(chain.inputs().product(input));
      double usual =
          GOODS.bill(made).stream()
              .filter(line -> line.input().equals(taken))
              .mapToDouble(BillLine::split)
              .sum();
      add(
          next,
          chain.recipes().site(recipe),
          chain.inputs().product(input),
          started * chain.inputs().quantity(input) * usual);
    }
  }

  private static void add(Map<String, Order> orders, int site, int product, double perDay) {
    orders.merge(
        key(site, product),
        new Order(site, product, perDay),
        (a, b) -> new Order(site, product, a.perDay() + b.perDay()));
  }

  @Test
  void servesAllDemandWithinEveryCapacityAndAtTheStatedVolumes() {
    follow();
    for (int link = 0; link < onLink.length; link++) {
      String id = chain.links().keys().key(link);
      assertThat(chain.links().volumePerDay(link))
          .as(id)
          .isCloseTo(onLink[link], within(1e-5 * onLink[link]));
      assertThat(onLink[link]).as(id).isLessThanOrEqualTo(chain.links().capacityPerDay(link));
    }
    for (int recipe = 0; recipe < outOf.length; recipe++) {
      String id = chain.recipes().keys().key(recipe);
      double capacity = chain.recipes().capacityPerDay(recipe);
      if (chain.recipes().standby(recipe)) {
        assertThat(outOf[recipe]).as(id).isZero();
      } else {
        // 10 to 60 percent of headroom; the capacity is rounded up to four digits.
        assertThat(capacity / outOf[recipe]).as(id).isBetween(1.0999, 1.602);
      }
    }
  }

  @Test
  void everyDemandIsBoughtSomewhere() {
    follow();
    for (int demand = 0; demand < chain.demands().count(); demand++) {
      String need = key(chain.demands().site(demand), chain.demands().product(demand));
      assertThat(linksInto).containsKey(need);
    }
    assertThat(chain.table(Resource.DEMAND).rows()).isPositive();
  }
}
