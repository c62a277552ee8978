package tenon.respond.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tenon.model.Chain;
import tenon.model.ChainEdit;
import tenon.model.Inputs;
import tenon.model.Links;
import tenon.model.Recipes;
import tenon.model.Resource;
import tenon.model.Stocks;

/** A chain in which levers have been pulled. New sources stand by: they change nothing usual. */
final class LeveredChain {
  private final Chain chain;
  private final ChainEdit edit;
  private final Map<Integer, Double> more = new HashMap<>();
  private final Map<List<Integer>, Double> moreAnew = new HashMap<>();
  private final Set<String> added = new HashSet<>();

  /** Shares of demands that are sold elsewhere, by row and site. */
  private final Map<Integer, Map<String, Double>> left = new TreeMap<>();

  private String lever = "";

  private LeveredChain(Chain chain) {
    this.chain = chain;
    edit = ChainEdit.of(chain);
  }

  static Chain of(Chain chain, List<Lever> levers) {
    LeveredChain levered = new LeveredChain(chain);
    for (Lever lever : levers) {
      levered.lever = lever.id();
      lever.changes().forEach(levered::make);
    }
    levered.stocks();
    levered.markets();
    return levered.edit.chain();
  }

  private void make(Change change) {
    switch (change) {
      case Change.Capacity it -> capacity(it);
      case Change.Stock it -> stock(it);
      case Change.Source it -> source(it);
      case Change.Plant it -> plant(it);
      case Change.Loop it -> loop(it);
      case Change.Substitute it -> substitute(it);
      case Change.Market it ->
          left.merge(
              demand(it.site(), it.product()),
              new TreeMap<>(Map.of(it.to(), it.share())),
              LeveredChain::sum);
      case Change.Ready it -> ready(it);
      case Change.Notice _, Change.Insurance _, Change.Credit _, Change.EarlyPayment _ -> {
        // no matter of the chain
      }
    }
  }

  private void capacity(Change.Capacity it) {
    int recipe = chain.recipes().keys().id(it.recipe());
    String site = chain.sites().keys().key(chain.recipes().site(recipe));
    copy(recipe, site, it.perDay(), it.activationDays(), it.extraCost());
  }

  /** A standby copy of a recipe with its inputs. */
  private void copy(int recipe, String site, double perDay, double days, double extraCost) {
    String id = fresh(chain.recipes().keys().key(recipe));
    double cost = known(chain.recipes().productionCostPerUnit(recipe)) + extraCost;
    edit.addLike(
        Resource.RECIPES,
        recipe,
        row ->
            row.set("recipe_id", id)
                .set("site_id", site)
                .set("status", "standby")
                .set("activation_days", days)
                .set("changeover_days", 0.0)
                .set("capacity_per_day", perDay)
                .set("production_cost_per_unit", cost));
    Inputs inputs = chain.inputs();
    for (int input = 0; input < inputs.count(); input++) {
      if (inputs.recipe(input) == recipe) {
        edit.addLike(Resource.INPUTS, input, row -> row.set("recipe_id", id));
      }
    }
  }

  private void stock(Change.Stock it) {
    int site = chain.sites().keys().id(it.site());
    int product = chain.products().keys().id(it.product());
    Stocks stocks = chain.stocks();
    for (int row = 0; row < stocks.count(); row++) {
      if (stocks.site(row) == site && stocks.product(row) == product) {
        more.merge(row, it.units(), Double::sum);
        return;
      }
    }
    moreAnew.merge(List.of(site, product), it.units(), Double::sum);
  }

  private void stocks() {
    more.forEach(this::raise);
    moreAnew.forEach(
        (place, units) ->
            edit.add(
                Resource.STOCKS,
                row ->
                    row.set("site_id", chain.sites().keys().key(place.get(0)))
                        .set("product_id", chain.products().keys().key(place.get(1)))
                        .set("on_hand", units)));
  }

  /** What is replenished to goes up with the stock, or the sites would sell the reserve off. */
  private void raise(int row, double units) {
    Stocks stocks = chain.stocks();
    edit.set(Resource.STOCKS, row, "on_hand", known(stocks.onHand(row)) + units);
    raise(row, "order_up_to", stocks.orderUpTo(row), units);
    raise(row, "reorder_point", stocks.reorderPoint(row), units);
    raise(row, "safety_stock", stocks.safetyStock(row), units);
  }

  private void raise(int row, String column, double level, double units) {
    if (!Double.isNaN(level)) {
      edit.set(Resource.STOCKS, row, column, level + units);
    }
  }

  private void source(Change.Source it) {
    link(
        it.customer(),
        it.supplier(),
        it.product(),
        it.perDay(),
        it.leadTimeDays(),
        it.activationDays(),
        it.freight(),
        it.tariff(),
        it.co2());
  }

