package tenon.study.index;

import java.util.Locale;
import tenon.assess.AhpWeights;
import tenon.assess.Grade;
import tenon.assess.Scores;
import tenon.study.page.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** All numbers of this part with their units, for other programs. */
final class IndexJson {
  private final IndexFacts facts;
  private final Scores scores;

  IndexJson(IndexFacts facts) {
    this.facts = facts;
    scores = facts.assessment().scores();
  }

  ObjectNode root() {
    ObjectNode root = Json.object();
    root.set("summary", summary());
    ObjectNode units = root.putObject("units");
    units.put("score", "points from 0 to 100");
    units.put("gap_points", "points of the score; positive is still to go");
    root.put("scaling", facts.absolute() ? "goalposts" : "sample");
    root.put("grades", facts.absolute() ? "absolute" : "relative to the sample");
    root.put("weights", facts.assessment().weights().methods().getLast());
    root.set("judgements", judgements());
    root.set("assessed", units());
    return root;
  }

  private ObjectNode summary() {
    ObjectNode node = Json.object();
    node.put("units_assessed", facts.ranked().size());
    node.put("periods", facts.assessment().panel().periods().count());
    double sum = 0;
    for (int unit : facts.ranked()) {
      sum += facts.score(facts.top(), unit);
    }
    if (!facts.ranked().isEmpty()) {
      node.set("index_highest", Json.number(facts.score(facts.top(), facts.ranked().getFirst())));
      node.set("index_lowest", Json.number(facts.score(facts.top(), facts.ranked().getLast())));
      node.set("index_mean", Json.number(sum / facts.ranked().size()));
    }
    return node;
  }

  private ArrayNode judgements() {
    ArrayNode array = Json.array();
    facts
        .assessment()
        .weights()
        .judged()
        .forEach(
            (group, weights) -> {
              ObjectNode node = array.addObject();
              node.put("group", group);
              node.set("lambda_max", Json.number(weights.lambdaMax()));
              node.set("consistency_index", Json.number(weights.consistencyIndex()));
              node.set("consistency_ratio", Json.number(weights.consistencyRatio()));
              node.set("weights", weights(weights));
            });
    return array;
  }

  private static ObjectNode weights(AhpWeights weights) {
    ObjectNode node = Json.object();
    for (int item = 0; item < weights.items().size(); item++) {
      node.set(weights.items().get(item), Json.number(weights.weight(item)));
    }
    return node;
  }

  /** Units by the index in the last period, best first. */
  private ArrayNode units() {
    ArrayNode array = Json.array();
    int rank = 0;
    for (int unit : facts.ranked()) {
      ObjectNode node = array.addObject();
      node.put("rank", ++rank);
      node.put("unit_id", facts.assessment().panel().units().key(unit));
      node.put("period", facts.period(facts.lastPeriod()));
      ObjectNode own = node.putObject("scores");
      ObjectNode mean = node.putObject("mean_scores");
      for (int code = 0; code < facts.hierarchy().count(); code++) {
        String key = facts.hierarchy().keys().key(code);
        own.set(key, Json.number(facts.score(code, unit)));
        mean.set(key, Json.number(scores.mean(code, unit)));
      }
      Grade grade = Grade.of(facts.score(facts.top(), unit));
      node.put("grade", grade == null ? null : grade.title(Locale.ENGLISH));
      node.set(
          "gap_points",
          Json.number(facts.assessment().gaps().points(facts.top(), unit, facts.lastPeriod())));
    }
    return array;
  }
}
