package tenon.study;

import java.util.Map;
import tenon.study.recipe.Stage;
import tools.jackson.databind.JsonNode;

/** The figures of a stage's result by which two runs are compared. */
final class Figures {
  private Figures() {}

  /** Adds every number of the stage's summary, under {@code stage.name}. */
  static void of(Stage stage, JsonNode result, Map<String, Double> figures) {
    result
        .path("summary")
        .properties()
        .forEach(
            entry -> {
              JsonNode value = entry.getValue();
              if (value.isNumber()) {
                figures.put(stage.title() + "." + entry.getKey(), value.asDouble());
              } else if (value.isString() && value.asString().equals("inf")) {
                figures.put(stage.title() + "." + entry.getKey(), Double.POSITIVE_INFINITY);
              }
            });
  }
}
