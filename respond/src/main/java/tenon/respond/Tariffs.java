package tenon.respond;

import java.util.List;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Resource;
import tenon.twin.site.Rules;

/**
 * What a unit beyond the usual flow costs, money: of a recipe its production cost; of a link its
 * freight, its tariff, and what its price exceeds that of the cheapest source of the same product
 * for the same customer. A blank counts as 0, with a finding.
 */
final class Tariffs {
  private final Rules rules;
  private final Chain chain;
  private final Doubts doubts = new Doubts();
  final double[] production;
  final double[] purchase;
  final double[] freight;
  final double[] tariff;

  /** Emissions of a unit, kg; 0 where unknown. */
  final double[] co2;

  Tariffs(Rules rules) {
    this.rules = rules;
    chain = rules.chain();
    production = new double[rules.arcs()];
    purchase = new double[rules.arcs()];
    freight = new double[rules.arcs()];
    tariff = new double[rules.arcs()];
    co2 = new double[rules.arcs()];
    for (int arc = 0; arc < rules.arcs(); arc++) {
      if (rules.isLink(arc)) {
        link(arc);
      } else if (rules.isRecipe(arc)) {
        int recipe = arc - rules.links();
        production[arc] =
            known(
                chain.recipes().productionCostPerUnit(recipe),
                Resource.RECIPES,
                "production_cost_per_unit",
                arc);
      }
    }
  }

  private void link(int link) {
    double price = chain.links().pricePerUnit(link);
    freight[link] =
        known(chain.links().freightPerUnit(link), Resource.SOURCING, "freight_per_unit", link);
    double each = chain.links().co2KgPerUnit(link);
    co2[link] = Double.isNaN(each) ? 0 : each;
    double rate = chain.links().tariff(link);
    known(price, Resource.SOURCING, "price_per_unit", link);
    if (!Double.isNaN(price)) {
      purchase[link] = price - cheapest(rules.head(link));
      tariff[link] = known(rate, Resource.SOURCING, "tariff", link) * price;
    }
  }

  private double cheapest(int node) {
    double least = Double.POSITIVE_INFINITY;
    for (int arc : rules.into(node)) {
      double price = rules.isLink(arc) ? chain.links().pricePerUnit(arc) : Double.NaN;
      least = Double.isNaN(price) ? least : Math.min(least, price);
    }
    return least;
  }

  private double known(double value, Resource resource, String column, int arc) {
    if (Double.isNaN(value)) {
      doubts.add("cost-blank", resource, column, rules.arcId(arc));
      return 0;
    }
    return value;
  }

  /** Price of a unit over a link; 0 where blank. */
  double price(int link) {
    double price = chain.links().pricePerUnit(link);
    return Double.isNaN(price) ? 0 : price;
  }

  /** All together, money per unit. */
  double perUnit(int arc) {
    return production[arc] + purchase[arc] + freight[arc] + tariff[arc];
  }

  List<Finding> findings() {
    return doubts.findings();
  }
}
