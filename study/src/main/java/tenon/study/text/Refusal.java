package tenon.study.text;

import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Message;
import tenon.model.Severity;

/** What a study itself has to say: about where to write, and about what its recipe names. */
public final class Refusal {
  /** Where the wording of findings lies. */
  public static final String BUNDLE = "tenon.study.findings";

  private Refusal() {}

  public static Finding of(String code, String place, @Nullable String value, String... arguments) {
    return finding(Severity.ERROR, code, place, value, arguments);
  }

  public static Finding warning(
      String code, String place, @Nullable String value, String... arguments) {
    return finding(Severity.WARNING, code, place, value, arguments);
  }

  private static Finding finding(
      Severity severity, String code, String place, @Nullable String value, String... arguments) {
    return new Finding(
        severity,
        code,
        place,
        0,
        null,
        value,
        Message.of(BUNDLE, code, arguments),
        Message.of(BUNDLE, code + ".mend", arguments));
  }
}
