package tenon.study.playbook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tenon.model.Loaded;
import tenon.model.Message;
import tenon.packages.YamlObject;
import tenon.respond.playbook.Level;
import tenon.respond.playbook.Levels;

/**
 * Reads response levels from YAML.
 *
 * <pre>
 * levels:
 *   - {level: 1, trigger: chain_break, response: start_alternatives, within_hours: 24,
 *      responsible: regional_command}
 * </pre>
 */
final class LevelFile {
  private static final String BUNDLE = "tenon.study.findings";
  private static final double LONGEST = 1e6;

  private LevelFile() {}

  /** The levels of a file; the published four where none is given. */
  static Loaded<Levels> read(@Nullable Path file) {
    return file == null
        ? new Loaded.Ready<>(Levels.published(), List.of())
        : YamlObject.read(file, LevelFile::of);
  }

  private static @Nullable Levels of(YamlObject root) {
    root.allow(List.of("levels"));
    List<Level> levels = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    for (YamlObject from : root.objects("levels")) {
      from.allow(List.of("level", "trigger", "response", "within_hours", "responsible"));
      double rank = from.number("level", true, 1, 99);
      double hours = from.number("within_hours", true, 0.01, LONGEST);
      String trigger = from.text("trigger", true);
      String response = from.text("response", true);
      String responsible = from.text("responsible", true);
      if (rank != Math.rint(rank) && !Double.isNaN(rank)) {
        refuse(from, "level", "level-whole");
      } else if (!Double.isNaN(rank) && !seen.add((int) rank)) {
        refuse(from, "level", "level-twice");
      } else if (trigger != null && !seen.add(trigger)) {
        refuse(from, "trigger", "trigger-twice");
      } else if (trigger != null
          && response != null
          && responsible != null
          && !Double.isNaN(rank + hours)) {
        levels.add(new Level((int) rank, trigger, response, hours, responsible));
      }
    }
    if (levels.isEmpty()) {
      if (root.has("levels")) {
        refuse(root, "levels", "levels-none");
      }
      return null;
    }
    return Levels.of(levels);
  }

  static void refuse(YamlObject where, String key, String code) {
    where.refuse(key, code, Message.of(BUNDLE, code), Message.of(BUNDLE, code + ".mend"));
  }
}
