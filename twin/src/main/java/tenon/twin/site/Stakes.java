package tenon.twin.site;

import tenon.model.Chain;
import tenon.model.Resource;

/** What each demand is worth, and what becomes of it when it is not met. */
final class Stakes {
  /** Whether losses are money. */
  final boolean inMoney;

  /** Weight of a unit in the service of all demands together. */
  final double[] weight;

  /** Loss by a unit never served. */
  final double[] lossPerUnit;

  /** Penalty by a unit lost, or by a unit and day that it waits, where it waits. */
  final double[] penalty;

  /** Whether unmet demand is lost on its day. */
  final boolean[] lost;

  /** What goods cost. */
  final Landed landed;

  Stakes(Chain chain, SimulationSpec spec, Blanks blanks) {
    int demands = chain.demands().count();
    weight = new double[demands];
    lossPerUnit = new double[demands];
    lost = new boolean[demands];
    this.penalty = new double[demands];
    inMoney = margins(chain, blanks);
    landed = new Landed(chain);
    for (int demand = 0; demand < demands; demand++) {
      double penalty = chain.demands().lostSaleCost(demand);
      String name = name(chain, demand);
      lost[demand] =
          switch (spec.unmet()) {
            case LOST -> true;
            case BACKORDER -> false;
            case BY_COST -> !Double.isNaN(penalty) && !waits(chain, demand);
          };
      if (spec.unmet() == SimulationSpec.Unmet.BY_COST
          && Double.isNaN(penalty)
          && !waits(chain, demand)) {
        blanks.doubt("backorder-assumed", Resource.DEMAND, "lost_sale_cost", name, "");
      }
      doubtLaw(chain, demand, name, blanks);
      double margin = inMoney ? chain.products().marginPerUnit(chain.demands().product(demand)) : 1;
      weight[demand] = Math.max(0, margin);
      this.penalty[demand] = Double.isNaN(penalty) ? 0 : penalty;
      lossPerUnit[demand] = margin + (inMoney && !Double.isNaN(penalty) ? penalty : 0);
    }
  }

  private static boolean waits(Chain chain, int demand) {
    return "true".equals(chain.table(Resource.DEMAND).text("backorder", demand));
  }

  private static boolean margins(Chain chain, Blanks blanks) {
    double positive = 0;
    boolean known = true;
    for (int demand = 0; demand < chain.demands().count(); demand++) {
      double margin = chain.products().marginPerUnit(chain.demands().product(demand));
      if (Double.isNaN(margin)) {
        known = false;
        String product = chain.products().keys().key(chain.demands().product(demand));
        blanks.doubt("margin-unknown", Resource.PRODUCTS, "margin_per_unit", product, "");
      } else {
        positive = Math.max(positive, margin);
      }
    }
    return known && positive > 0;
  }

  private static void doubtLaw(Chain chain, int demand, String name, Blanks blanks) {
    double deviation = chain.demands().sdPerDay(demand);
    String law = chain.table(Resource.DEMAND).text("distribution", demand);
    if (Double.isNaN(deviation) && !"deterministic".equals(law) && !"poisson".equals(law)) {
      blanks.doubt("demand-fixed", Resource.DEMAND, "sd_per_day", name, "");
    } else if (law == null && deviation > 0) {
      blanks.doubt("law-assumed", Resource.DEMAND, "distribution", name, "gamma");
    }
  }

  private static String name(Chain chain, int demand) {
    return chain.sites().keys().key(chain.demands().site(demand))
        + " / "
        + chain.products().keys().key(chain.demands().product(demand));
  }
}
