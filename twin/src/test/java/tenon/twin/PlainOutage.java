package tenon.twin;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import tenon.model.Chain;
import tenon.model.Grouping;

/**
 * The plain oracle: the programme of one outage over a window, in whole units rather than per day, with
 * what is served rather than what is lost, built afresh from the chain for every question.
 */
final class PlainOutage {
  private final Chain chain;
  private final double[] perDay;
  private final double[] margin;
  private final boolean stockLost;

  /** Nobody is out, and standby and finite stock are left alone. */
  private static final int ORDINARY_DAY = -1;

  PlainOutage(Chain chain, boolean stockLost) {
    this.chain = chain;
    this.stockLost = stockLost;
    perDay = new double[chain.demands().count()];
    margin = new double[perDay.length];
    for (int j = 0; j < perDay.length; j++) {
      perDay[j] = chain.demands().meanPerDay(j);
      int product = chain.demands().product(j);
      margin[j] = chain.products().marginPerUnit(product) * chain.products().criticality(product);
    }
    System.arraycopy(served(ORDINARY_DAY, 1, margin), 0, perDay, 0, perDay.length);
  }

  /** Least margin lost when a site is out for so many days. */
  double lostMargin(int site, double days) {
    return lost(site, days, margin);
  }

  /** Least share of the demand lost, the demands added up, when a site is out for so many days. */
  double lostShare(int site, double days) {
    double[] weight = new double[perDay.length];
    for (int j = 0; j < weight.length; j++) {
      weight[j] = perDay[j] > 1e-9 ? 1 / (perDay[j] * days) : 0;
    }
    return lost(site, days, weight);
  }

  private double lost(int site, double days, double[] weight) {
    double[] served = served(site, days, weight);
    double lost = 0;
    for (int j = 0; j < served.length; j++) {
      lost += weight[j] * (perDay[j] * days - served[j]);
    }
    return lost;
  }

  private double[] served(int out, double days, double[] weight) {
    int recipes = chain.recipes().count();
    int links = chain.links().count();
    int inputs = chain.inputs().count();
    int firstLink = recipes;
    int firstInput = firstLink + links;
    int firstDemand = firstInput + inputs;
    int columns = firstDemand + perDay.length;
    PlainSimplex simplex = new PlainSimplex(columns);
    Map<Long, double[]> use = new HashMap<>();
    for (int r = 0; r < recipes; r++) {
      row(use, columns, chain.recipes().site(r), chain.recipes().product(r))[r] -= 1;
      simplex.atMost(recipeLimit(r, out, days), unit(columns, r));
      addInputs(simplex, use, columns, firstInput, r);
    }
    for (int l = 0; l < links; l++) {
      int product = chain.links().product(l);
      row(use, columns, chain.links().supplier(l), product)[firstLink + l] += 1;
      row(use, columns, chain.links().customer(l), product)[firstLink + l] -= 1;
      simplex.atMost(linkLimit(l, out, days), unit(columns, firstLink + l));
    }
    for (int j = 0; j < perDay.length; j++) {
      simplex.cost(firstDemand + j, weight[j]);
      row(use, columns, chain.demands().site(j), chain.demands().product(j))[firstDemand + j] += 1;
      simplex.atMost(perDay[j] * days, unit(columns, firstDemand + j));
    }
    use.forEach((pair, row) -> simplex.atMost(stock(pair, out), row));
    return Arrays.copyOfRange(simplex.solve(), firstDemand, columns);
  }

  /** Every input gets a column, the units of it that are used, and every need a row. */
  private void addInputs(
      PlainSimplex simplex, Map<Long, double[]> use, int columns, int firstInput, int recipe) {
    Grouping ofRecipe =
        Grouping.of(chain.inputs().count(), chain.recipes().count(), chain.inputs()::recipe);
    Map<String, double[]> needs = new HashMap<>();
    for (int nth = 0; nth < ofRecipe.size(recipe); nth++) {
      int input = ofRecipe.item(recipe, nth);
      String group = chain.inputs().substituteGroup(input);
      if (group == null && !chain.inputs().essential(input)) {
        continue;
      }
      int site = chain.recipes().site(recipe);
      row(use, columns, site, chain.inputs().product(input))[firstInput + input] += 1;
      double[] need =
          needs.computeIfAbsent(group == null ? "" + input : group, g -> new double[columns]);
      need[recipe] = 1;
      need[firstInput + input] = -chain.recipes().goodShare(recipe) / chain.inputs().quantity(input);
    }
    needs.values().forEach(need -> simplex.atMost(0, need));
  }

  private double recipeLimit(int r, int out, double days) {
    var recipes = chain.recipes();
    if (recipes.site(r) == out) {
      return 0;
    }
    return limit(
        recipes.capacityPerDay(r), recipes.standby(r), recipes.activationDays(r), out, days);
  }

  private double linkLimit(int l, int out, double days) {
    var links = chain.links();
    if (links.closed(l) || links.customer(l) == out || (out >= 0 && links.via(l) == out)) {
      return 0;
    }
    return limit(links.capacityPerDay(l), links.standby(l), links.activationDays(l), out, days);
  }

  private static double limit(
      double capacity, boolean standby, double activation, int out, double days) {
    double working = !standby ? days : out == ORDINARY_DAY ? 0 : Math.max(0, days - activation);
    return working == 0 ? 0 : capacity * working;
  }

  private double stock(long pair, int out) {
    for (int row = 0; row < chain.stocks().count(); row++) {
      if (pair == pair(chain.stocks().site(row), chain.stocks().product(row))) {
        double stock = chain.stocks().onHand(row);
        boolean destroyed = stockLost && chain.stocks().site(row) == out;
        boolean untouched = out == ORDINARY_DAY && !Double.isInfinite(stock);
        return destroyed || untouched ? 0 : stock;
      }
    }
    return 0;
  }

  private double[] row(Map<Long, double[]> rows, int columns, int site, int product) {
    return rows.computeIfAbsent(pair(site, product), p -> new double[columns]);
  }

  private long pair(int site, int product) {
    return (long) site * chain.products().count() + product;
  }

  private static double[] unit(int columns, int column) {
    double[] row = new double[columns];
    row[column] = 1;
    return row;
  }
}
