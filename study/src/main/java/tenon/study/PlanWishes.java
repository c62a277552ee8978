package tenon.study;

import java.util.ArrayList;
import java.util.List;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.respond.Goals;
import tenon.study.recipe.Recipe;
import tenon.study.recipe.Setting;
import tenon.study.text.Refusal;

/** What a recipe asks of a plan, checked against the chain: goals, bans and their exceptions. */
final class PlanWishes {
  private PlanWishes() {}

  static List<Finding> faults(Recipe recipe, Chain chain) {
    List<Finding> faults = new ArrayList<>();
    String goals = recipe.text(Setting.PLAN_OBJECTIVE);
    if (Goals.parse(goals).isEmpty()) {
      faults.add(Refusal.of("goals", "--objective", goals));
    }
    List<String> banned = recipe.texts(Setting.PLAN_BAN);
    List<String> allowed = recipe.texts(Setting.PLAN_ALLOW);
    for (String id : banned) {
      if (!isPlace(chain, id) && chain.regions().keys().id(id) < 0) {
        faults.add(Refusal.of("ban-unknown", "--ban", id));
      } else if (allowed.contains(id)) {
        faults.add(Refusal.of("ban-contradicts", "--ban", id));
      }
    }
    for (String id : allowed) {
      if (!isPlace(chain, id)) {
        faults.add(Refusal.of("allow-unknown", "--allow", id));
      } else if (banned.isEmpty()) {
        faults.add(Refusal.of("allow-without-ban", "--allow", id));
      }
    }
    return faults;
  }

  private static boolean isPlace(Chain chain, String id) {
    return chain.sites().keys().id(id) >= 0 || chain.firms().keys().id(id) >= 0;
  }
}
