package tenon.study.rehearsal;

import java.util.Locale;
import tenon.model.Interval;
import tenon.study.page.Json;
import tenon.study.text.DisruptionWords;
import tenon.twin.site.Attribution;
import tenon.twin.site.Bullwhips;
import tenon.twin.site.Controlled;
import tenon.twin.site.Costs;
import tenon.twin.site.DemandOutcome;
import tenon.twin.site.Liquidity;
import tenon.twin.site.Loss;
import tenon.twin.site.Outcome;
import tenon.twin.site.Perished;
import tenon.twin.site.Purchases;
import tenon.twin.site.ServiceCurve;
import tenon.twin.site.Spread;
import tenon.twin.site.Starvation;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** All numbers of this part with their units, for other programs. */
final class RehearsalJson {
  private final RehearsalFacts facts;

  RehearsalJson(RehearsalFacts facts) {
    this.facts = facts;
  }

  ObjectNode root() {
    ObjectNode root = Json.object();
    root.set("summary", summary());
    root.set("units", units());
    root.set("scenario", scenario());
    root.set("service", outcome(facts.trajectory().total()));
    root.set("loss", loss());
    root.set("demands", demands());
    root.set("transmission", transmission());
    Attribution attribution = facts.attribution();
    if (attribution != null) {
      root.set("attribution", attribution(attribution));
    }
    root.set("bullwhip", bullwhip());
    costs(root);
    Purchases purchases = facts.trajectory().purchases();
    if (purchases != null) {
      root.set("purchases", purchases(purchases));
    }
    Liquidity liquidity = facts.liquidity();
    if (liquidity != null) {
      root.set("cash", cash(liquidity));
    }
    if (!facts.loads().sites().isEmpty()) {
      root.set("nodes", new NodeTables(facts.loads()).json());
    }
    return root;
  }

  private ObjectNode summary() {
    Outcome total = facts.trajectory().total();
    Loss loss = facts.trajectory().loss();
    ObjectNode node = Json.object();
    node.put("replications", facts.trajectory().replications());
    node.put("days", facts.trajectory().days());
    node.set("least_service", Json.number(total.robustness().mean()));
    node.set("performance_loss_days", Json.number(total.performanceLossDays().mean()));
    node.set("tts_days", Json.number(total.timeToSurviveDays().median()));
    node.set("ttr_days", Json.number(total.timeToRecoverDays().median()));
    node.set("recovered_share", Json.number(total.recoveredShare()));
    node.set("loss", Json.number(loss.mean()));
    node.set("loss_tail_mean", Json.number(loss.tailMean()));
    node.put("nodes_short", facts.trajectory().path().size());
    return node;
  }

  private ObjectNode units() {
    String currency = facts.subject().info().currency();
    String money = currency == null ? "money" : currency;
    ObjectNode node = Json.object();
    node.put("service", "share of the day's demand served on that day, 0 to 1");
    node.put("performance_loss_days", "days of full service");
    node.put("resilience", "1 - performance loss / days from the first disruption on");
    node.put("rapidity_per_day", "share of service regained a day");
    node.put("tts_days", "days from the first disruption; inf: service never fell");
    node.put("ttr_days", "days from the first disruption; inf: not within the horizon");
    node.put("loss", facts.trajectory().loss().inMoney() ? money : "units of demand");
    return node;
  }

  private ObjectNode scenario() {
    DisruptionWords sentences =
        new DisruptionWords(facts.chain(), facts.subject().words(), facts.subject().names());
    ObjectNode node = Json.object();
    node.put("name", facts.scenario().name());
    node.set("horizon_days", Json.number(facts.scenario().horizon().value()));
    node.set(
        "disruptions",
        Json.array(facts.scenario().disruptions().stream().map(sentences::sentence).toList()));
    return node;
  }

  private static ObjectNode outcome(Outcome outcome) {
    ObjectNode node = Json.object();
    node.set("least_service", spread(outcome.robustness()));
    node.set("performance_loss_days", spread(outcome.performanceLossDays()));
    node.set("resilience", spread(outcome.resilience()));
    node.set("rapidity_per_day", spread(outcome.rapidityPerDay()));
    node.set("tts_days", spread(outcome.timeToSurviveDays()));
    node.set("ttr_days", spread(outcome.timeToRecoverDays()));
    node.set("recovered_share", Json.number(outcome.recoveredShare()));
    return node;
  }

  static ObjectNode spread(Spread spread) {
    ObjectNode node = Json.object();
    node.set("mean", Json.number(spread.mean()));
    if (!Double.isNaN(spread.mean())) {
      node.set("mean_interval_95", interval(spread.meanInterval()));
    }
    node.set("q05", Json.number(spread.low()));
    node.set("median", Json.number(spread.median()));
    node.set("q95", Json.number(spread.high()));
    return node;
  }

  private ObjectNode loss() {
    Loss loss = facts.trajectory().loss();
    ObjectNode node = Json.object();
    node.put("in_money", loss.inMoney());
    node.set("mean", Json.number(loss.mean()));
    node.set("mean_interval_95", interval(loss.meanInterval()));
    Controlled controlled = facts.trajectory().controlled();
    if (controlled != null) {
      node.set("controlled_mean", Json.number(controlled.mean()));
      node.set("controlled_interval_95", interval(controlled.interval()));
      node.set("controlled_narrower", Json.number(controlled.narrower()));
    }
    node.set("spread", spread(loss.spread()));
    node.set("var_95", Json.number(loss.valueAtRisk()));
    node.set("var_95_interval_95", interval(loss.riskInterval()));
    node.set("cvar_95", Json.number(loss.tailMean()));
    node.set("cvar_95_interval_95", interval(loss.tailInterval()));
    return node;
  }

