package tenon.study.cascade;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.twin.firm.CascadePath;
import tenon.twin.firm.Communities;
import tenon.twin.firm.Fall;
import tenon.twin.firm.FirmNetwork;
import tenon.twin.firm.Replaceability;
import tenon.twin.firm.SinglePoint;
import tenon.twin.firm.Stopping;
import tenon.twin.firm.Structure;
import tools.jackson.databind.node.ObjectNode;

/** What the network looks like around a cascade. */
final class StructureTables {

  /** Paths are followed step by step, which has no exact end. */
  private static final double PATH_EPS = 1e-10;

  private static final double FALLEN = 0.05;

  private final FirmSource.Firms firms;
  private final FirmNetwork network;

  StructureTables(FirmSource.Firms firms) {
    this.firms = firms;
    network = firms.network();
  }

  void addTo(List<Table> tables, ObjectNode result) {
    Structure structure = Structure.of(network);
    Communities communities = Communities.of(network);
    List<List<String>> rows = new ArrayList<>();
    for (int firm = 0; firm < network.firms(); firm++) {
      Concentration bought = concentration(firm);
      rows.add(
          List.of(
              firms.firms().key(firm),
              firms.sectors().key(network.sector(firm)),
              Integer.toString(structure.tier(firm)),
              Integer.toString(structure.component(firm)),
              Integer.toString(structure.size(structure.component(firm))),
              Integer.toString(communities.group(firm)),
              CascadeAnswer.number(network.output(firm)),
              CascadeAnswer.number(network.input(firm)),
              CascadeAnswer.number(bought.direct()),
              CascadeAnswer.number(bought.second())));
    }
    tables.add(
        new Table(
            "structure.csv",
            List.of(
                "firm",
                "sector",
                "tier",
                "component",
                "component_size",
                "community",
                "output",
                "input",
                "supplier_hhi",
                "second_tier_hhi"),
            rows));
    List<List<String>> single = new ArrayList<>();
    for (SinglePoint point : SinglePoint.of(network)) {
      single.add(
          List.of(
              firms.firms().key(point.customer()),
              firms.sectors().key(point.sector()),
              firms.firms().key(point.supplier()),
              CascadeAnswer.number(point.amount()),
              Boolean.toString(
                  firms.inferred().contains(List.of(point.supplier(), point.customer())))));
    }
    tables.add(
        new Table(
            "single_points.csv",
            List.of("customer", "sector", "supplier", "amount", "inferred"),
            single));
    ObjectNode node = Json.object();
    node.put("components", structure.components());
    node.put("communities", communities.groups());
    node.set("modularity", Json.exact(communities.modularity()));
    node.put("single_points", single.size());
    result.set("structure", node);
  }

  /**
   * Concentration of what a firm buys, 0 to 1.
   *
   * @param direct over its suppliers
   * @param second over their suppliers, each weighed by what the firm buys through it: high where
   *     different suppliers hang on one
   */
  private record Concentration(double direct, double second) {}

  private Concentration concentration(int firm) {
    Map<Integer, Double> second = new TreeMap<>();
    double direct = 0;
    double input = network.input(firm);
    for (int at = network.firstPurchase(firm); at < network.firstPurchase(firm + 1); at++) {
      double share = input == 0 ? 0 : network.purchaseAmount(at) / input;
      direct += share * share;
      int supplier = network.supplier(at);
      double theirs = network.input(supplier);
      int end = network.firstPurchase(supplier + 1);
      for (int below = network.firstPurchase(supplier); theirs > 0 && below < end; below++) {
        second.merge(
            network.supplier(below), share * network.purchaseAmount(below) / theirs, Double::sum);
      }
    }
    double sum = second.values().stream().mapToDouble(Double::doubleValue).sum();
    double squares = second.values().stream().mapToDouble(part -> part * part).sum();
    return new Concentration(direct, sum == 0 ? 0 : squares / (sum * sum));
  }

  /** The course of one cascade. */
  List<Fall> falls(double[] lost, boolean replaced, double eps) {
    return CascadePath.trace(
        network,
        replaced ? Replaceability.SECTOR : Replaceability.NONE,
        new Stopping.Eps(Double.isNaN(eps) ? PATH_EPS : eps),
        lost,
        FALLEN);
  }

  Table path(List<Fall> falls) {
    List<List<String>> rows = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Fall fall : falls) {
      String direction = fall.direction().name().toLowerCase(Locale.ROOT);
      if (seen.add(direction + fall.firm())) {
        rows.add(
            List.of(
                Integer.toString(fall.step()),
                direction,
                firms.firms().key(fall.firm()),
                CascadeAnswer.number(fall.loss()),
                fall.cause() == Fall.SHOCK ? "" : firms.firms().key(fall.cause()),
                CascadeAnswer.number(fall.causeShare())));
      }
    }
    return new Table(
        "path.csv", List.of("step", "direction", "firm", "loss", "cause", "cause_share"), rows);
  }
}
