package tenon.respond.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tenon.model.Chain;
import tenon.model.ChainEdit;
import tenon.model.Links;
import tenon.model.Recipes;
import tenon.model.Resource;

/**
 * What cases add to the options of a plan: who stood in before may stand in again. For each site
 * and product of which cases tell a delivery, the site has a recipe on standby (where it has no
 * source of the product yet), and links on standby to all who get the product from others, with the
 * most that was delivered as capacity, the mean of the hours to the start as activation, and the
 * mean of the costs as what is paid once: for the recipe, or where there is one already, for each
 * link. Price, freight and lead time are those of the customer's first link for the product. A
 * standby recipe of the site that does not say how long it takes gets the days of the cases.
 *
 * @param chain the chain with these options
 * @param options what was added, by site and product
 * @param elsewhere what cases tell of sites and products that the chain does not know
 */
public record CaseOptions(Chain chain, List<Option> options, List<Elsewhere> elsewhere) {
  private static final double HOURS = 24;

  public CaseOptions {
    options = List.copyOf(options);
    elsewhere = List.copyOf(elsewhere);
  }

  /**
   * A site that stood in.
   *
   * @param caseIds the cases that tell it
   * @param siteId the site
   * @param productId what it delivered
   * @param perDay most that it delivered, units per day
   * @param activationDays days to the start; NaN where no case tells it
   * @param cost money; NaN where no case tells it
   * @param recipeId recipe added, or given its days; empty where there is none
   * @param linkIds links added
   */
  public record Option(
      List<String> caseIds,
      String siteId,
      String productId,
      double perDay,
      double activationDays,
      double cost,
      String recipeId,
      List<String> linkIds) {
    public Option {
      caseIds = List.copyOf(caseIds);
      linkIds = List.copyOf(linkIds);
    }
  }

  /** An id that a case names and the chain does not know. */
  public record Elsewhere(String caseId, String unknown) {}

  /** The options that cases add to a chain. */
  public static CaseOptions of(Chain chain, List<Case> cases) {
    Map<List<Integer>, List<Told>> told = new TreeMap<>(CaseOptions::compare);
    List<Elsewhere> elsewhere = new ArrayList<>();
    for (Case one : cases) {
      for (Case.Outcome outcome : one.outcomes()) {
        Case.Supply supply = outcome.supply();
        if (supply != null) {
          int site = chain.sites().keys().id(supply.site());
          int product = chain.products().keys().id(supply.product());
          if (site < 0 || product < 0) {
            elsewhere.add(new Elsewhere(one.id(), site < 0 ? supply.site() : supply.product()));
          } else {
            told.computeIfAbsent(List.of(site, product), _ -> new ArrayList<>())
                .add(new Told(one.id(), outcome, supply.perDay()));
          }
        }
      }
    }
    ChainEdit edit = ChainEdit.of(chain);
    List<Option> options = new ArrayList<>();
    told.forEach(
        (at, deliveries) ->
            options.add(new Adding(chain, edit, at.get(0), at.get(1), deliveries).option()));
    return new CaseOptions(options.isEmpty() ? chain : edit.chain(), options, elsewhere);
  }

  private static int compare(List<Integer> one, List<Integer> other) {
    int bySite = Integer.compare(one.get(0), other.get(0));
    return bySite != 0 ? bySite : Integer.compare(one.get(1), other.get(1));
  }

  /** What one case tells of a delivery. */
  private record Told(String caseId, Case.Outcome outcome, double perDay) {}

  /** Adds what one site may deliver again. */
  private static final class Adding {
    private final Chain chain;
    private final ChainEdit edit;
    private final int site;
    private final int product;
    private final List<String> caseIds;
    private final double perDay;
    private final double activationDays;
    private final double cost;
    private final String key;

