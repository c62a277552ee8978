package tenon.twin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tenon.model.Chain;
import tenon.model.Grouping;
import tenon.model.Links;
import tenon.model.Recipes;

/**
 * Who makes what, and who depends on one source alone: read off the recipes and links, without any
 * programme. O(r log r + l log l) for r recipes and l links.
 *
 * <p>A site makes a product if it has a recipe for it, active or standby. A link is open if it is not
 * closed and its capacity is not 0.
 *
 * @param sites what each site makes, by row of the site; every site is listed
 * @param singleSources customers that depend on one supplier for a product, by customer, then product
 */
public record Sources(List<Made> sites, List<SingleSource> singleSources) {

  /**
   * What a site makes.
   *
   * @param site row of the site
   * @param products products it makes, by row
   * @param nowhereElse those of them that no other site makes, by row
   */
  public record Made(int site, List<Integer> products, List<Integer> nowhereElse) {
    public Made {
      products = List.copyOf(products);
      nowhereElse = List.copyOf(nowhereElse);
    }
  }

  /**
   * A customer whose active links for a product all come from one supplier, and who does not make the
   * product itself.
   *
   * @param customer row of the site that receives
   * @param product row of the product
   * @param supplier row of the only site that supplies it
   * @param standby whether an open standby link from another supplier exists
   */
  public record SingleSource(int customer, int product, int supplier, boolean standby) {}

  public Sources {
    sites = List.copyOf(sites);
    singleSources = List.copyOf(singleSources);
  }

  /** Reads the sources off a chain. */
  public static Sources of(Chain chain) {
    Makers makers = new Makers(chain);
    return new Sources(made(chain, makers), singleSources(chain, makers));
  }

  private static List<Made> made(Chain chain, Makers makers) {
    Recipes recipes = chain.recipes();
    Grouping ofSite = Grouping.of(recipes.count(), chain.sites().count(), recipes::site);
    List<Made> made = new ArrayList<>();
    for (int site = 0; site < chain.sites().count(); site++) {
      TreeSet<Integer> products = new TreeSet<>();
      for (int nth = 0; nth < ofSite.size(site); nth++) {
        products.add(recipes.product(ofSite.item(site, nth)));
      }
      int maker = site;
      List<Integer> alone =
          products.stream().filter(product -> makers.alone(maker, product)).toList();
      made.add(new Made(site, List.copyOf(products), alone));
    }
    return made;
  }

  private static List<SingleSource> singleSources(Chain chain, Makers makers) {
    Links links = chain.links();
    Grouping into = Grouping.of(links.count(), chain.sites().count(), links::customer);
    List<SingleSource> singles = new ArrayList<>();
    for (int customer = 0; customer < chain.sites().count(); customer++) {
      for (var bought : suppliers(links, into, customer).entrySet()) {
        Suppliers suppliers = bought.getValue();
        if (suppliers.active.size() == 1 && !makers.makes(customer, bought.getKey())) {
          int supplier = suppliers.active.first();
          suppliers.standby.remove(supplier);
          singles.add(
              new SingleSource(
                  customer, bought.getKey(), supplier, !suppliers.standby.isEmpty()));
        }
      }
    }
    return singles;
  }

  private static SortedMap<Integer, Suppliers> suppliers(Links links, Grouping into, int customer) {
    SortedMap<Integer, Suppliers> bought = new TreeMap<>();
    for (int nth = 0; nth < into.size(customer); nth++) {
      int link = into.item(customer, nth);
      boolean open = !links.closed(link) && links.capacityPerDay(link) != 0;
      if (open && links.supplier(link) != customer) {
        Suppliers of = bought.computeIfAbsent(links.product(link), product -> new Suppliers());
        (links.standby(link) ? of.standby : of.active).add(links.supplier(link));
      }
    }
    return bought;
  }

  /** Suppliers of one product to one customer over open links. */
  private static final class Suppliers {
    private final TreeSet<Integer> active = new TreeSet<>();
    private final TreeSet<Integer> standby = new TreeSet<>();
  }

  /** Which sites make which product. */
  private static final class Makers {
    private static final int NOBODY = -1;
    private static final int SEVERAL = -2;

    private final int products;
    private final int[] onlyMaker;
    private final Set<Long> pairs = new HashSet<>();

    Makers(Chain chain) {
      products = chain.products().count();
      onlyMaker = new int[products];
      Arrays.fill(onlyMaker, NOBODY);
      Recipes recipes = chain.recipes();
      for (int recipe = 0; recipe < recipes.count(); recipe++) {
        int product = recipes.product(recipe);
        int site = recipes.site(recipe);
        pairs.add(pair(site, product));
        boolean first = onlyMaker[product] == NOBODY || onlyMaker[product] == site;
        onlyMaker[product] = first ? site : SEVERAL;
      }
    }

    boolean makes(int site, int product) {
      return pairs.contains(pair(site, product));
    }

    boolean alone(int site, int product) {
      return onlyMaker[product] == site;
    }

    private long pair(int site, int product) {
      return (long) site * products + product;
    }
  }
}
