package tenon.twin;

import tenon.model.Chain;
import tenon.model.Demands;
import tenon.model.Products;

/** Margin lost with each unit of a demand, weighted by the criticality of its product, money. */
final class Margins {
  private static final String FILE = "products.csv";

  private Margins() {}

  static double[] of(Chain chain, Blanks blanks) {
    Products products = chain.products();
    double[] ofProduct = new double[products.count()];
    boolean[] known = new boolean[products.count()];
    Demands demands = chain.demands();
    double[] margin = new double[demands.count()];
    for (int demand = 0; demand < margin.length; demand++) {
      int product = demands.product(demand);
      if (!known[product]) {
        ofProduct[product] = ofProduct(products, product, blanks);
        known[product] = true;
      }
      margin[demand] = ofProduct[product];
    }
    return margin;
  }

  private static double ofProduct(Products products, int product, Blanks blanks) {
    double margin = products.marginPerUnit(product);
    if (Double.isNaN(margin)) {
      margin = products.unitValue(product);
      if (Double.isNaN(margin)) {
        blanks.count(FILE, "margin_per_unit", "blank-margin-and-value", "1");
        margin = 1;
      } else {
        blanks.count(FILE, "margin_per_unit", "blank-margin", "");
      }
    } else if (margin < 0) {
      blanks.count(FILE, "margin_per_unit", "negative-margin", "0");
      margin = 0;
    }
    double criticality =
        blanks.fill(FILE, "criticality", "blank-criticality", products.criticality(product), 1);
    return margin * criticality;
  }
}