  private void link(
      String customer,
      String supplier,
      String product,
      double perDay,
      double leadDays,
      double days,
      double freight,
      double tariff,
      double co2) {
    if (!added.add(customer + '\n' + supplier + '\n' + product)) {
      return;
    }
    String id = fresh(supplier + ">" + customer + ":" + product);
    double price = price(customer, product);
    edit.add(
        Resource.SOURCING,
        row ->
            row.set("link_id", id)
                .set("customer_site_id", customer)
                .set("supplier_site_id", supplier)
                .set("product_id", product)
                .set("share", 0.0)
                .set("lead_time_days", leadDays)
                .set("capacity_per_day", perDay)
                .set("price_per_unit", price)
                .set("freight_per_unit", freight)
                .set("tariff", tariff)
                .set("co2_kg_per_unit", co2)
                .set("status", "standby")
                .set("activation_days", days));
  }

  /** What the customer pays for the product now, at the least; else anybody; else its value. */
  private double price(String customer, String product) {
    Links links = chain.links();
    double own = Double.POSITIVE_INFINITY;
    double any = Double.POSITIVE_INFINITY;
    int site = chain.sites().keys().id(customer);
    int what = chain.products().keys().id(product);
    for (int link = 0; link < links.count(); link++) {
      double price = links.pricePerUnit(link);
      if (links.product(link) == what && !Double.isNaN(price)) {
        any = Math.min(any, price);
        own = links.customer(link) == site ? Math.min(own, price) : own;
      }
    }
    double least = Double.isFinite(own) ? own : any;
    return Double.isFinite(least) ? least : chain.products().unitValue(what);
  }

  private void plant(Change.Plant it) {
    Recipes recipes = chain.recipes();
    int recipe = recipes.keys().id(it.recipe());
    int old = recipes.site(recipe);
    int product = recipes.product(recipe);
    edit.addLike(
        Resource.SITES,
        old,
        row -> row.set("site_id", it.site()).set("region_id", it.region()).set("name", it.site()));
    copy(recipe, it.site(), it.perDay(), it.activationDays(), it.extraCost());
    String made = chain.products().keys().key(product);
    Links links = chain.links();
    Inputs inputs = chain.inputs();
    for (int link = 0; link < links.count(); link++) {
      if (links.supplier(link) == old && links.product(link) == product) {
        link(
            chain.sites().keys().key(links.customer(link)),
            it.site(),
            made,
            Double.POSITIVE_INFINITY,
            it.leadTimeDays(),
            it.activationDays(),
            0,
            0,
            it.co2());
      }
    }
    for (int input = 0; input < inputs.count(); input++) {
      if (inputs.recipe(input) == recipe) {
        supply(it, old, inputs.product(input));
      }
    }
  }

  /** The new site buys an input where the old one does, or from the old one itself. */
  private void supply(Change.Plant it, int old, int product) {
    Links links = chain.links();
    String name = chain.products().keys().key(product);
    boolean bought = false;
    for (int link = 0; link < links.count(); link++) {
      if (links.customer(link) == old && links.product(link) == product && !links.closed(link)) {
        bought = true;
        link(
            it.site(),
            chain.sites().keys().key(links.supplier(link)),
            name,
            links.capacityPerDay(link),
            known(links.leadTimeDays(link)),
            it.activationDays(),
            known(links.freightPerUnit(link)),
            known(links.tariff(link)),
            0);
      }
    }
    if (!bought) {
      String from = chain.sites().keys().key(old);
      double most = Double.POSITIVE_INFINITY;
      link(it.site(), from, name, most, it.leadTimeDays(), it.activationDays(), 0, 0, it.co2());
    }
  }

  private void loop(Change.Loop it) {
    Set<Integer> regions = below(chain.regions().keys().id(it.region()));
    Map<Integer, Set<Integer>> makers = new HashMap<>();
    Recipes recipes = chain.recipes();
    for (int recipe = 0; recipe < recipes.count(); recipe++) {
      if (regions.contains(chain.sites().region(recipes.site(recipe)))) {
        makers
            .computeIfAbsent(recipes.product(recipe), _ -> new TreeSet<>())
            .add(recipes.site(recipe));
      }
    }
    Links links = chain.links();
    Set<List<Integer>> there = new HashSet<>();
    List<int[]> wanted = new ArrayList<>();
    for (int link = 0; link < links.count(); link++) {
      int customer = links.customer(link);
      int product = links.product(link);
      there.add(List.of(customer, links.supplier(link), product));
      if (regions.contains(chain.sites().region(customer))) {
        for (int maker : makers.getOrDefault(product, Set.of())) {
          wanted.add(new int[] {customer, maker, product});
        }
      }
    }
    for (int[] one : wanted) {
      if (one[0] != one[1] && !there.contains(List.of(one[0], one[1], one[2]))) {
        link(
            chain.sites().keys().key(one[0]),
            chain.sites().keys().key(one[1]),
            chain.products().keys().key(one[2]),
            Double.POSITIVE_INFINITY,
            it.leadTimeDays(),
            it.activationDays(),
            0,
            0,
            it.co2());
      }
    }
  }

