package tenon.study.conformance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.answer.Answer;
import tenon.study.effect.EffectMethods;
import tenon.study.measure.MeasureMethods;
import tenon.study.method.Asked;
import tenon.study.method.Method;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of reference beside the checkout, and the methods run on them as a command would. */
final class Oracles {
  private static final Path FOLDER = Path.of("..", "..", "shared", "oracle");

  private Oracles() {}

  /** A file; the test is skipped where it is not there. */
  static Path file(String name) {
    return there(FOLDER.resolve(name));
  }

  /** A published table; the test is skipped where it is not there. */
  static Path published(String name) {
    return there(Path.of("..", "..", "shared", "published").resolve(name));
  }

  private static Path there(Path found) {
    if (!Files.isRegularFile(found)) {
      String message = "Skipped: " + found + " is not there.";
      System.out.println(message);
      Assumptions.abort(message);
    }
    return found;
  }

  static JsonNode json(String name) {
    return JsonMapper.shared().readTree(file(name));
  }

  /** Runs a method with options as pairs of name and value. */
  static Loaded<Answer> run(String command, Path source, String... options) throws Exception {
    String[] words = command.split(" ", 2);
    List<Method> methods = words[0].equals("assess") ? MeasureMethods.all() : EffectMethods.all();
    Method method = Method.named(words[1], methods).orElseThrow();
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < options.length; i += 2) {
      given.put(options[i], options[i + 1]);
    }
    Asked asked = new Asked(source, method.complete(given), 1, 1, Locale.ENGLISH);
    return method.work().answer(asked, Progress.NONE);
  }

  /** The result as other programs get it. */
  static JsonNode result(String command, Path source, String... options) throws Exception {
    Loaded<Answer> loaded = run(command, source, options);
    if (loaded instanceof Loaded.Ready<Answer>(var answer, var _)) {
      return answer.result();
    }
    throw new AssertionError(
        loaded.findings().stream().map(finding -> finding.text(Locale.ENGLISH)).toList());
  }
}