  private static ArrayNode interval(Interval interval) {
    return Json.array().add(Json.number(interval.low())).add(Json.number(interval.high()));
  }

  private ArrayNode demands() {
    ArrayNode array = Json.array();
    for (DemandOutcome row : facts.trajectory().demands()) {
      ObjectNode node = array.addObject();
      node.put("site_id", row.siteId());
      node.put("product_id", row.productId());
      node.set("lost_units", spread(row.lostUnits()));
      node.set("more_lost_units", spread(row.moreLostUnits()));
      node.set("late_unit_days", spread(row.lateUnitDays()));
      node.setAll(outcome(row.outcome()));
    }
    return array;
  }

  private ArrayNode transmission() {
    ArrayNode array = Json.array();
    for (Starvation step : facts.trajectory().path()) {
      ObjectNode node = array.addObject();
      node.put("day", step.firstDay());
      node.put("site_id", step.siteId());
      node.put("product_id", step.productId());
      node.set("missing_units", Json.number(step.missingUnits()));
      node.put("cause", Causes.kind(step.cause()));
      node.put("via", Causes.via(step.cause()));
      node.put("source", Causes.source(step.cause()));
    }
    return array;
  }

  private static ObjectNode attribution(Attribution attribution) {
    ObjectNode node = Json.object();
    node.put("rule", attribution.rule().name().toLowerCase(Locale.ROOT));
    ArrayNode array = node.putArray("shares");
    for (Attribution.Part part : attribution.shares()) {
      ObjectNode one = array.addObject();
      if (part.hazard() == null) {
        one.put("disruption", part.disruption() + 1);
      } else {
        one.put("hazard", part.hazard());
      }
      fill(one, part);
    }
    fill(node.putObject("together"), attribution.together());
    return node;
  }

  private static void fill(ObjectNode node, Attribution.Part part) {
    node.set("loss", Json.number(part.loss()));
    node.set("loss_interval_95", interval(part.interval()));
    node.set("share", Json.number(part.share()));
  }

  private void costs(ObjectNode root) {
    int last = facts.trajectory().days() - 1;
    ObjectNode fill = root.putObject("fill_rate");
    ServiceCurve curve = facts.fillRate();
    fill.set("mean", Json.number(curve.mean(last)));
    fill.set("q05", Json.number(curve.low(last)));
    fill.set("q95", Json.number(curve.high(last)));
    if (!facts.trajectory().costs().items().isEmpty()) {
      ObjectNode costs = root.putObject("costs");
      for (Costs.Item item : facts.trajectory().costs().items()) {
        ObjectNode one = costs.putObject(item.kind().name().toLowerCase(Locale.ROOT));
        one.set("mean", Json.number(item.cost().mean()));
        one.set("mean_interval_95", interval(item.cost().interval()));
        one.set("undisturbed", Json.number(item.undisturbed().mean()));
        one.set("more", Json.number(item.more().mean()));
        one.set("more_interval_95", interval(item.more().interval()));
      }
    }
    if (!facts.trajectory().perished().isEmpty()) {
      ArrayNode perished = root.putArray("perished");
      for (Perished one : facts.trajectory().perished()) {
        ObjectNode node = perished.addObject();
        node.put("site_id", one.siteId());
        node.put("product_id", one.productId());
        node.put("shelf_life_days", one.shelfLifeDays());
        node.set("units", spread(one.units()));
        node.set("undisturbed", spread(one.undisturbed()));
      }
    }
  }

  private static ObjectNode purchases(Purchases purchases) {
    ObjectNode node = Json.object();
    node.set("cost", Json.number(purchases.cost().mean()));
    node.set("undisturbed", Json.number(purchases.undisturbed().mean()));
    node.set("dearer", Json.number(purchases.dearer().mean()));
    node.set("dearer_interval_95", interval(purchases.dearer().interval()));
    node.set("tariffs", Json.number(purchases.tariffs().mean()));
    node.set("loss_and_dearer", Json.number(purchases.withLoss().mean()));
    return node;
  }

  private static ObjectNode cash(Liquidity liquidity) {
    ObjectNode node = Json.object();
    node.put("replications", liquidity.replications());
    ArrayNode array = node.putArray("firms");
    for (Liquidity.Firm firm : liquidity.firms()) {
      ObjectNode one = array.addObject();
      int leanest = firm.leanest();
      one.put("firm_id", firm.firmId());
      one.put("leanest_day", leanest);
      one.set("cash", spread(firm.days().get(leanest).cash()));
      one.set("stopped_share", Json.number(firm.stopped()));
      one.set("stopped_share_undisturbed", Json.number(firm.stoppedUndisturbed()));
      one.set("first_day_median", Json.number(firm.firstDay()));
    }
    return node;
  }

  private ObjectNode bullwhip() {
    ObjectNode node = Json.object();
    node.put("replications", facts.bullwhips().replications());
    ArrayNode array = node.putArray("echelons");
    for (Bullwhips.Echelon echelon : facts.bullwhips().echelons()) {
      ObjectNode one = array.addObject();
      one.put("echelon", echelon.number());
      one.put("nodes", echelon.nodes());
      one.set("undisturbed", Json.number(echelon.undisturbed()));
      one.set("undisturbed_interval_95", interval(echelon.undisturbedInterval()));
      one.set("ratio", Json.number(echelon.ratio()));
      one.set("ratio_interval_95", interval(echelon.interval()));
    }
    return node;
  }
}
