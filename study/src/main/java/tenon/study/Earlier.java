package tenon.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tenon.model.Loaded;
import tenon.study.recipe.Recipe;
import tenon.study.recipe.Setting;
import tenon.study.recipe.Stage;
import tenon.study.text.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An earlier result, as far as a replay needs it.
 *
 * @param directory where it lies
 * @param recipe how it was made
 * @param inputs the files it was made from
 * @param figures its figures by stage and name, for example {@code exposure.sites_exposed}
 */
public record Earlier(
    Path directory, Recipe recipe, List<InputFile> inputs, Map<String, Double> figures) {

  /** A larger file is none of ours. */
  private static final long LARGEST = 256L << 20;

  public Earlier {
    inputs = List.copyOf(inputs);
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }

  /**
   * Reads an earlier result.
   *
   * @param place its directory, or the manifest in it
   * @return the result, or why it cannot be replayed
   * @throws IOException if a file cannot be read
   */
  public static Loaded<Earlier> read(Path place) throws IOException {
    Path parent = place.toAbsolutePath().getParent();
    Path directory = Files.isRegularFile(place) && parent != null ? parent : place;
    String shown = String.valueOf(place.getFileName());
    Optional<JsonNode> manifest = json(directory.resolve(Manifest.FILE));
    if (manifest.isEmpty()) {
      return rejected("no-earlier", shown);
    }
    JsonNode node = manifest.get().path("recipe");
    List<Stage> stages = stages(node.path("stages"));
    if (stages.isEmpty() || !node.path("settings").isObject()) {
      return rejected("no-earlier", shown);
    }
    List<String> changes = new ArrayList<>();
    node.path("settings")
        .properties()
        .forEach(entry -> changes.add(entry.getKey() + "=" + entry.getValue().asString("")));
    return switch (base(node, stages).changed(changes)) {
      case Loaded.Rejected<Recipe>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<Recipe>(var recipe, var none) ->
          new Loaded.Ready<>(
              new Earlier(
                  directory,
                  recipe,
                  inputs(manifest.get().path("inputs")),
                  figures(json(directory.resolve("result.json")), stages)),
              List.of());
    };
  }

  private static Loaded<Earlier> rejected(String code, String place) {
    return new Loaded.Rejected<>(List.of(Refusal.of(code, place, null)));
  }

  private static Optional<JsonNode> json(Path file) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(JsonMapper.shared().readTree(Files.readAllBytes(file)));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static List<Stage> stages(JsonNode names) {
    List<Stage> stages = new ArrayList<>();
    for (JsonNode name : names) {
      Arrays.stream(Stage.values())
          .filter(stage -> stage.title().equals(name.asString("")))
          .forEach(stages::add);
    }
    return stages;
  }

  private static Recipe base(JsonNode recipe, List<Stage> stages) {
    boolean chinese = recipe.path("lang").asString("").equals("zh");
    Recipe base =
        Recipe.of(stages)
            .withSeed(recipe.path("seed").asLong(1))
            .withLocale(chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
    try {
      return base.withDate(LocalDate.parse(recipe.path("date").asString("")));
    } catch (DateTimeParseException e) {
      return base; // no date, which is the usual case
    }
  }

  private static List<InputFile> inputs(JsonNode files) {
    List<InputFile> inputs = new ArrayList<>();
    for (JsonNode file : files) {
      inputs.add(
          new InputFile(
              file.path("name").asString(""),
              file.path("bytes").asLong(0),
              file.path("sha256").asString("")));
    }
    return inputs;
  }

  private static Map<String, Double> figures(Optional<JsonNode> result, List<Stage> stages) {
    Map<String, Double> figures = new LinkedHashMap<>();
    for (Stage stage : stages) {
      JsonNode root = result.isEmpty() ? JsonMapper.shared().nullNode() : result.get();
      JsonNode own = root.path("stages").path(stage.title());
      Figures.of(stage, own.isMissingNode() ? root : own, figures);
    }
    return figures;
  }

  /** Whether a recipe has another value of a setting than this result. */
  boolean differs(Recipe other, Setting setting) {
    return !recipe.text(setting).equals(other.text(setting));
  }
}
