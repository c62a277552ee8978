package tenon.twin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tenon.model.Chain;
import tenon.model.Demands;
import tenon.model.Grouping;
import tenon.model.Inputs;
import tenon.model.Links;
import tenon.model.Recipes;
import tenon.model.Stocks;

/** Reads the {@link Network} off a chain, filling blanks by the defaults of the package. */
final class NetworkBuilder {
  private static final double UNLIMITED = Double.POSITIVE_INFINITY;

  private final Chain chain;
  private final ExposureSpec spec;
  private final Blanks blanks;
  private final Map<Trial.Spot, Integer> tagOf = new LinkedHashMap<>();
  private final Map<Long, Integer> nodeOf = new HashMap<>();
  private final List<Activity> activities = new ArrayList<>();
  private int nodes;

  private NetworkBuilder(Chain chain, ExposureSpec spec, Blanks blanks, List<Trial.Spot> spots) {
    spots.forEach(spot -> tagOf.putIfAbsent(spot, tagOf.size()));
    this.chain = chain;
    this.spec = spec;
    this.blanks = blanks;
  }

  static Network build(Chain chain, ExposureSpec spec, Blanks blanks) {
    return build(chain, spec, blanks, List.of());
  }

  /**
   * The network with some spots kept apart: the activity of the nth has the tag n. A stock that may
   * be added is an activity with a limit of 0.
   */
  static Network build(Chain chain, ExposureSpec spec, Blanks blanks, List<Trial.Spot> spots) {
    return new NetworkBuilder(chain, spec, blanks, spots).build();
  }

  private Network build() {
    addRecipes();
    addLinks();
    Demands demands = chain.demands();
    int[] demandNode = new int[demands.count()];
    double[] perDay = new double[demands.count()];
    for (int demand = 0; demand < demandNode.length; demand++) {
      demandNode[demand] = node(demands.site(demand), demands.product(demand));
      perDay[demand] = demands.meanPerDay(demand);
    }
    double[] stock = addStocks();
    tagOf.forEach(
        (spot, tag) -> {
          if (spot instanceof Trial.Stock(int site, int product)) {
            int[] shutAt = spec.stockLost() ? new int[] {site} : new int[0];
            Activity draw =
                Activity.active(node(site, product), 0, new int[0], new double[0], shutAt);
            activities.add(draw.tagged(tag));
          }
        });
    stock = Arrays.copyOf(stock, nodes);
    return Condensed.network(activities, stock, demandNode, perDay, chain.sites().count());
  }

  private void addRecipes() {
    Recipes recipes = chain.recipes();
    Inputs inputs = chain.inputs();
    Grouping ofRecipe = Grouping.of(inputs.count(), recipes.count(), inputs::recipe);
    for (int recipe = 0; recipe < recipes.count(); recipe++) {
      double goodShare =
          blanks.fill("recipes.csv", "yield", "blank-yield", recipes.goodShare(recipe), 1);
      double capacity =
          blanks.fill(
              "recipes.csv",
              "capacity_per_day",
              "blank-capacity",
              recipes.capacityPerDay(recipe),
              UNLIMITED);
      Takes takes = needs(recipe, ofRecipe, goodShare);
      int site = recipes.site(recipe);
      Activity output =
          Activity.active(
              node(site, recipes.product(recipe)),
              capacity,
              takes.nodes(),
              takes.quantities(),
              site);
      output = output.tagged(tag(new Trial.Recipe(recipe)));
      activities.add(
          recipes.standby(recipe)
              ? output.startingAfter(activation("recipes.csv", recipes.activationDays(recipe)))
              : output);
    }
  }

  /** What one good unit of a recipe takes; substitutes of a group fill a node of their own. */
  private Takes needs(int recipe, Grouping ofRecipe, double goodShare) {
    Inputs inputs = chain.inputs();
    int site = chain.recipes().site(recipe);
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    Takes takes = new Takes();
    for (int nth = 0; nth < ofRecipe.size(recipe); nth++) {
      int input = ofRecipe.item(recipe, nth);
      String group = inputs.substituteGroup(input);
      if (group != null) {
        groups.computeIfAbsent(group, name -> new ArrayList<>()).add(input);
      } else if (inputs.essential(input)) {
        takes.add(node(site, inputs.product(input)), inputs.quantity(input) / goodShare);
      }
    }
    for (List<Integer> group : groups.values()) {
      if (group.stream().anyMatch(inputs::essential)) {
        takes.add(need(site, group, goodShare), 1);
      }
    }
    return takes;
  }

  private int need(int site, List<Integer> group, double goodShare) {
    int need = nodes++;
    for (int input : group) {
      Takes takes = new Takes();
      takes.add(
          node(site, chain.inputs().product(input)), chain.inputs().quantity(input) / goodShare);
      activities.add(Activity.active(need, UNLIMITED, takes.nodes(), takes.quantities()));
    }
    return need;
  }

  private void addLinks() {
    Links links = chain.links();
    for (int link = 0; link < links.count(); link++) {
      int customer = links.customer(link);
      int supplier = links.supplier(link);
      if (links.closed(link) || customer == supplier) {
        continue;
      }
      double capacity =
          blanks.fill(
              "sourcing.csv",
              "capacity_per_day",
              "blank-capacity",
              links.capacityPerDay(link),
              UNLIMITED);
      int product = links.product(link);
      int via = links.via(link);
      int[] shutAt = via < 0 || via == customer ? new int[] {customer} : new int[] {customer, via};
      Takes takes = new Takes();
      takes.add(node(supplier, product), 1);
      Activity flow =
          Activity.active(
              node(customer, product), capacity, takes.nodes(), takes.quantities(), shutAt);
      flow = flow.tagged(tag(new Trial.Link(link)));
      activities.add(
          links.standby(link)
              ? flow.startingAfter(activation("sourcing.csv", links.activationDays(link)))
              : flow);
    }
  }

  private double activation(String file, double days) {
    return blanks.fill(file, "activation_days", "blank-activation", days, spec.assumedTtrDays());
  }

  /** Finite stocks that no outage destroys enter the balance; the others are drawn on. */
  private double[] addStocks() {
    Stocks stocks = chain.stocks();
    double[] onHand = new double[nodes + stocks.count()];
    for (int row = 0; row < stocks.count(); row++) {
      double stock = blanks.fill("stocks.csv", "on_hand", "blank-stock", stocks.onHand(row), 0);
      int site = stocks.site(row);
      int node = node(site, stocks.product(row));
      if (spec.stockLost() && stock > 0) {
        activities.add(Activity.draw(node, stock, site));
      } else if (Double.isInfinite(stock)) {
        activities.add(Activity.draw(node, stock));
      } else {
        onHand[node] = stock;
      }
    }
    return Arrays.copyOf(onHand, nodes);
  }

  private int tag(Trial.Spot spot) {
    return tagOf.getOrDefault(spot, Activity.NO_TAG);
  }

  private int node(int site, int product) {
    long pair = (long) site * chain.products().count() + product;
    return nodeOf.computeIfAbsent(pair, key -> nodes++);
  }

  /** Collects what an activity takes; a node taken twice counts once with both quantities. */
  private static final class Takes {
    private final Map<Integer, Double> quantityOf = new LinkedHashMap<>();

    void add(int node, double quantity) {
      quantityOf.merge(node, quantity, Double::sum);
    }

    int[] nodes() {
      return quantityOf.keySet().stream().mapToInt(Integer::intValue).toArray();
    }

    double[] quantities() {
      return quantityOf.values().stream().mapToDouble(Double::doubleValue).toArray();
    }
  }
}
