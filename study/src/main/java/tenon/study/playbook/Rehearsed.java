package tenon.study.playbook;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.model.Loaded;
import tenon.packages.JsonFile;
import tenon.respond.playbook.Score;
import tenon.study.page.Json;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;
import tenon.study.text.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a rehearsal promised, from its {@code result.json}; all NaN where an execution is scored
 * without one.
 *
 * @param solved share of the loss that was avoided
 * @param cost money, of the steps and of the flows they change
 * @param endsAfterHours hours from the trigger to the end of the last step
 */
record Rehearsed(double solved, double cost, double endsAfterHours) {
  private static final Rehearsed NONE = new Rehearsed(Double.NaN, Double.NaN, Double.NaN);

  static Loaded<Rehearsed> read(@Nullable Path file) {
    if (file == null) {
      return new Loaded.Ready<>(NONE, List.of());
    }
    return switch (JsonFile.read(file)) {
      case Loaded.Rejected<JsonNode>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<JsonNode>(var root, var _) -> {
        JsonNode own = root.has("result") ? root.path("result") : root;
        if (!own.path("share_avoided").isNumber() || !own.path("ends_after_hours").isNumber()) {
          String shown = String.valueOf(file.getFileName());
          yield new Loaded.Rejected<>(List.of(Refusal.of("rehearsal-none", shown, null)));
        }
        yield new Loaded.Ready<>(
            new Rehearsed(
                own.path("share_avoided").asDouble(),
                own.path("cost").asDouble(Double.NaN),
                own.path("ends_after_hours").asDouble()),
            List.of());
      }
    };
  }

  private boolean isNone() {
    return Double.isNaN(endsAfterHours);
  }

  /** Adds what was promised and by how much the execution differs. */
  void compare(Score score, ObjectNode root) {
    if (!isNone()) {
      ObjectNode node = root.putObject("against_rehearsal");
      node.set("share_solved_rehearsed", Json.exact(solved));
      node.set("share_solved_less", Json.exact(solved - score.solved()));
      node.set("cost_rehearsed", Json.exact(cost));
      node.set("cost_more", Json.exact(score.cost() - cost));
      node.set("ended_rehearsed_hours", Json.exact(endsAfterHours));
      node.set("ended_later_hours", Json.exact(score.endedAfterHours() - endsAfterHours));
    }
  }

  /** Adds the sentence about it. */
  void tell(Score score, Words words, List<String> lines) {
    if (!isNone()) {
      lines.add(
          words.get(
              Double.isNaN(score.endedAfterHours()) ? "playbook.against.open" : "playbook.against",
              share(score.solved(), words),
              share(solved, words),
              Numbers.shown(score.cost()),
              Numbers.shown(cost),
              Numbers.shown(
                  Double.isNaN(score.endedAfterHours())
                      ? score.loggedUntilHours()
                      : score.endedAfterHours()),
              Numbers.shown(endsAfterHours)));
    }
  }

  private static String share(double share, Words words) {
    return Double.isNaN(share) ? words.get("playbook.untold") : Numbers.percentFine(share);
  }
}
