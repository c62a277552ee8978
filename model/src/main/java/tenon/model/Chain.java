package tenon.model;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tenon.model.node.SiteNode;

/**
 * A supply chain: regions, firms, sites, products, recipes with their inputs, sourcing links,
 * stocks, demands and technology dependencies. Immutable; ids are row numbers.
 */
public final class Chain {
  private final Map<Resource, Columns> tables;
  private final Regions regions;
  private final Firms firms;
  private final Sites sites;
  private final Products products;
  private final Recipes recipes;
  private final Inputs inputs;
  private final Links links;
  private final Stocks stocks;
  private final Demands demands;
  private final Dependencies dependencies;
  private final List<SiteNode> nodes;

  private Chain(Map<Resource, Columns> given, List<SiteNode> nodes) {
    this.nodes = List.copyOf(nodes);
    tables = new EnumMap<>(Resource.class);
    tables.putAll(given);
    Keys regionKeys = table(Resource.REGIONS).dictionary("region_id");
    Keys firmKeys = table(Resource.FIRMS).dictionary("firm_id");
    Keys siteKeys = table(Resource.SITES).dictionary("site_id");
    Keys productKeys = table(Resource.PRODUCTS).dictionary("product_id");
    Keys recipeKeys = table(Resource.RECIPES).dictionary("recipe_id");
    regions = new Regions(table(Resource.REGIONS));
    firms = new Firms(table(Resource.FIRMS), regionKeys);
    sites = new Sites(table(Resource.SITES), firmKeys, regionKeys);
    products = new Products(table(Resource.PRODUCTS));
    recipes = new Recipes(table(Resource.RECIPES), siteKeys, productKeys);
    inputs = new Inputs(table(Resource.INPUTS), recipeKeys, productKeys);
    links = new Links(table(Resource.SOURCING), siteKeys, productKeys);
    stocks = new Stocks(table(Resource.STOCKS), siteKeys, productKeys);
    demands = new Demands(table(Resource.DEMAND), siteKeys, productKeys);
    dependencies = new Dependencies(table(Resource.DEPENDENCIES), siteKeys, recipeKeys, firmKeys);
  }

  /**
   * The chain that the tables describe; a table that is missing counts as empty.
   *
   * @throws IllegalArgumentException if a reference names no row, or a key names two
   */
  public static Chain of(Map<Resource, Columns> tables) {
    tables.forEach(
        (resource, columns) -> {
          String id = resource.key().getFirst().name();
          boolean named = resource.key().getFirst().type() == Field.Type.ID;
          if (named && columns.dictionary(id).count() != columns.rows()) {
            throw new IllegalArgumentException(resource.title() + "." + id + " is not unique");
          }
        });
    return new Chain(tables, List.of());
  }

  /**
   * The same chain with sites in detail.
   *
   * @throws IllegalArgumentException if one names no site of the chain, or two the same
   */
  public Chain with(List<SiteNode> others) {
    Set<String> named = new HashSet<>();
    for (SiteNode node : others) {
      if (sites.keys().id(node.site()) < 0 || !named.add(node.site())) {
        throw new IllegalArgumentException("no one site is called " + node.site());
      }
    }
    return others.equals(nodes) ? this : new Chain(tables, others);
  }

  /** The columns behind a resource; empty where the chain has none. */
  public Columns table(Resource resource) {
    Columns columns = tables.get(resource);
    return columns == null ? Columns.empty(resource) : columns;
  }

  /** Sites that are described in detail. */
  public List<SiteNode> nodes() {
    return nodes;
  }

  public Regions regions() {
    return regions;
  }

  public Firms firms() {
    return firms;
  }

  public Sites sites() {
    return sites;
  }

  public Products products() {
    return products;
  }

  public Recipes recipes() {
    return recipes;
  }

  public Inputs inputs() {
    return inputs;
  }

  public Links links() {
    return links;
  }

  public Stocks stocks() {
    return stocks;
  }

  public Demands demands() {
    return demands;
  }

  public Dependencies dependencies() {
    return dependencies;
  }
}
