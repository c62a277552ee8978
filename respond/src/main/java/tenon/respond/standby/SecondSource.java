package tenon.respond.standby;

import java.util.List;
import tenon.model.Chain;
import tenon.model.ChainEdit;
import tenon.model.Progress;
import tenon.model.Resource;
import tenon.twin.Exposure;
import tenon.twin.ExposureSpec;
import tenon.twin.SiteExposure;

/**
 * What a qualified second source of a product would be worth: the exposure of the chain to the loss
 * of a site as it is, and with a standby source of that product beside it that has the same
 * capacity, the same suppliers and the same customers.
 *
 * @param lostMargin margin lost while the site recovers, money
 * @param lostMarginWith the same with the second source
 * @param probabilityPerYear probability of the loss within a year
 * @param worthPerYear probability of the loss a year times what the source saves, money a year
 */
public record SecondSource(
    double lostMargin, double lostMarginWith, double probabilityPerYear, double worthPerYear) {
  /** Share of what an outage costs below which a saving is the solver's. */
  private static final double ROUNDING = 1e-6;

  private static final String ID = "second-source";

  /**
   * Values a second source.
   *
   * @param activationDays days until it delivers
   */
  public static SecondSource of(
      Chain chain, int site, int product, double activationDays, ExposureSpec spec) {
    String key = chain.sites().keys().key(site);
    ExposureSpec one = spec.withSiteIds(List.of(key));
    SiteExposure now = Exposure.assess(chain, one, Progress.NONE).sites().getFirst();
    Chain with = with(chain, site, product, activationDays);
    SiteExposure then = Exposure.assess(with, one, Progress.NONE).sites().getFirst();
    double saved = now.priority() - then.priority();
    return new SecondSource(
        now.lostMargin(),
        then.lostMargin(),
        now.probabilityPerYear(),
        saved > ROUNDING * now.priority() ? saved : Double.isNaN(saved) ? saved : 0);
  }

  private static Chain with(Chain chain, int site, int product, double activationDays) {
    ChainEdit edit = ChainEdit.of(chain);
    edit.addLike(Resource.SITES, site, row -> row.set("site_id", ID));
    for (int recipe = 0; recipe < chain.recipes().count(); recipe++) {
      if (chain.recipes().site(recipe) == site && chain.recipes().product(recipe) == product) {
        recipe(edit, chain, recipe, activationDays);
      }
    }
    for (int link = 0; link < chain.links().count(); link++) {
      boolean from = chain.links().supplier(link) == site && chain.links().product(link) == product;
      boolean to = chain.links().customer(link) == site;
      if (from || to) {
        String id = ID + ":" + link;
        edit.addLike(
            Resource.SOURCING,
            link,
            row -> {
              row.set("link_id", id);
              row.set(from ? "supplier_site_id" : "customer_site_id", ID);
              row.set("status", "standby");
              row.set("activation_days", activationDays);
              row.set("share", Double.NaN);
              row.set("volume_per_day", Double.NaN);
            });
      }
    }
    return edit.chain();
  }

  private static void recipe(ChainEdit edit, Chain chain, int recipe, double activationDays) {
    String id = ID + ":" + recipe;
    edit.addLike(
        Resource.RECIPES,
        recipe,
        row -> {
          row.set("recipe_id", id);
          row.set("site_id", ID);
          row.set("status", "standby");
          row.set("activation_days", activationDays);
          row.set("changeover_days", 0.0);
        });
    for (int input = 0; input < chain.inputs().count(); input++) {
      if (chain.inputs().recipe(input) == recipe) {
        edit.addLike(Resource.INPUTS, input, row -> row.set("recipe_id", id));
      }
    }
  }
}
