package tenon.respond.design;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tenon.model.Chain;
import tenon.model.Inputs;
import tenon.model.Links;
import tenon.model.Recipes;
import tenon.respond.PlannedFlows;

/**
 * Which firms earn what a demand brings: the value of a unit is followed up the usual flows, and
 * each firm keeps the value that its recipes add, value of the output less value of the inputs, at
 * least 0. Of inputs that replace each other those count that usually arrive. Where no value is
 * known on the way, the firm at whose site the demand arises earns all.
 *
 * @param byDemand shares of firms by demand, each row summing to 1
 * @param usual shares of firms in all demands, weighted by value (units where no value is known)
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
record ValueShares(double[][] byDemand, double[] usual) {
  private static final int MOST_SWEEPS = 500;
  private static final double SETTLED = 1e-12;

  /** Shares of firms by demand; each row sums to 1. */
  static ValueShares of(Chain chain, PlannedFlows flows) {
    return new Tracing(chain, flows).shares();
  }

  int firms() {
    return usual.length;
  }

  /**
   * Each firm's part of a loss: of what a demand loses by who earns it, of the cost of changed
   * flows as of the whole usual demand.
   */
  double[] of(Outcome outcome) {
    double[] parts = new double[firms()];
    double changes = outcome.loss();
    for (int demand = 0; demand < byDemand.length; demand++) {
      double lost = outcome.byDemand()[demand];
      changes -= lost;
      for (int firm = 0; firm < parts.length; firm++) {
        parts[firm] += lost * byDemand[demand][firm];
      }
    }
    for (int firm = 0; firm < parts.length; firm++) {
      parts[firm] += changes * usual[firm];
    }
    return parts;
  }

  /** A product at a site: what comes in from where, and what a unit of it has earned whom. */
  private static final class Node {
    final Map<Integer, Double> links = new LinkedHashMap<>();
    final Map<Integer, Double> recipes = new LinkedHashMap<>();
    double[] earned = {};

    double in() {
      return links.values().stream().mapToDouble(Double::doubleValue).sum()
          + recipes.values().stream().mapToDouble(Double::doubleValue).sum();
    }
  }

  private static final class Tracing {
    private final Chain chain;
    private final int firms;
    private final Map<Long, Node> nodes = new LinkedHashMap<>();

    Tracing(Chain chain, PlannedFlows flows) {
      this.chain = chain;
      firms = chain.firms().count();
      Links links = chain.links();
      for (int link = 0; link < links.count(); link++) {
        double flow = flows.usualLinkPerDay(link);
        if (flow > 0) {
          node(links.customer(link), links.product(link)).links.put(link, flow);
          node(links.supplier(link), links.product(link));
        }
      }
      Recipes recipes = chain.recipes();
      for (int recipe = 0; recipe < recipes.count(); recipe++) {
        double made = flows.usualRecipePerDay(recipe);
        if (made > 0) {
          node(recipes.site(recipe), recipes.product(recipe)).recipes.put(recipe, made);
        }
      }
      nodes.values().forEach(node -> node.earned = new double[firms]);
    }

    private Node node(int site, int product) {
      return nodes.computeIfAbsent(key(site, product), _ -> new Node());
    }

    private static long key(int site, int product) {
      return (long) site << Integer.SIZE | product;
    }

    private double value(int product) {
      double value = chain.products().unitValue(product);
      return value > 0 ? value : 0;
    }

    ValueShares shares() {
      Map<Integer, Map<Integer, Double>> inputs = inputs();
      double moved = Double.POSITIVE_INFINITY;
      for (int sweep = 0; sweep < MOST_SWEEPS && moved > SETTLED; sweep++) {
        moved = 0;
        for (Map.Entry<Long, Node> entry : nodes.entrySet()) {
          moved = Math.max(moved, renew(entry.getKey(), entry.getValue(), inputs));
        }
      }
      double[][] shares = new double[chain.demands().count()][];
      for (int demand = 0; demand < shares.length; demand++) {
        int site = chain.demands().site(demand);
        Node node = nodes.get(key(site, chain.demands().product(demand)));
        double[] earned = node == null ? new double[firms] : node.earned.clone();
        double sum = Arrays.stream(earned).sum();
        if (sum > 0) {
          Arrays.setAll(earned, firm -> earned[firm] / sum);
        } else {
          earned[chain.sites().firm(site)] = 1;
        }
        shares[demand] = earned;
      }
      return new ValueShares(shares, usual(shares));
    }

    private double[] usual(double[][] shares) {
      double[] usual = new double[firms];
      double sum = 0;
      for (int demand = 0; demand < shares.length; demand++) {
        double value = value(chain.demands().product(demand));
        double weight = chain.demands().meanPerDay(demand) * (value > 0 ? value : 1);
        add(usual, shares[demand], weight);
        sum += weight;
      }
      double all = sum;
      Arrays.setAll(usual, firm -> all > 0 ? usual[firm] / all : 0);
      return usual;
    }

    /** Units of each product in a unit of output of each recipe. */
    private Map<Integer, Map<Integer, Double>> inputs() {
      Inputs rows = chain.inputs();
      Map<Integer, Map<String, Double>> arriving = new HashMap<>();
      for (int input = 0; input < rows.count(); input++) {
        String group = rows.substituteGroup(input);
        if (group != null) {
          arriving
              .computeIfAbsent(rows.recipe(input), _ -> new HashMap<>())
              .merge(group, arrives(input), Double::sum);
        }
      }
      Map<Integer, Map<Integer, Double>> inputs = new HashMap<>();
      for (int input = 0; input < rows.count(); input++) {
        String group = rows.substituteGroup(input);
        double part = 1;
        if (group != null) {
          double all = arriving.getOrDefault(rows.recipe(input), Map.of()).getOrDefault(group, 0.0);
          part = all > 0 ? arrives(input) / all : 0;
        }
        double started = 1 / Math.max(SETTLED, goodShare(rows.recipe(input)));
        inputs
            .computeIfAbsent(rows.recipe(input), _ -> new LinkedHashMap<>())
            .merge(rows.product(input), part * rows.quantity(input) * started, Double::sum);
      }
      return inputs;
    }

    private double goodShare(int recipe) {
      double share = chain.recipes().goodShare(recipe);
      return Double.isNaN(share) ? 1 : share;
    }

    /** Units of output that what usually arrives of an input is enough for. */
    private double arrives(int input) {
      int site = chain.recipes().site(chain.inputs().recipe(input));
      Node node = nodes.get(key(site, chain.inputs().product(input)));
      return node == null ? 0 : node.in() / chain.inputs().quantity(input);
    }

    private double renew(long at, Node node, Map<Integer, Map<Integer, Double>> inputs) {
      int site = (int) (at >> Integer.SIZE);
      int product = (int) at;
      double in = node.in();
      double[] earned = new double[firms];
      if (in == 0) {
        earned[chain.sites().firm(site)] = value(product);
      }
      node.links.forEach(
          (link, flow) -> {
            Node from = nodes.get(key(chain.links().supplier(link), product));
            if (from != null) {
              add(earned, from.earned, flow / in);
            }
          });
      node.recipes.forEach(
          (recipe, made) -> {
            double kept = value(product);
            Map<Integer, Double> taken = inputs.getOrDefault(recipe, Map.of());
            for (Map.Entry<Integer, Double> input : taken.entrySet()) {
              kept -= input.getValue() * value(input.getKey());
              Node from = nodes.get(key(site, input.getKey()));
              if (from != null) {
                add(earned, from.earned, made / in * input.getValue());
              }
            }
            earned[chain.sites().firm(site)] += made / in * Math.max(0, kept);
          });
      double moved = 0;
      for (int firm = 0; firm < firms; firm++) {
        moved = Math.max(moved, Math.abs(earned[firm] - node.earned[firm]));
      }
      node.earned = earned;
      return moved / Math.max(1, value(product));
    }

    private static void add(double[] to, double[] what, double times) {
      for (int i = 0; i < to.length; i++) {
        to[i] += times * what[i];
      }
    }
  }
}
