package tenon.study.rehearsal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.study.node.Measures;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.twin.node.Estimate;
import tenon.twin.node.NodeResult;
import tenon.twin.site.NodeLoads;
import tenon.twin.site.Spread;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How the lines of sites in detail fared, as tables and for other programs. */
final class NodeTables {
  private final NodeLoads loads;

  NodeTables(NodeLoads loads) {
    this.loads = loads;
  }

  List<Table> all() {
    return List.of(stations(), days());
  }

  /** Measures of the whole line: lots a day, times in the unit of the node. */
  static Map<String, Estimate> whole(NodeLoads.Site site, NodeResult result) {
    double day = site.node().day();
    Estimate rate = result.throughput();
    Map<String, Estimate> whole = new LinkedHashMap<>();
    whole.put("lots_per_day", new Estimate(rate.mean() * day, rate.low() * day, rate.high() * day));
    whole.put("waiting", result.waiting());
    whole.put("time_in_node", result.timeInNode());
    whole.put("closed", result.closed());
    return whole;
  }

  private Table stations() {
    List<List<String>> rows = new ArrayList<>();
    for (NodeLoads.Site site : loads.sites()) {
      NodeResult calm = site.undisturbed();
      add(rows, site, "", whole(site, site.result()), calm == null ? null : whole(site, calm));
      for (int at = 0; at < site.result().stations().size(); at++) {
        add(
            rows,
            site,
            site.node().spec().stations().get(at).name(),
            Measures.of(site.result().stations().get(at)),
            calm == null ? null : Measures.of(calm.stations().get(at)));
      }
    }
    return new Table(
        "nodes.csv",
        List.of("site_id", "station", "measure", "mean", "low", "high", "undisturbed"),
        rows);
  }

  private static void add(
      List<List<String>> rows,
      NodeLoads.Site site,
      String station,
      Map<String, Estimate> measures,
      @Nullable Map<String, Estimate> calm) {
    measures.forEach(
        (measure, value) -> {
          Estimate beside = calm == null ? value : calm.getOrDefault(measure, value);
          rows.add(
              List.of(
                  site.node().site(),
                  station,
                  measure,
                  Numbers.cell(value.mean()),
                  Numbers.cell(value.low()),
                  Numbers.cell(value.high()),
                  Numbers.cell(beside.mean())));
        });
  }

  private Table days() {
    List<List<String>> rows = new ArrayList<>();
    for (NodeLoads.Site site : loads.sites()) {
      int number = 0;
      for (NodeLoads.Day day : site.days()) {
        List<String> row = new ArrayList<>();
        row.add(Integer.toString(number++));
        row.add(site.node().site());
        for (Spread spread : List.of(day.finished(), day.capacity(), day.queue())) {
          row.add(Numbers.cell(spread.mean()));
          row.add(Numbers.cell(spread.low()));
          row.add(Numbers.cell(spread.high()));
        }
        rows.add(row);
      }
    }
    return new Table(
        "node_days.csv",
        List.of(
            "day",
            "site_id",
            "finished_lots",
            "finished_low",
            "finished_high",
            "capacity_lots",
            "capacity_low",
            "capacity_high",
            "queue",
            "queue_low",
            "queue_high"),
        rows);
  }

  ObjectNode json() {
    ObjectNode root = Json.object();
    root.put("replications", loads.replications());
    ArrayNode array = root.putArray("sites");
    for (NodeLoads.Site site : loads.sites()) {
      ObjectNode one = array.addObject();
      one.put("site_id", site.node().site());
      one.put("unit", site.node().unit());
      one.set("under_scenario", json(site, site.result()));
      NodeResult calm = site.undisturbed();
      if (calm != null) {
        one.set("undisturbed", json(site, calm));
      }
    }
    return root;
  }

  private static ObjectNode json(NodeLoads.Site site, NodeResult result) {
    ObjectNode node = Json.object();
    whole(site, result).forEach((name, value) -> node.set(name, Measures.json(value)));
    ArrayNode stations = node.putArray("stations");
    for (int at = 0; at < result.stations().size(); at++) {
      ObjectNode one = stations.addObject();
      one.put("name", site.node().spec().stations().get(at).name());
      Measures.of(result.stations().get(at))
          .forEach((name, value) -> one.set(name, Measures.json(value)));
    }
    return node;
  }
}
