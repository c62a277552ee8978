package tenon.model.node;

import java.util.List;

/**
 * A node that stands for a site of a chain, and does the site's work in its daily run.
 *
 * @param site key of the site
 * @param file file that describes it, as findings call it
 * @param unit unit of all times, a word
 * @param day how many of these units the line is open on an undisturbed day, above 0
 * @param morning whether the jobs of a day are all there when it opens; else they come through the
 *     day, spaced by the law of the node's arrivals
 * @param products what the node tells apart; empty where all products are alike to it
 * @param lot units of a product in a job, of products without a lot of their own, above 0
 * @param spec its stations, and the law of its arrivals; rate, shares, warm-up, horizon and
 *     replications are those of the node alone: in a chain's run the chain gives them
 */
public record SiteNode(
    String site,
    String file,
    String unit,
    double day,
    boolean morning,
    List<Product> products,
    double lot,
    NodeSpec spec) {

  /**
   * A product.
   *
   * @param name its key in the chain
   * @param lot units of it in a job, above 0
   */
  public record Product(String name, double lot) {}

  public SiteNode {
    products = List.copyOf(products);
    if (!(day > 0) || !(lot > 0) || products.stream().anyMatch(one -> !(one.lot() > 0))) {
      throw new IllegalArgumentException("a day of " + day + ", lots of " + lot + ", " + products);
    }
  }

  /** Place of a product among those told apart; 0 where all are alike, -1 where it is not named. */
  public int kind(String product) {
    for (int kind = 0; kind < products.size(); kind++) {
      if (products.get(kind).name().equals(product)) {
        return kind;
      }
    }
    return products.isEmpty() ? 0 : -1;
  }

  /** Units of a product in a job. */
  public double lot(String product) {
    int kind = kind(product);
    return kind < 0 || products.isEmpty() ? lot : products.get(kind).lot();
  }
}
