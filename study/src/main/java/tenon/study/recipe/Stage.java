package tenon.study.recipe;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A stage of a study: a question, and the room that answers it. In the order of the loop. */
public enum Stage {
  /** How resilient is it? The composite index of the package's panel. */
  ASSESS,
  /** What would an outage of each site cost? */
  EXPOSURE,
  /** What happens, day by day, if it breaks? */
  SIMULATE,
  /** What is to be done about it? */
  PLAN;

  /** Name on the command line, in files and in settings, for example {@code exposure}. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The settings that this stage reads, in the order of their declaration. */
  public List<Setting> settings() {
    return Arrays.stream(Setting.values()).filter(setting -> setting.isOf(this)).toList();
  }
}
