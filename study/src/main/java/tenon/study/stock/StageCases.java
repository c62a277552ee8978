package tenon.study.stock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.respond.stock.GuaranteedService;
import tenon.respond.stock.StockNetwork;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.page.Json;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;
import tenon.study.text.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Small networks given by arrays: {@code T} and {@code h} by stage, {@code z_sigma} for all, {@code
 * S_customer} the service time that the last stages may ask of their customers, {@code arcs} as
 * pairs of numbers of stages from 0; without them each stage feeds the next.
 */
final class StageCases {
  private StageCases() {}

  /** Whether a file holds such cases. */
  static boolean areThere(JsonNode root) {
    return StockItems.cases(root).stream().anyMatch(one -> one.path("T").isArray());
  }

  static Loaded<Answer> run(Asked asked, JsonNode root) {
    String file = String.valueOf(asked.source().getFileName());
    List<Finding> faults = new ArrayList<>();
    List<Finding> warnings = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    Words words = new Words(asked.locale());
    ObjectNode result = Json.object();
    ArrayNode array = result.putArray("cases");
    int at = 0;
    for (JsonNode one : StockItems.cases(root)) {
      String place = file + " cases[" + at++ + "]";
      String name = one.path("name").asString("");
      if (!one.has("T")) {
        warnings.add(Refusal.warning("stage-case-left", place, name));
        continue;
      }
      StockNetwork network = network(place, one, faults);
      if (faults.isEmpty()) {
        GuaranteedService policy = GuaranteedService.of(network);
        array.add(node(name, network, policy));
        lines.add(
            words.get(
                policy.proven() ? "stock.gsm.proven" : "stock.gsm.gap",
                Numbers.shown(policy.objective()),
                Numbers.count(policy.holding(network).size()),
                Numbers.count(network.stages()),
                Numbers.percentFine(policy.gap())));
      }
    }
    return faults.isEmpty()
        ? new Loaded.Ready<>(
            new Answer(
                StockMethods.FAMILY + " gsm",
                lines,
                result,
                List.of(),
                null,
                List.of(asked.source()),
                asked.settings(),
                true),
            warnings)
        : new Loaded.Rejected<>(faults);
  }

  private static ObjectNode node(String name, StockNetwork network, GuaranteedService policy) {
    ObjectNode node = Json.object();
    node.put("name", name);
    node.set("cost", Json.exact(policy.objective()));
    node.set("bound", Json.exact(policy.bound()));
    node.set("gap", Json.exact(policy.gap()));
    node.put("proven", policy.proven());
    ArrayNode service = node.putArray("S");
    ArrayNode tau = node.putArray("tau");
    for (int i = 0; i < network.stages(); i++) {
      service.add(Json.exact(policy.service()[i]));
      tau.add(Json.exact(policy.replenishment(network, i)));
    }
    return node;
  }

  private static StockNetwork network(String place, JsonNode one, List<Finding> faults) {
    double[] time = numbers(place, one, "T", faults);
    double[] holding = numbers(place, one, "h", faults);
    int n = time.length;
    double scale = one.path("z_sigma").isNumber() ? one.get("z_sigma").asDouble() : 1;
    if (holding.length != n || n == 0) {
      faults.add(Refusal.of("serial-lengths", place, n + " / " + holding.length));
    }
    if (!(scale >= 0)) {
      faults.add(Refusal.of("stage-negative", place, Numbers.exactCell(scale), "z_sigma", "-"));
    }
    int[][] arcs = arcs(place, one, n, faults);
    double[] greatest = new double[n];
    Arrays.fill(greatest, one.path("S_customer").asDouble(0));
    for (int[] arc : arcs) {
      greatest[arc[0]] = Double.POSITIVE_INFINITY;
    }
    double[] coefficient =
        IntStream.range(0, Math.min(n, holding.length))
            .mapToDouble(i -> holding[i] * scale)
            .toArray();
    StockNetwork network =
        new StockNetwork(
            IntStream.range(0, n).mapToObj(Integer::toString).toList(),
            time,
            coefficient,
            new double[n],
            greatest,
            arcs);
    if (network.downward().size() < n) {
      faults.add(Refusal.of("stage-circle", place, null));
    } else {
      faults.addAll(StageNetwork.tooLong(place, network));
    }
    return network;
  }

  private static int[][] arcs(String place, JsonNode one, int n, List<Finding> faults) {
    if (!one.path("arcs").isArray()) {
      return IntStream.range(1, Math.max(1, n))
          .mapToObj(i -> new int[] {i - 1, i})
          .toArray(int[][]::new);
    }
    List<int[]> arcs = new ArrayList<>();
    for (JsonNode arc : one.get("arcs")) {
      int from = arc.path(0).asInt(-1);
      int to = arc.path(1).asInt(-1);
      if (from < 0 || from >= n || to < 0 || to >= n) {
        faults.add(Refusal.of("stage-unknown", place, arc.toString()));
      } else {
        arcs.add(new int[] {from, to});
      }
    }
    return arcs.toArray(int[][]::new);
  }

  private static double[] numbers(String place, JsonNode one, String key, List<Finding> faults) {
    double[] numbers = new double[one.path(key).size()];
    for (int i = 0; i < numbers.length; i++) {
      JsonNode node = one.get(key).get(i);
      numbers[i] = node.isNumber() ? node.asDouble() : Double.NaN;
      if (!(numbers[i] >= 0)) {
        faults.add(Refusal.of("stage-negative", place, node.toString(), key, Integer.toString(i)));
      }
    }
    return numbers;
  }
}
