package tenon.study.plan;

import tenon.respond.Activation;
import tenon.respond.ContractUse;
import tenon.respond.Cost;
import tenon.respond.Coverage;
import tenon.respond.DemandLoss;
import tenon.respond.Losses;
import tenon.respond.Move;
import tenon.respond.PairedDifference;
import tenon.respond.Price;
import tenon.study.page.Json;
import tenon.study.recipe.Setting;
import tenon.twin.site.Trajectory;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** All numbers of this part with their units, for other programs. */
final class PlanJson {
  private final PlanFacts facts;

  PlanJson(PlanFacts facts) {
    this.facts = facts;
  }

  ObjectNode root() {
    ObjectNode root = Json.object();
    root.set("summary", summary());
    root.set("units", units());
    root.put("scenario", facts.scenario().name());
    root.put("horizon_days", facts.plan().horizonDays());
    root.put("decision_day", facts.plan().decisionDay());
    root.set("programme", programme());
    root.set("effect", effect());
    root.set("moves", moves());
    root.set("activations", activations());
    root.set("contracts", contracts());
    facts.cases().fill(root, facts.plan());
    root.set("losses", losses());
    root.set("coverage", coverage());
    root.set("prices", prices());
    return root;
  }

  private ObjectNode summary() {
    ObjectNode node = Json.object();
    node.put("moves", facts.plan().moves().size());
    node.put("standby_sources_used", facts.plan().activations().size());
    node.put("products_of_disrupted_sites", facts.plan().coverage().size());
    node.put("products_uncovered", facts.plan().uncovered().size());
    node.set("coverable_share", Json.number(facts.coverableShare()));
    node.set("delivered_share", Json.number(facts.deliveredShare()));
    node.set("lost_margin_without", Json.number(facts.plan().withoutPlan().lostMargin()));
    node.set("lost_margin_with", Json.number(facts.plan().withPlan().lostMargin()));
    node.set("cost", Json.number(facts.plan().cost().total()));
    node.set("loss_nobody_reacts", Json.number(facts.comparison().nothing().loss().mean()));
    node.set("loss_own_rule", Json.number(facts.comparison().ownRule().loss().mean()));
    node.set("loss_planned", Json.number(facts.comparison().planned().loss().mean()));
    return node;
  }

  private ObjectNode units() {
    String currency = facts.subject().info().currency();
    String money = currency == null ? "money" : currency;
    String loss = facts.plan().inMoney() ? money : "units of demand";
    ObjectNode node = Json.object();
    node.put("lost_margin", loss + ", in the programme");
    node.put("loss", loss + ", mean over the replications on the twin");
    node.put("cost", money + ", of the flows beyond the usual ones");
    node.put("per_day", "units of the product per day");
    node.put("saved_per_unit", loss + " by one more unit per day throughout the period");
    return node;
  }

  private ObjectNode programme() {
    ObjectNode node = Json.object();
    node.put("periods", facts.plan().periods().size());
    node.put("nodes", facts.plan().size().nodes());
    node.put("nodes_in_all", facts.plan().size().nodesInAll());
    node.put("columns", facts.plan().size().columns());
    node.put("rows", facts.plan().size().rows());
    Cost cost = facts.plan().cost();
    ObjectNode parts = node.putObject("cost");
    parts.set("production", Json.number(cost.production()));
    parts.set("purchase", Json.number(cost.purchase()));
    parts.set("freight", Json.number(cost.freight()));
    parts.set("tariff", Json.number(cost.tariff()));
    parts.set("holding", Json.number(cost.holding()));
    parts.set("activation", Json.number(cost.activation()));
    parts.set("unordered", Json.number(cost.unordered()));
    node.put("choices", facts.plan().size().choices());
    node.set("gap", Json.number(facts.plan().size().gap()));
    if (facts.subject().recipe().number(Setting.PLAN_SHARE_CAP) < 1) {
      node.set("above_cap", Json.number(facts.plan().aboveCap()));
    }
    return node;
  }

  private ObjectNode effect() {
    ObjectNode node = Json.object();
    node.set("nobody_reacts", effect(facts.comparison().nothing()));
    node.set("own_rule", effect(facts.comparison().ownRule()));
    node.set("plan", effect(facts.comparison().planned()));
    node.set("plan_against_nobody", saved(facts.comparison().planAgainstNothing()));
    node.set("plan_against_own_rule", saved(facts.comparison().planAgainstOwnRule()));
    node.set("own_rule_against_nobody", saved(facts.comparison().ownRuleAgainstNothing()));
    return node;
  }

