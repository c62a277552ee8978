package tenon.study.node;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.packages.NodeFile;
import tenon.packages.NodeReader;
import tenon.study.answer.Answer;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;
import tenon.study.text.Words;
import tenon.twin.node.NodeCapacity;
import tenon.twin.node.NodeResult;
import tenon.twin.node.NodeSimulation;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code tenon node FILE.yaml}: replications of a node, and the rate at which its target breaks.
 */
public final class NodeAnswer {
  private NodeAnswer() {}

  /** The answer, or every fault of the file. */
  public static Loaded<Answer> of(Path source, long seed, int threads, Locale locale) {
    return switch (NodeReader.read(source)) {
      case Loaded.Rejected<NodeFile>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<NodeFile>(var file, var warnings) -> {
        List<Finding> findings = new ArrayList<>(warnings);
        findings.addAll(overload(source, file));
        yield new Loaded.Ready<>(of(source, file, seed, threads, locale), findings);
      }
    };
  }

  /** Stations that cannot keep up: their queues grow for as long as one watches. */
  private static List<Finding> overload(Path source, NodeFile file) {
    List<Finding> findings = new ArrayList<>();
    for (int at = 0; at < file.spec().stations().size(); at++) {
      double limit = file.spec().limit(at);
      if (file.spec().rate() >= limit) {
        findings.add(
            Refusal.warning(
                "node-overload",
                String.valueOf(source.getFileName()),
                file.spec().stations().get(at).name(),
                Numbers.shown(limit),
                Numbers.shown(file.spec().rate())));
      }
    }
    return findings;
  }

  private static Answer of(Path source, NodeFile file, long seed, int threads, Locale locale) {
    NodeResult result = NodeSimulation.simulate(file.spec(), seed, threads);
    double target = file.waitTarget();
    NodeCapacity capacity =
        Double.isNaN(target) ? null : NodeCapacity.of(file.spec(), target, seed, threads);
    boolean met = Double.isNaN(target) || result.waiting().mean() <= target;
    Table table = table(file, result);
    Map<String, String> settings = new TreeMap<>();
    settings.put("seed", Long.toString(seed));
    return new Answer(
        "node",
        lines(file, result, capacity, locale),
        json(file, result, capacity),
        List.of(table),
        NodeReport.of(file, result, capacity, locale),
        List.of(source),
        settings,
        met);
  }

  static List<String> lines(
      NodeFile file, NodeResult result, @Nullable NodeCapacity capacity, Locale locale) {
    Words words = new Words(locale);
    List<String> lines = new ArrayList<>();
    int narrow = file.spec().bottleneck();
    lines.add(
        words.get(
            "node.flow",
            Numbers.shown(file.spec().rate()),
            file.unit(),
            Measures.shown(result.throughput()),
            Measures.shown(result.waiting())));
    lines.add(
        words.get(
            "node.bottleneck",
            file.spec().stations().get(narrow).name(),
            Numbers.shown(file.spec().limit(narrow)),
            file.unit()));
    if (capacity != null) {
      lines.add(
          words.get(
              "node.capacity",
              Numbers.shown(file.waitTarget()),
              Numbers.shown(capacity.rate()),
              Numbers.shown(capacity.low()),
              Numbers.shown(capacity.high()),
              file.unit()));
    }
    return lines;
  }

  private static ObjectNode json(
      NodeFile file, NodeResult result, @Nullable NodeCapacity capacity) {
    ObjectNode root = Json.object();
    int narrow = file.spec().bottleneck();
    root.put("name", file.name());
    root.put("unit", file.unit());
    root.set("rate", Json.exact(file.spec().rate()));
    root.set("throughput", Measures.json(result.throughput()));
    root.set("waiting", Measures.json(result.waiting()));
    root.set("time_in_node", Measures.json(result.timeInNode()));
    root.set("turned_away", Measures.json(result.turnedAway()));
    root.put("events", result.events());
    root.put("bottleneck", file.spec().stations().get(narrow).name());
    root.set("limit", Json.exact(file.spec().limit(narrow)));
    if (capacity != null) {
      ObjectNode node = root.putObject("capacity");
      node.set("wait_target", Json.exact(file.waitTarget()));
      node.set("rate", Json.exact(capacity.rate()));
      node.set("low", Json.exact(capacity.low()));
      node.set("high", Json.exact(capacity.high()));
      node.put("met", result.waiting().mean() <= file.waitTarget());
    }
    ArrayNode stations = root.putArray("stations");
    for (int at = 0; at < result.stations().size(); at++) {
      ObjectNode node = stations.addObject();
      node.put("name", file.spec().stations().get(at).name());
      node.set("limit", Json.exact(file.spec().limit(at)));
      NodeResult.AtStation one = result.stations().get(at);
      Measures.of(one).forEach((name, value) -> node.set(name, Measures.json(value)));
    }
    return root;
  }

  private static Table table(NodeFile file, NodeResult result) {
    List<List<String>> rows = new ArrayList<>();
    for (int at = 0; at < result.stations().size(); at++) {
      String name = file.spec().stations().get(at).name();
      Measures.of(result.stations().get(at))
          .forEach(
              (measure, value) ->
                  rows.add(
                      List.of(
                          name,
                          measure,
                          Numbers.exactCell(value.mean()),
                          Numbers.exactCell(value.low()),
                          Numbers.exactCell(value.high()))));
    }
    return new Table("stations.csv", List.of("station", "measure", "mean", "low", "high"), rows);
  }
}
