package tenon.twin;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Findings;
import tenon.model.Message;
import tenon.model.Severity;

/**
 * Fills blanks with defaults and counts them, so that each default becomes one finding that says how
 * many rows it filled.
 */
final class Blanks {
  static final String BUNDLE = "tenon.twin.findings";

  private record Default(String file, String column, String wording, String fallback) {}

  private final Map<Default, Integer> filled = new LinkedHashMap<>();

  /** The value, or the fallback where it is unknown. */
  double fill(String file, String column, String wording, double value, double fallback) {
    if (!Double.isNaN(value)) {
      return value;
    }
    count(file, column, wording, Numerals.plain(fallback));
    return fallback;
  }

  /** Counts one row that a default filled. */
  void count(String file, String column, String wording, String fallback) {
    filled.merge(new Default(file, column, wording, fallback), 1, Integer::sum);
  }

  void tell(Findings findings) {
    filled.forEach(
        (blank, rows) ->
            findings.add(
                warning(
                    blank.wording,
                    blank.file,
                    blank.column,
                    Integer.toString(rows),
                    blank.fallback)));
  }

  /** A warning about a whole column; the code is the key of its wording. */
  static Finding warning(
      String wording, String file, @Nullable String column, String... arguments) {
    return new Finding(
        Severity.WARNING,
        wording,
        file,
        0,
        column,
        null,
        Message.of(BUNDLE, wording, arguments),
        Message.of(BUNDLE, wording + ".mend", arguments));
  }
}
