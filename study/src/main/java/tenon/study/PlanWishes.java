package tenon.study;

import java.util.ArrayList;
import java.util.List;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Scenario;
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
    Goals.parse(goals).ifPresent(parsed -> cap(recipe, parsed, faults));
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
      } else if (!banned.contains(id) && !isCovered(chain, id, banned)) {
        faults.add(Refusal.of("allow-idle", "--allow", id, String.join(", ", banned)));
      }
    }
    return faults;
  }

  /** A goal without its cap, and a cap without its goal. */
  private static void cap(Recipe recipe, Goals goals, List<Finding> faults) {
    boolean asked = goals.order().contains(Goals.Goal.CONCENTRATION);
    boolean capped = recipe.number(Setting.PLAN_SHARE_CAP) < 1;
    if (asked && !capped) {
      faults.add(
          Refusal.of("share-cap-missing", "--objective", recipe.text(Setting.PLAN_OBJECTIVE)));
    }
    if (capped && !asked) {
      faults.add(Refusal.of("share-cap-idle", "--share-cap", recipe.text(Setting.PLAN_SHARE_CAP)));
    }
  }

  /** A decision that would fall after the end of the scenario. */
  static List<Finding> late(Recipe recipe, Scenario scenario) {
    String day = recipe.text(Setting.PLAN_DECISION_DAY);
    double days = scenario.horizon().value();
    if (day.isEmpty() || Double.parseDouble(day) < days) {
      return List.of();
    }
    String last = Long.toString((long) Math.ceil(days) - 1);
    return List.of(Refusal.of("decision-after", "--decision-day", day, last));
  }

  /** Whether a ban holds for any site of that name or firm. */
  private static boolean isCovered(Chain chain, String id, List<String> banned) {
    for (int site = 0; site < chain.sites().count(); site++) {
      int firm = chain.sites().firm(site);
      String owner = firm < 0 ? "" : chain.firms().keys().key(firm);
      boolean named = id.equals(chain.sites().keys().key(site)) || id.equals(owner);
      boolean hit = banned.contains(chain.sites().keys().key(site)) || banned.contains(owner);
      if (named && (hit || isWithin(chain, chain.sites().region(site), banned))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWithin(Chain chain, int region, List<String> banned) {
    int up = region;
    for (int level = 0; up >= 0 && level <= chain.regions().count(); level++) {
      if (banned.contains(chain.regions().keys().key(up))) {
        return true;
      }
      up = chain.regions().parent(up);
    }
    return false;
  }

  private static boolean isPlace(Chain chain, String id) {
    return chain.sites().keys().id(id) >= 0 || chain.firms().keys().id(id) >= 0;
  }
}
