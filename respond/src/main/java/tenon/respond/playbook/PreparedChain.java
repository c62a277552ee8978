package tenon.respond.playbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tenon.model.Chain;
import tenon.model.ChainEdit;
import tenon.model.Inputs;
import tenon.model.Links;
import tenon.model.Recipes;
import tenon.model.Resource;

/**
 * A chain as a playbook leaves it: of all standby sources only those that the playbook calls can
 * open, each once its step is finished and its own activation days are over; additional capacity
 * and faster ways stand by from the end of their step on.
 */
final class PreparedChain {
  private static final double HOURS_PER_DAY = 24;

  private final Chain chain;
  private final Playbook playbook;
  private final Timing timing;
  private final ChainEdit edit;
  private final Map<String, List<String>> rows = new LinkedHashMap<>();
  private int added;

  private PreparedChain(Chain chain, Playbook playbook) {
    this.chain = chain;
    this.playbook = playbook;
    timing = Timing.of(playbook);
    edit = ChainEdit.of(chain);
  }

  /** What the steps of a playbook make of a chain. */
  static PreparedChain of(Chain chain, Playbook playbook, int horizonDays) {
    PreparedChain prepared = new PreparedChain(chain, playbook);
    close(chain, prepared.edit, horizonDays);
    for (Step step : playbook.steps()) {
      double days = prepared.timing.finish(step.id()) / HOURS_PER_DAY;
      List<String> opened = new ArrayList<>();
      step.actions().forEach(action -> opened.add(prepared.act(action, days)));
      prepared.rows.put(step.id(), opened);
    }
    return prepared;
  }

  /** The chain on which the playbook's plan is made. */
  Chain chain() {
    return edit.chain();
  }

  /** Ids of the recipes and links that each step opens, by id of the step. */
  Map<String, List<String>> rows() {
    return rows;
  }

  /** A chain with the same rows of which no standby source opens within the horizon. */
  static Chain idle(Chain chain, int horizonDays) {
    ChainEdit edit = ChainEdit.of(chain);
    close(chain, edit, horizonDays);
    return edit.chain();
  }

  private static void close(Chain chain, ChainEdit edit, int horizonDays) {
    Recipes recipes = chain.recipes();
    for (int recipe = 0; recipe < recipes.count(); recipe++) {
      if (recipes.standby(recipe)) {
        edit.set(Resource.RECIPES, recipe, "activation_days", horizonDays + 1.0);
      }
    }
    Links links = chain.links();
    for (int link = 0; link < links.count(); link++) {
      if (links.standby(link)) {
        edit.set(Resource.SOURCING, link, "activation_days", horizonDays + 1.0);
      }
    }
  }

  /** Does it, and returns the id of the recipe or link that it opens. */
  private String act(Action action, double days) {
    return switch (action) {
      case Action.Activate(String id) -> {
        int recipe = chain.recipes().keys().id(id);
        double own = known(chain.recipes().activationDays(recipe));
        edit.set(Resource.RECIPES, recipe, "activation_days", days + own);
        edit.set(Resource.RECIPES, recipe, "changeover_days", 0.0);
        yield id;
      }
      case Action.Open(String id) -> {
        int link = chain.links().keys().id(id);
        double own = known(chain.links().activationDays(link));
        edit.set(Resource.SOURCING, link, "activation_days", days + own);
        yield id;
      }
      case Action.AddCapacity(String id, double perDay, double extra) ->
          addCapacity(chain.recipes().keys().id(id), perDay, extra, days);
      case Action.Expedite(String id, double leadTimeDays, double extra) ->
          expedite(chain.links().keys().id(id), leadTimeDays, extra, days);
    };
  }

  private String addCapacity(int recipe, double perDay, double extra, double days) {
    String id = freshId(chain.recipes().keys().key(recipe));
    double cost = known(chain.recipes().productionCostPerUnit(recipe)) + extra;
    edit.addLike(
        Resource.RECIPES,
        recipe,
        row ->
            row.set("recipe_id", id)
                .set("status", "standby")
                .set("activation_cost", 0.0)
                .set("activation_days", days)
                .set("changeover_days", 0.0)
                .set("capacity_per_day", perDay)
                .set("production_cost_per_unit", cost));
    Inputs inputs = chain.inputs();
    for (int input = 0; input < inputs.count(); input++) {
      if (inputs.recipe(input) == recipe) {
        edit.addLike(Resource.INPUTS, input, row -> row.set("recipe_id", id));
      }
    }
    return id;
  }

  private String expedite(int link, double leadTimeDays, double extra, double days) {
    String id = freshId(chain.links().keys().key(link));
    double freight = known(chain.links().freightPerUnit(link)) + extra;
    edit.addLike(
        Resource.SOURCING,
        link,
        row ->
            row.set("link_id", id)
                .set("status", "standby")
                .set("activation_cost", 0.0)
                .set("share", 0.0)
                .set("activation_days", days)
                .set("lead_time_days", leadTimeDays)
                .set("freight_per_unit", freight));
    return id;
  }

  private String freshId(String like) {
    added++;
    return like + "+" + playbook.name() + "-" + added;
  }

  private static double known(double number) {
    return Double.isNaN(number) ? 0 : number;
  }
}
