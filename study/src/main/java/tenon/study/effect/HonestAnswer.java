package tenon.study.effect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tenon.evaluate.did.HonestDid;
import tenon.evaluate.did.HonestDidResult;
import tenon.evaluate.did.HonestDidSpec;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.packages.JsonFile;
import tenon.study.answer.Answer;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;
import tenon.study.text.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sensitivity of an event study to failures of parallel trends: {@code tenon evaluate honest}. The
 * file holds {@code betahat} (by period, the reference left out), {@code sigma} (their covariance)
 * and {@code numPre}, how many of them lie before adoption.
 */
public final class HonestAnswer {
  private HonestAnswer() {}

  /** Computes the intervals. */
  public static Loaded<Answer> of(Path file, HonestDidSpec spec, Locale locale) {
    return switch (JsonFile.read(file)) {
      case Loaded.Rejected<JsonNode>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<JsonNode>(var root, var _) -> of(file, root, spec, locale);
    };
  }

  private static Loaded<Answer> of(Path file, JsonNode root, HonestDidSpec spec, Locale locale) {
    String shown = String.valueOf(file.getFileName());
    List<Finding> faults = new ArrayList<>();
    double[] estimates = numbers(root.path("betahat"));
    int count = estimates.length;
    if (count == 0) {
      faults.add(Refusal.of("honest-betahat", shown, null));
    }
    double[][] covariance = new double[root.path("sigma").size()][];
    for (int row = 0; row < covariance.length; row++) {
      covariance[row] = numbers(root.path("sigma").get(row));
      if (covariance[row].length != count) {
        faults.add(
            Refusal.of(
                "honest-sigma",
                shown,
                Integer.toString(covariance[row].length),
                Integer.toString(count)));
      }
    }
    if (covariance.length != count) {
      faults.add(
          Refusal.of(
              "honest-sigma",
              shown,
              Integer.toString(covariance.length),
              Integer.toString(count)));
    }
    int before = root.path("numPre").asInt(-1);
    if (before < 1 || before >= count) {
      faults.add(Refusal.of("honest-pre", shown, root.path("numPre").toString()));
    }
    if (!faults.isEmpty()) {
      return new Loaded.Rejected<>(faults);
    }
    return StaggeredAnswer.map(
        HonestDid.sensitivity(estimates, covariance, before, spec),
        (HonestDidResult result) -> answer(file, spec, result, new Words(locale)));
  }

  private static double[] numbers(JsonNode array) {
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = array.get(i).asDouble(Double.NaN);
    }
    return numbers;
  }

  private static Answer answer(
      Path file, HonestDidSpec spec, HonestDidResult result, Words words) {
    ObjectNode root = Json.object();
    root.put("restriction", spec.restriction().name().toLowerCase(Locale.ROOT));
    ObjectNode original = root.putObject("original");
    original.set("low", Json.exact(result.originalLow()));
    original.set("high", Json.exact(result.originalHigh()));
    ArrayNode intervals = root.putArray("intervals");
    List<List<String>> rows = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (HonestDidResult.Interval interval : result.intervals()) {
      ObjectNode node = intervals.addObject();
      node.set("bound", Json.exact(interval.bound()));
      node.set("low", Json.exact(interval.low()));
      node.set("high", Json.exact(interval.high()));
      node.put("reaches_end", interval.reachesEnd());
      rows.add(
          List.of(
              Numbers.exactCell(interval.bound()),
              Numbers.exactCell(interval.low()),
              Numbers.exactCell(interval.high())));
      lines.add(
          "  "
              + words.get(
                  "effect.honest",
                  Numbers.exactCell(interval.bound()),
                  Printed.number(interval.low()),
                  Printed.number(interval.high())));
    }
    root.set("breakdown", Json.exact(result.breakdown()));
    lines.add(
        Double.isNaN(result.breakdown())
            ? words.get("effect.breakdown.none")
            : words.get("effect.breakdown", Numbers.exactCell(result.breakdown())));
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("restriction", spec.restriction().name().toLowerCase(Locale.ROOT));
    settings.put("bounds", spec.bounds().toString());
    settings.put("grid_points", Integer.toString(spec.gridPoints()));
    settings.put("draws", Integer.toString(spec.draws()));
    settings.put("seed", Long.toString(spec.seed()));
    return new Answer(
        "evaluate honest",
        lines,
        root,
        List.of(new Table("intervals.csv", List.of("bound", "low", "high"), rows)),
        null,
        List.of(file),
        settings,
        true);
  }
}
