package tenon.packages;

import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Message;
import tenon.model.Severity;

/**
 * A finding in the making. Its code names two patterns in the bundle, {@code code} for what is wrong
 * and {@code code.mend} (or {@code code.variant}) for the mend; both see the same arguments.
 */
final class Fault {
  private static final String BUNDLE = "tenon.packages.findings";

  private final Severity severity;
  private final String code;
  private final String file;
  private String[] arguments = {};
  private String variant = "mend";
  private long line;
  private @Nullable String column;
  private @Nullable String value;

  private Fault(Severity severity, String code, String file) {
    this.severity = severity;
    this.code = code;
    this.file = file;
  }

  static Fault error(String code, String file) {
    return new Fault(Severity.ERROR, code, file);
  }

  static Fault warning(String code, String file) {
    return new Fault(Severity.WARNING, code, file);
  }

  Fault line(long where) {
    line = where;
    return this;
  }

  Fault column(@Nullable String where) {
    column = where;
    return this;
  }

  Fault value(@Nullable String found) {
    value = found;
    return this;
  }

  Fault args(Object... texts) {
    arguments = new String[texts.length];
    for (int i = 0; i < texts.length; i++) {
      arguments[i] = texts[i].toString();
    }
    return this;
  }

  /** Another wording of the mend than {@code code.mend}. */
  Fault mend(String otherVariant) {
    variant = otherVariant;
    return this;
  }

  Finding finding() {
    return new Finding(
        severity,
        code,
        file,
        line,
        column,
        value,
        Message.of(BUNDLE, code, arguments),
        Message.of(BUNDLE, code + "." + variant, arguments));
  }
}
