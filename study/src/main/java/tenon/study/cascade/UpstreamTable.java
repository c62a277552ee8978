package tenon.study.cascade;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tenon.model.Message;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.twin.firm.FirmNetwork;
import tenon.twin.firm.Upstream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** On whom a firm hangs, tier by tier: concentration, and each firm that its purchases pass. */
final class UpstreamTable {
  private static final String BUNDLE = "tenon.study.cascade.words";

  /** Deeper, what a firm buys is told by hardly anything but who is large. */
  private static final int TIERS = 10;

  private static final int SHOWN = 3;

  private final FirmSource.Firms firms;
  private final FirmNetwork network;
  private final String name;
  private final Upstream upstream;
  private final int[] tier;
  private final List<Integer> order;

  UpstreamTable(FirmSource.Firms firms, String name) {
    this.firms = firms;
    this.name = name;
    network = firms.network();
    int firm = firms.firms().id(name);
    upstream = Upstream.of(network, firm, TIERS);
    tier = tiers(firm);
    order =
        IntStream.range(0, network.firms())
            .filter(supplier -> upstream.through(supplier) > 0)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer at) -> -upstream.through(at))
                    .thenComparingInt(at -> tier[at]))
            .toList();
  }

  /** The tier in which each firm supplies first; 0 where it does not. */
  private int[] tiers(int firm) {
    int[] first = new int[network.firms()];
    int[] queue = new int[network.firms() + 1];
    queue[0] = firm;
    int count = 1;
    for (int at = 0; at < count; at++) {
      int customer = queue[at];
      // The firm itself may stand again further down, as a supplier of its own suppliers.
      int next = (at == 0 ? 0 : first[customer]) + 1;
      for (int buy = network.firstPurchase(customer);
          buy < network.firstPurchase(customer + 1);
          buy++) {
        int supplier = network.supplier(buy);
        if (first[supplier] == 0) {
          first[supplier] = next;
          if (supplier != firm) {
            queue[count++] = supplier;
          }
        }
      }
    }
    return first;
  }

  Table table() {
    List<List<String>> rows = new ArrayList<>();
    for (int supplier : order) {
      rows.add(
          List.of(
              firms.firms().key(supplier),
              firms.sectors().key(network.sector(supplier)),
              Integer.toString(tier[supplier]),
              CascadeAnswer.number(upstream.through(supplier)),
              CascadeAnswer.number(upstream.ultimate(supplier))));
    }
    return new Table(
        "upstream.csv", List.of("firm", "sector", "tier", "through", "ultimate"), rows);
  }

  ObjectNode json() {
    ObjectNode node = Json.object();
    node.put("firm", name);
    ArrayNode hhi = Json.array();
    for (int at = 1; at <= TIERS; at++) {
      hhi.add(Json.exact(upstream.hhi(at)));
    }
    node.set("hhi_by_tier", hhi);
    node.set("ultimate_hhi", Json.exact(upstream.ultimateHhi()));
    node.set("unresolved", Json.exact(upstream.unresolved()));
    return node;
  }

  /** Concentration of the first tiers, and the firms through which most value passes. */
  String line(Locale locale) {
    if (order.isEmpty()) {
      return Message.of(BUNDLE, "upstream.none", name).in(locale);
    }
    List<String> most =
        order.stream()
            .limit(SHOWN)
            .map(at -> firms.firms().key(at) + " " + Numbers.percent(upstream.through(at)))
            .toList();
    List<String> arguments = new ArrayList<>(List.of(name));
    for (int at = 1; at <= SHOWN; at++) {
      arguments.add(Numbers.fixed(upstream.hhi(at), 3));
    }
    arguments.add(String.join(Message.of(BUNDLE, "replay.comma").in(locale), most));
    return Message.of(BUNDLE, "upstream.line", arguments.toArray(String[]::new)).in(locale);
  }
}
