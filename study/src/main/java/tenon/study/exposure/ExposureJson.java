package tenon.study.exposure;

import java.util.Locale;
import tenon.model.Chain;
import tenon.model.Interval;
import tenon.study.page.Json;
import tenon.twin.DemandLoss;
import tenon.twin.SiteExposure;
import tenon.twin.Sources;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** All numbers of this part with their units, for other programs. */
final class ExposureJson {
  private final ExposureFacts facts;
  private final Chain chain;

  ExposureJson(ExposureFacts facts) {
    this.facts = facts;
    chain = facts.chain();
  }

  ObjectNode root() {
    ObjectNode root = Json.object();
    root.set("summary", summary());
    root.set("units", units());
    root.set("sites", sites());
    root.set("firms", firms());
    root.set("single_sources", singleSources());
    root.set("sole_makers", soleMakers());
    return root;
  }

  private ObjectNode summary() {
    ObjectNode node = Json.object();
    node.put("sites", chain.sites().count());
    node.put("sites_assessed", facts.ranked().size());
    node.put("sites_exposed", facts.exposedCount());
    node.set("priority_total", Json.number(facts.priorityTotal()));
    node.put("single_sources", facts.sources().singleSources().size());
    node.put("sole_makers", facts.soleMakerCount());
    node.put("programmes_solved", facts.programmes());
    return node;
  }

  private ObjectNode units() {
    String currency = facts.subject().info().currency();
    String money = currency == null ? "money" : currency;
    ObjectNode node = Json.object();
    node.put("ttr_days", "calendar days");
    node.put("tts_days", "calendar days; inf: beyond the horizon");
    node.put("lost_margin", money + " per outage, weighted by criticality");
    node.put("interval", money + " per outage");
    node.put("priority", money + " per year");
    node.put("probability_per_year", "fraction");
    node.put("units", "unit of the product");
    return node;
  }

  private ArrayNode sites() {
    ArrayNode array = Json.array();
    int rank = 0;
    for (SiteExposure row : facts.ranked()) {
      ObjectNode node = array.addObject();
      node.put("rank", ++rank);
      node.put("site_id", site(row.site()));
      node.set("ttr_days", Json.number(row.ttrDays()));
      node.put("ttr_basis", row.ttrBasis().name().toLowerCase(Locale.ROOT));
      node.set("ttr_interval", interval(row.ttr()));
      node.set("lost_margin", Json.number(row.lostMargin()));
      node.set("lost_margin_interval", interval(row.lostMarginInterval()));
      node.set("tts_days", Json.number(row.ttsDays()));
      node.set("probability_per_year", Json.number(row.probabilityPerYear()));
      node.put("probability_assumed", row.probabilityAssumed());
      node.set("priority", Json.number(row.priority()));
      node.put("exposed", row.exposed());
      node.set("losses", losses(row));
    }
    return array;
  }

  private ArrayNode losses(SiteExposure row) {
    ArrayNode array = Json.array();
    for (DemandLoss loss : row.losses()) {
      ObjectNode node = array.addObject();
      node.put("site_id", site(chain.demands().site(loss.demand())));
      node.put("product_id", product(chain.demands().product(loss.demand())));
      node.set("units", Json.number(loss.units()));
      node.set("margin", Json.number(loss.margin()));
    }
    return array;
  }

  private static ArrayNode interval(Interval interval) {
    return Json.array().add(Json.number(interval.low())).add(Json.number(interval.high()));
  }

  private ArrayNode firms() {
    ArrayNode array = Json.array();
    int rank = 0;
    for (FirmExposure row : facts.firms()) {
      ObjectNode node = array.addObject();
      node.put("rank", ++rank);
      node.put("firm_id", chain.firms().keys().key(row.firm()));
      node.put("sites", row.sites());
      node.put("sites_exposed", row.exposed());
      node.set("lost_margin", Json.number(row.lostMargin()));
      node.set("priority", Json.number(row.priority()));
    }
    return array;
  }

  private ArrayNode singleSources() {
    ArrayNode array = Json.array();
    for (Sources.SingleSource single : facts.sources().singleSources()) {
      ObjectNode node = array.addObject();
      node.put("customer_site_id", site(single.customer()));
      node.put("product_id", product(single.product()));
      node.put("supplier_site_id", site(single.supplier()));
      node.put("standby_elsewhere", single.standby());
      node.put("inferred", facts.inferred(single));
    }
    return array;
  }

  private ArrayNode soleMakers() {
    ArrayNode array = Json.array();
    for (Sources.Made made : facts.sources().sites()) {
      for (int product : made.nowhereElse()) {
        array.addObject().put("site_id", site(made.site())).put("product_id", product(product));
      }
    }
    return array;
  }

  private String site(int site) {
    return chain.sites().keys().key(site);
  }

  private String product(int product) {
    return chain.products().keys().key(product);
  }
}
