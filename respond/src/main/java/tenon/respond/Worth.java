package tenon.respond;

import java.util.Arrays;
import tenon.model.Chain;
import tenon.model.Stocks;
import tenon.twin.site.Rules;

/**
 * What a unit of unserved demand weighs: (loss per unit less the lost-sale cost) x criticality x
 * priority + lost-sale cost, blanks of both factors counting as 1; and what stock costs to hold.
 */
final class Worth {
  /** Weight of all usual demand of a day: the unit of the first objective. */
  final double perDay;

  /** Price of a unit that waits a day, as a share of its weight. */
  final double waitingPerDay;

  private final double[] weight;
  private final double[] holding;

  Worth(Rules rules, PlanSpec spec) {
    Chain chain = rules.chain();
    waitingPerDay = spec.waitingPerDay();
    weight = new double[rules.demands()];
    double sum = 0;
    for (int demand = 0; demand < weight.length; demand++) {
      int product = chain.demands().product(demand);
      double penalty = rules.inMoney() ? or(chain.demands().lostSaleCost(demand), 0) : 0;
      double margin = Math.max(0, rules.lossPerUnit(demand) - penalty);
      double factor =
          or(chain.products().criticality(product), 1) * or(chain.demands().priority(demand), 1);
      weight[demand] = margin * factor + penalty;
      sum += weight[demand] * chain.demands().meanPerDay(demand);
    }
    perDay = sum > 0 ? sum : 1;
    holding = new double[rules.nodes()];
    Arrays.fill(holding, 0);
    holdingCosts(rules, chain.stocks());
  }

  private void holdingCosts(Rules rules, Stocks stocks) {
    java.util.Map<Long, Double> costs = new java.util.HashMap<>();
    for (int row = 0; row < stocks.count(); row++) {
      double perUnit = stocks.holdingCostPerDay(row);
      costs.put(key(stocks.site(row), stocks.product(row)), or(perUnit, 0));
    }
    for (int node = 0; node < holding.length; node++) {
      holding[node] = costs.getOrDefault(key(rules.site(node), rules.product(node)), 0.0);
    }
  }

  private static long key(int site, int product) {
    return ((long) site << 32) | product;
  }

  private static double or(double value, double otherwise) {
    return Double.isNaN(value) ? otherwise : value;
  }

  /** Weight of a unit, money. */
  double weight(int demand) {
    return weight[demand];
  }

  /** Weight of a unit in days of all usual demand. */
  double share(int demand) {
    return weight[demand] / perDay;
  }

  /** Holding cost of a unit, money per day; 0 where blank. */
  double holdingPerDay(int node) {
    return holding[node];
  }
}
