package tenon.twin.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tenon.model.Chain;
import tenon.model.Resource;

/**
 * What money moves with goods: prices, terms of payment, and the firms whose cash can run out,
 * which are those that state both cash and a credit line. Where no firm does, nothing is reckoned.
 */
final class Accounts {
  /** Days from receipt to payment where a link states none: article 3(3) of Directive 2011/7/EU. */
  private static final double TERM_DAYS = 30;

  private static final int LONGEST = 3650;

  /** Whether money is reckoned at all. */
  final boolean kept;

  final int firms;

  /** Whether a firm's cash can run out. */
  final boolean[] bound;

  /** Money at hand on the morning of day 0, 0 where unknown; credit, 0 where unknown. */
  final double[] cash;

  final double[] credit;

  /** Cost of a day whatever is made, money. */
  final double[] fixedPerDay;

  /** Firm that runs the site of a node. */
  final int[] firmOf;

  /** Debtor and creditor of a pair of firms that trade; pair of a link, -1 within a firm. */
  final int[] debtor;

  final int[] creditor;
  final int[] pairOf;

  /** Days to payment and price of a unit, by link; freight of a unit, and tariff on its price. */
  final int[] termOf;

  final double[] price;
  final double[] freight;
  final double[] tariff;

  /** Longest term of a pair. */
  final int[] longestTerm;

  /** Cost of a good unit started, by arc. */
  final double[] makingCost;

  /** Price of a unit and days to payment, by demand; longest of those by firm. */
  final double[] salePrice;

  final int[] saleTerm;
  final int[] longestSaleTerm;

  private final Chain chain;
  private final Blanks blanks;

  Accounts(NetworkBuilder network) {
    chain = network.chain;
    blanks = network.blanks;
    firms = chain.firms().count();
    bound = new boolean[firms];
    cash = new double[firms];
    credit = new double[firms];
    fixedPerDay = new double[firms];
    boolean any = false;
    for (int firm = 0; firm < firms; firm++) {
      bound[firm] = !Double.isNaN(chain.firms().cash(firm) + chain.firms().creditLine(firm));
      any |= bound[firm];
      cash[firm] = orElse(chain.firms().cash(firm), 0);
      credit[firm] = orElse(chain.firms().creditLine(firm), 0);
      fixedPerDay[firm] = orElse(chain.firms().fixedCostPerDay(firm), 0);
    }
    kept = any;
    int links = any ? chain.links().count() : 0;
    int demands = any ? chain.demands().count() : 0;
    firmOf = new int[any ? network.site.length : 0];
    for (int node = 0; node < firmOf.length; node++) {
      firmOf[node] = chain.sites().firm(network.site[node]);
    }
    pairOf = new int[links];
    termOf = new int[links];
    price = new double[links];
    freight = new double[links];
    tariff = new double[links];
    makingCost = new double[any ? network.arcs : 0];
    salePrice = new double[demands];
    saleTerm = new int[demands];
    longestSaleTerm = new int[firms];
    List<int[]> pairs = new ArrayList<>();
    readLinks(network, links, pairs);
    debtor = pairs.stream().mapToInt(pair -> pair[0]).toArray();
    creditor = pairs.stream().mapToInt(pair -> pair[1]).toArray();
    longestTerm = pairs.stream().mapToInt(pair -> pair[2]).toArray();
    readSales(network, demands);
    for (int recipe = 0; any && recipe < chain.recipes().count(); recipe++) {
      makingCost[chain.links().count() + recipe] =
          orElse(chain.recipes().productionCostPerUnit(recipe), 0);
    }
  }

  private void readLinks(NetworkBuilder network, int links, List<int[]> pairs) {
    Map<Long, Integer> numbers = new HashMap<>();
    for (int link = 0; link < links; link++) {
      int from = firmOf[network.head[link]];
      int to = firmOf[network.tail[link]];
      pairOf[link] = -1;
      freight[link] = orElse(chain.links().freightPerUnit(link), 0);
      tariff[link] = orElse(chain.links().tariff(link), 0);
      String key = chain.links().keys().key(link);
      price[link] = price(chain.links().pricePerUnit(link), chain.links().product(link), key);
      if (from != to) {
        termOf[link] = term(chain.links().paymentDays(link), key);
        long name = ((long) from << 32) | to;
        int pair = numbers.computeIfAbsent(name, _ -> pairs.size());
        if (pair == pairs.size()) {
          pairs.add(new int[] {from, to, 0});
        }
        pairOf[link] = pair;
        pairs.get(pair)[2] = Math.max(pairs.get(pair)[2], termOf[link]);
      }
    }
  }

  private double price(double stated, int product, String key) {
    double value = chain.products().unitValue(product);
    if (Double.isNaN(stated)) {
      double filled = orElse(value, 0);
      blanks.fill("price-assumed", Resource.SOURCING, "price_per_unit", key, filled);
      return filled;
    }
    return stated;
  }

  private int term(double stated, String key) {
    if (Double.isNaN(stated)) {
      blanks.fill("term-assumed", Resource.SOURCING, "payment_days", key, TERM_DAYS);
    }
    return (int) Math.min(LONGEST, Math.round(orElse(stated, TERM_DAYS)));
  }

  private void readSales(NetworkBuilder network, int demands) {
    for (int demand = 0; demand < demands; demand++) {
      double stated = chain.demands().pricePerUnit(demand);
      double value = chain.products().unitValue(chain.demands().product(demand));
      salePrice[demand] = orElse(stated, orElse(value, 0));
      if (Double.isNaN(stated)) {
        String name = network.nodeName(network.demandNode[demand]);
        blanks.fill(
            "sale-price-assumed", Resource.DEMAND, "price_per_unit", name, salePrice[demand]);
      }
      double days = orElse(chain.demands().paymentDays(demand), 0);
      saleTerm[demand] = (int) Math.min(LONGEST, Math.round(days));
      int firm = firmOf[network.demandNode[demand]];
      longestSaleTerm[firm] = Math.max(longestSaleTerm[firm], saleTerm[demand]);
    }
  }

  int pairs() {
    return debtor.length;
  }

  private static double orElse(double stated, double otherwise) {
    return Double.isNaN(stated) ? otherwise : stated;
  }
}
