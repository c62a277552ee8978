package tenon.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenon.study.answer.Answer;
import tenon.study.page.Json;
import tenon.study.part.Subject;
import tenon.study.recipe.Recipe;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a result was made of, by what, and how, so that it can be made again. It holds no time of
 * its making, no user and no absolute path: same inputs give the same bytes.
 */
final class Manifest {
  static final String FILE = "manifest.json";
  private static final String MAKER = "tenon";

  private Manifest() {}

  static String of(Subject subject, List<InputFile> inputs, List<InputFile> results) {
    Recipe recipe = subject.recipe();
    ObjectNode root = Json.object();
    root.put("made_by", MAKER);
    root.put("version", Version.text());
    root.put("jdk", Version.jdk());
    ObjectNode data = root.putObject("package");
    data.put("name", subject.info().name());
    data.put("title", subject.info().title());
    data.put("version", subject.info().version());
    data.put("licence", subject.info().licence());
    data.put("synthetic", subject.info().synthetic());
    root.set("inputs", files(inputs));
    root.set("recipe", recipe(recipe));
    root.set("results", files(results));
    return Json.pretty(root);
  }

  static String of(Answer answer, List<InputFile> inputs, List<InputFile> results) {
    ObjectNode root = Json.object();
    root.put("made_by", MAKER);
    root.put("version", Version.text());
    root.put("jdk", Version.jdk());
    root.put("command", answer.command());
    root.set("inputs", files(inputs));
    ObjectNode settings = root.putObject("settings");
    answer.settings().forEach(settings::put);
    root.set("results", files(results));
    return Json.pretty(root);
  }

  private static ArrayNode files(List<InputFile> files) {
    ArrayNode array = Json.array();
    for (InputFile file : files) {
      array
          .addObject()
          .put("name", file.name())
          .put("bytes", file.bytes())
          .put("sha256", file.sha256());
    }
    return array;
  }

  private static ObjectNode recipe(Recipe recipe) {
    ObjectNode node = Json.object();
    node.set("stages", Json.array(recipe.titles()));
    ObjectNode settings = node.putObject("settings");
    recipe.settings().forEach((setting, value) -> settings.put(setting.key(), value));
    node.put("seed", recipe.seed());
    node.put("lang", recipe.language());
    LocalDate date = recipe.date();
    if (date != null) {
      node.put("date", date.toString());
    }
    node.set("command_line", Json.array(recipe.commandLine()));
    return node;
  }

  /**
   * The files that Tenon wrote into a directory, its manifest included; empty where the directory
   * is no result of Tenon.
   */
  static Optional<List<String>> filesOf(Path directory) throws IOException {
    Path file = directory.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    JsonNode root;
    try {
      root = JsonMapper.shared().readTree(Files.readAllBytes(file));
    } catch (JacksonException e) {
      return Optional.empty();
    }
    if (!root.path("made_by").asString("").equals(MAKER) || !root.path("results").isArray()) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>(List.of(FILE));
    for (JsonNode result : root.path("results")) {
      String name = result.path("name").asString("");
      if (!isPlain(name)) {
        return Optional.empty();
      }
      names.add(name);
    }
    return Optional.of(List.copyOf(names));
  }

  /** Whether a name is a file of the directory itself: a manifest is input, and is not trusted. */
  private static boolean isPlain(String name) {
    return name.matches("[a-z0-9_]+\\.(csv|json|html|yaml|docx|xlsx|tex|txt|png|svg)");
  }
}
