package tenon.packages.scms;

import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Findings;
import tenon.model.Message;
import tenon.model.Severity;

/**
 * Findings about one delivery file. The code of a finding is its key in the bundle; the mend stands
 * under the code + {@code .mend} and takes the same arguments.
 *
 * @param findings collects them
 * @param file name of the delivery file
 */
record Remarks(Findings findings, String file) {
  static final String BUNDLE = "tenon.packages.scms.findings";

  /** Adds an error; line 0 and column null mean the whole file and the whole line. */
  void error(
      String code, long line, @Nullable Column column, @Nullable String value, String... args) {
    add(Severity.ERROR, code, line, column == null ? null : column.title(), value, args);
  }

  /** Adds a warning; line 0 and column null mean the whole file and the whole line. */
  void warning(
      String code, long line, @Nullable Column column, @Nullable String value, String... args) {
    add(Severity.WARNING, code, line, column == null ? null : column.title(), value, args);
  }

  private void add(
      Severity severity,
      String code,
      long line,
      @Nullable String column,
      @Nullable String value,
      String... args) {
    findings.add(
        new Finding(
            severity,
            code,
            file,
            line,
            column,
            value,
            Message.of(BUNDLE, code, args),
            Message.of(BUNDLE, code + ".mend", args)));
  }
}
