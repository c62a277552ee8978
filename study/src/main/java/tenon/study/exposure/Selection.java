package tenon.study.exposure;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.study.recipe.Recipe;
import tenon.study.recipe.Setting;
import tenon.study.text.Refusal;

/**
 * The sites that a recipe asks for.
 *
 * @param siteIds their keys in the order of the chain, or null for all
 * @param faults names in the recipe that the chain does not have; the selection is void then
 */
record Selection(@Nullable List<String> siteIds, List<Finding> faults) {

  static Selection of(Chain chain, Recipe recipe) {
    if (recipe.texts(Setting.EXPOSURE_ROLES).isEmpty()
        && recipe.texts(Setting.EXPOSURE_SITES).isEmpty()) {
      return new Selection(null, List.of());
    }
    List<Finding> faults = new ArrayList<>();
    unknownRoles(chain, recipe, faults);
    unknownSites(chain, recipe, faults);
    List<String> chosen = chosen(chain, recipe);
    if (faults.isEmpty() && chosen.isEmpty()) {
      faults.add(Refusal.of("nothing-selected", "sites.csv", null));
    }
    return new Selection(chosen, List.copyOf(faults));
  }

  private static List<String> chosen(Chain chain, Recipe recipe) {
    List<String> chosen = new ArrayList<>();
    for (int site = 0; site < chain.sites().count(); site++) {
      String key = chain.sites().keys().key(site);
      String role = chain.firms().role(chain.sites().firm(site));
      boolean inRole =
          recipe.texts(Setting.EXPOSURE_ROLES).isEmpty()
              || (role != null && recipe.texts(Setting.EXPOSURE_ROLES).contains(role));
      if (inRole
          && (recipe.texts(Setting.EXPOSURE_SITES).isEmpty()
              || recipe.texts(Setting.EXPOSURE_SITES).contains(key))) {
        chosen.add(key);
      }
    }
    return List.copyOf(chosen);
  }

  private static void unknownRoles(Chain chain, Recipe recipe, List<Finding> faults) {
    TreeSet<String> known = new TreeSet<>();
    for (int firm = 0; firm < chain.firms().count(); firm++) {
      String role = chain.firms().role(firm);
      if (role != null) {
        known.add(role);
      }
    }
    for (String role : recipe.texts(Setting.EXPOSURE_ROLES)) {
      if (!known.contains(role)) {
        faults.add(Refusal.of("unknown-role", "firms.csv", role, String.join(", ", known)));
      }
    }
  }

  private static void unknownSites(Chain chain, Recipe recipe, List<Finding> faults) {
    for (String id : recipe.texts(Setting.EXPOSURE_SITES)) {
      if (chain.sites().keys().id(id) < 0) {
        faults.add(Refusal.of("unknown-site", "sites.csv", id));
      }
    }
  }
}