  private Set<Integer> below(int region) {
    Set<Integer> all = new HashSet<>(Set.of(region));
    boolean grown = true;
    while (grown) {
      grown = false;
      for (int other = 0; other < chain.regions().count(); other++) {
        grown |= all.contains(chain.regions().parent(other)) && all.add(other);
      }
    }
    return all;
  }

  /** A standby recipe that makes the one of the other. */
  private void substitute(Change.Substitute it) {
    String id = fresh(it.site() + ":" + it.product() + "<" + it.by());
    edit.add(
        Resource.RECIPES,
        row ->
            row.set("recipe_id", id)
                .set("site_id", it.site())
                .set("product_id", it.product())
                .set("capacity_per_day", it.perDay())
                .set("production_cost_per_unit", it.extraCost())
                .set("status", "standby")
                .set("activation_days", it.activationDays()));
    edit.add(
        Resource.INPUTS,
        row -> row.set("recipe_id", id).set("product_id", it.by()).set("quantity", it.quantity()));
  }

  private static Map<String, Double> sum(Map<String, Double> one, Map<String, Double> other) {
    other.forEach((to, share) -> one.merge(to, share, Double::sum));
    return one;
  }

  private int demand(String site, String product) {
    for (int demand = 0; demand < chain.demands().count(); demand++) {
      if (place(chain, demand).equals(List.of(site, product))) {
        return demand;
      }
    }
    throw new IllegalArgumentException("nobody asks " + site + " for " + product);
  }

  /** Site and product of a demand. */
  static List<String> place(Chain chain, int demand) {
    return List.of(
        chain.sites().keys().key(chain.demands().site(demand)),
        chain.products().keys().key(chain.demands().product(demand)));
  }

  /**
   * Demand leaves by its share, all of it at the most; spreads of what comes are independent of
   * those of what is there.
   */
  private void markets() {
    Map<List<String>, double[]> come = new LinkedHashMap<>();
    Map<List<String>, Integer> from = new LinkedHashMap<>();
    left.forEach(
        (row, shares) -> {
          double all = shares.values().stream().mapToDouble(Double::doubleValue).sum();
          double scale = Math.min(1, all) / all;
          double mean = chain.demands().meanPerDay(row);
          double sd = chain.demands().sdPerDay(row);
          edit.set(Resource.DEMAND, row, "mean_per_day", mean * (1 - all * scale));
          if (!Double.isNaN(sd)) {
            edit.set(Resource.DEMAND, row, "sd_per_day", sd * (1 - all * scale));
          }
          shares.forEach(
              (to, share) -> {
                List<String> place = List.of(to, place(chain, row).get(1));
                double[] sums = come.computeIfAbsent(place, _ -> new double[2]);
                sums[0] += mean * share * scale;
                sums[1] += Math.pow(known(sd) * share * scale, 2);
                from.putIfAbsent(place, row);
              });
        });
    come.forEach((place, sums) -> arrive(place, from.getOrDefault(place, 0), sums));
  }

  private void arrive(List<String> place, int from, double[] sums) {
    for (int row = 0; row < chain.demands().count(); row++) {
      if (place(chain, row).equals(place)) {
        double stays = 1;
        for (double share : left.getOrDefault(row, Map.of()).values()) {
          stays = Math.max(0, stays - share);
        }
        double sd = known(chain.demands().sdPerDay(row)) * stays;
        double mean = chain.demands().meanPerDay(row) * stays + sums[0];
        edit.set(Resource.DEMAND, row, "mean_per_day", mean);
        if (sd * sd + sums[1] > 0) {
          edit.set(Resource.DEMAND, row, "sd_per_day", Math.sqrt(sd * sd + sums[1]));
        }
        return;
      }
    }
    edit.addLike(
        Resource.DEMAND,
        from,
        row ->
            row.set("site_id", place.getFirst())
                .set("mean_per_day", sums[0])
                .set("sd_per_day", sums[1] > 0 ? Math.sqrt(sums[1]) : Double.NaN));
  }

  private void ready(Change.Ready it) {
    int recipe = chain.recipes().keys().id(it.id());
    if (recipe >= 0) {
      edit.set(Resource.RECIPES, recipe, "activation_days", it.activationDays());
    } else {
      int link = chain.links().keys().id(it.id());
      edit.set(Resource.SOURCING, link, "activation_days", it.activationDays());
    }
  }

  private String fresh(String like) {
    String id = like + "+" + lever;
    for (int n = 2; !added.add("id\n" + id); n++) {
      id = like + "+" + lever + "-" + n;
    }
    return id;
  }

  private static double known(double number) {
    return Double.isNaN(number) ? 0 : number;
  }
}
