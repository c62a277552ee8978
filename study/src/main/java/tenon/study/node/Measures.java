package tenon.study.node;

import java.util.LinkedHashMap;
import java.util.Map;
import tenon.study.page.Json;
import tenon.study.text.Numbers;
import tenon.twin.node.Estimate;
import tenon.twin.node.NodeResult;
import tools.jackson.databind.node.ObjectNode;

/** The measures of a station, and how an estimate is written. */
public final class Measures {
  private Measures() {}

  /** Measures of a station by the name of their column, in the order of the table. */
  public static Map<String, Estimate> of(NodeResult.AtStation one) {
    Map<String, Estimate> measures = new LinkedHashMap<>();
    measures.put("utilisation", one.working());
    measures.put("set_up", one.setUp());
    measures.put("down", one.down());
    measures.put("blocked", one.blocked());
    measures.put("idle", one.idle());
    measures.put("queue", one.queue());
    measures.put("waiting", one.waiting());
    measures.put("throughput", one.throughput());
    measures.put("performance", one.performance());
    measures.put("quality", one.quality());
    measures.put("oee", one.oee());
    return measures;
  }

  /** An estimate with its interval, exactly. */
  public static ObjectNode json(Estimate estimate) {
    ObjectNode node = Json.object();
    node.set("mean", Json.exact(estimate.mean()));
    node.set("low", Json.exact(estimate.low()));
    node.set("high", Json.exact(estimate.high()));
    return node;
  }

  /** Mean with its interval. */
  public static String shown(Estimate value) {
    if (Double.isNaN(value.mean())) {
      return "–";
    }
    return Numbers.shown(value.mean())
        + " ("
        + Numbers.shown(value.low())
        + "–"
        + Numbers.shown(value.high())
        + ")";
  }
}