    Adding(Chain chain, ChainEdit edit, int site, int product, List<Told> told) {
      this.chain = chain;
      this.edit = edit;
      this.site = site;
      this.product = product;
      caseIds = List.copyOf(new TreeSet<>(told.stream().map(Told::caseId).toList()));
      perDay = told.stream().mapToDouble(Told::perDay).max().orElse(0);
      activationDays =
          CauseRate.mean(
                  told.stream().mapToDouble(one -> one.outcome().startedAfterHours()).toArray())
              / HOURS;
      cost = CauseRate.mean(told.stream().mapToDouble(one -> one.outcome().cost()).toArray());
      key = chain.sites().keys().key(site) + ":" + chain.products().keys().key(product);
    }

    Option option() {
      boolean has = hasSource();
      String recipe = has ? standbyRecipe() : newRecipe();
      return new Option(
          caseIds,
          chain.sites().keys().key(site),
          chain.products().keys().key(product),
          perDay,
          activationDays,
          cost,
          recipe,
          links(has ? cost : 0));
    }

    private boolean hasSource() {
      Recipes recipes = chain.recipes();
      for (int recipe = 0; recipe < recipes.count(); recipe++) {
        if (recipes.site(recipe) == site && recipes.product(recipe) == product) {
          return true;
        }
      }
      Links links = chain.links();
      for (int link = 0; link < links.count(); link++) {
        if (links.customer(link) == site && links.product(link) == product && !links.closed(link)) {
          return true;
        }
      }
      return false;
    }

    /** The days of the cases for a standby recipe that has none; its id, or nothing. */
    private String standbyRecipe() {
      Recipes recipes = chain.recipes();
      for (int recipe = 0; recipe < recipes.count(); recipe++) {
        boolean own = recipes.site(recipe) == site && recipes.product(recipe) == product;
        if (own
            && recipes.standby(recipe)
            && Double.isNaN(recipes.activationDays(recipe))
            && !Double.isNaN(activationDays)) {
          edit.set(Resource.RECIPES, recipe, "activation_days", activationDays);
          return recipes.keys().key(recipe);
        }
      }
      return "";
    }

    private String newRecipe() {
      String id = "case:" + key;
      edit.add(
          Resource.RECIPES,
          row ->
              row.set("recipe_id", id)
                  .set("site_id", chain.sites().keys().key(site))
                  .set("product_id", chain.products().keys().key(product))
                  .set("capacity_per_day", perDay)
                  .set("status", "standby")
                  .set("activation_days", activationDays)
                  .set("activation_cost", cost));
      return id;
    }

    private List<String> links(double once) {
      Links links = chain.links();
      Map<Integer, Integer> like = new TreeMap<>();
      TreeSet<Integer> served = new TreeSet<>();
      for (int link = 0; link < links.count(); link++) {
        if (links.product(link) == product && links.customer(link) != site) {
          if (links.supplier(link) == site) {
            served.add(links.customer(link));
          } else if (!links.closed(link)) {
            like.putIfAbsent(links.customer(link), link);
          }
        }
      }
      List<String> ids = new ArrayList<>();
      like.forEach(
          (customer, link) -> {
            if (!served.contains(customer)) {
              ids.add(link(customer, link, once));
            }
          });
      return ids;
    }

    private String link(int customer, int like, double once) {
      String id = "case:" + key + ">" + chain.sites().keys().key(customer);
      edit.addLike(
          Resource.SOURCING,
          like,
          row ->
              row.set("link_id", id)
                  .set("supplier_site_id", chain.sites().keys().key(site))
                  .set("capacity_per_day", perDay)
                  .set("share", Double.NaN)
                  .set("volume_per_day", Double.NaN)
                  .set("minimum_per_day", Double.NaN)
                  .set("status", "standby")
                  .set("activation_days", activationDays)
                  .set("activation_cost", once)
                  .set("confidence", Double.NaN)
                  .set("evidence", "case " + String.join(", ", caseIds)));
      return id;
    }
  }
}
