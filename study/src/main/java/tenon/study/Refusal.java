package tenon.study;

import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Message;
import tenon.model.Severity;

/** Errors that a study itself makes: about where to write, and about what its recipe names. */
final class Refusal {
  private static final String BUNDLE = "tenon.study.findings";

  private Refusal() {}

  static Finding of(String code, String place, @Nullable String value, String... arguments) {
    return new Finding(
        Severity.ERROR,
        code,
        place,
        0,
        null,
        value,
        Message.of(BUNDLE, code, arguments),
        Message.of(BUNDLE, code + ".mend", arguments));
  }
}
