package tenon.evaluate;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Findings;
import tenon.model.Message;
import tenon.model.Severity;

/** Collects what this room has to say; each kind has its wording in the bundle. */
public final class Notes {
  /** Findings about a formula. */
  public static final String FORMULA = "formula";

  /** Findings about the observations. */
  public static final String OBSERVATIONS = "observations";

  /** Findings about an estimate. */
  public static final String ESTIMATE = "estimate";

  private static final String BUNDLE = "tenon.evaluate.findings";

  private final Findings findings;
  private final String table;

  private Notes(Findings findings, String table) {
    this.findings = findings;
    this.table = table;
  }

  public static Notes about(String table, Findings findings) {
    return new Notes(findings, table);
  }

  /** Tells an error; the arguments go into its wording. */
  public void error(
      String code, @Nullable String column, @Nullable String value, String... arguments) {
    add(Severity.ERROR, code, 0, column, value, arguments);
  }

  /** Tells an error in one row, counted from 1. */
  public void errorInRow(
      String code, long row, String column, @Nullable String value, String... arguments) {
    add(Severity.ERROR, code, row, column, value, arguments);
  }

  /** Tells a warning. */
  public void warn(
      String code, @Nullable String column, @Nullable String value, String... arguments) {
    add(Severity.WARNING, code, 0, column, value, arguments);
  }

  /** Tells a warning about one row, counted from 1. */
  public void warnInRow(
      String code, long row, String column, @Nullable String value, String... arguments) {
    add(Severity.WARNING, code, row, column, value, arguments);
  }

  /** A number for a sentence: five digits are enough to find it again. */
  public static String number(double value) {
    return String.format(Locale.ROOT, "%.5g", value);
  }

  private void add(
      Severity severity,
      String code,
      long row,
      @Nullable String column,
      @Nullable String value,
      String... arguments) {
    findings.add(
        new Finding(
            severity,
            code,
            table,
            row,
            column,
            value,
            Message.of(BUNDLE, code, arguments),
            Message.of(BUNDLE, code + ".mend", arguments)));
  }
}