  private static ObjectNode effect(Trajectory trajectory) {
    ObjectNode node = Json.object();
    node.set("loss", Json.number(trajectory.loss().mean()));
    node.set("var_95", Json.number(trajectory.loss().valueAtRisk()));
    node.set("cvar_95", Json.number(trajectory.loss().tailMean()));
    node.set("least_service", Json.number(trajectory.total().robustness().mean()));
    node.set("ttr_days", Json.number(trajectory.total().timeToRecoverDays().median()));
    return node;
  }

  private static ObjectNode saved(PairedDifference difference) {
    ObjectNode node = Json.object();
    node.set("saved", Json.number(difference.mean()));
    node.set(
        "interval_95",
        Json.array()
            .add(Json.number(difference.interval().low()))
            .add(Json.number(difference.interval().high())));
    return node;
  }

  private ArrayNode moves() {
    ArrayNode array = Json.array();
    for (Move move : facts.plan().moves()) {
      ObjectNode node = array.addObject();
      node.put("what", PlanTables.word(move.kind()));
      node.put("link_or_recipe_id", move.rowId());
      node.put("product_id", move.productId());
      node.put("from_site_id", move.fromSiteId());
      node.put("to_site_id", move.toSiteId());
      node.put("first_day", move.firstDay());
      node.put("last_day", move.firstDayAfter() - 1);
      node.set("usual_per_day", Json.number(move.usualPerDay()));
      node.set("planned_per_day", Json.number(move.plannedPerDay()));
      node.put("standby", move.standby());
      node.set("instead_of", Json.array(move.insteadOf()));
      node.set("worth", Json.number(move.worth()));
      node.put("inferred", !facts.inferred(move).isEmpty());
    }
    return array;
  }

  private ArrayNode activations() {
    ArrayNode array = Json.array();
    for (Activation activation : facts.plan().activations()) {
      ObjectNode node = array.addObject();
      node.put(activation.link() ? "link_id" : "recipe_id", activation.rowId());
      node.put("product_id", activation.productId());
      node.put("site_id", activation.siteId());
      node.put("opens_day", activation.opensDay());
      node.put("first_used_day", activation.firstUsedDay());
      node.set("units", Json.number(activation.units()));
      node.set("activation_cost", Json.number(activation.cost()));
    }
    return array;
  }

  private ArrayNode contracts() {
    ArrayNode array = Json.array();
    for (ContractUse use : facts.plan().contracts()) {
      ObjectNode node = array.addObject();
      node.put("link_id", use.linkId());
      node.put("minimum_kind", use.purchase() ? "purchase" : "take_or_pay");
      node.set("due_units", Json.number(use.dueUnits()));
      node.set("missed_units", Json.number(use.missedUnits()));
      node.set("paid", Json.number(use.paid()));
    }
    return array;
  }

  private ArrayNode losses() {
    ArrayNode array = Json.array();
    for (DemandLoss row : facts.plan().demands()) {
      ObjectNode node = array.addObject();
      node.put("site_id", row.siteId());
      node.put("product_id", row.productId());
      node.set("without", losses(row.withoutPlan()));
      node.set("with", losses(row.withPlan()));
    }
    return array;
  }

  private static ObjectNode losses(Losses losses) {
    ObjectNode node = Json.object();
    node.set("lost_margin", Json.number(losses.lostMargin()));
    node.set("lost_units", Json.number(losses.lostUnits()));
    node.set("late_unit_days", Json.number(losses.lateUnitDays()));
    return node;
  }

  private ArrayNode coverage() {
    ArrayNode array = Json.array();
    for (Coverage row : facts.coverage()) {
      ObjectNode node = array.addObject();
      node.put("site_id", row.siteId());
      node.put("product_id", row.productId());
      node.set("lost_per_day", Json.number(row.lostPerDay()));
      node.put("makers_elsewhere", row.makersElsewhere());
      node.set("spare_per_day", Json.number(row.sparePerDay()));
      node.set("coverable_per_day", Json.number(row.coverablePerDay()));
      node.set("delivered_per_day", Json.number(row.deliveredPerDay()));
      node.put("gap", PlanTables.word(row.gap()));
    }
    return array;
  }

  private ArrayNode prices() {
    ArrayNode array = Json.array();
    for (Price price : facts.plan().prices()) {
      ObjectNode node = array.addObject();
      node.put("scarce", PlanTables.word(price.kind()));
      node.put("link_or_recipe_id", price.rowId());
      node.put("site_id", price.siteId());
      node.put("product_id", price.productId());
      node.put("first_day", price.firstDay());
      node.put("last_day", price.firstDayAfter() - 1);
      node.put("inferred", !facts.inferred(price).isEmpty());
      node.set("saved_per_unit", Json.number(price.perUnit()));
    }
    return array;
  }
}
