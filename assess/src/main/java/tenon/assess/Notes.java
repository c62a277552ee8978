package tenon.assess;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Findings;
import tenon.model.Message;
import tenon.model.Severity;

/** Collects what this room has to say about one table; each kind has its wording in the bundle. */
public final class Notes {
  /** The table of indicators and weights. */
  public static final String HIERARCHY = "hierarchy";

  /** The table of values. */
  public static final String INDICATORS = "indicators";

  static final String JUDGEMENTS = "judgements";

  private static final String BUNDLE = "tenon.assess.findings";

  private final Findings findings;
  private final String table;

  private Notes(Findings findings, String table) {
    this.findings = findings;
    this.table = table;
  }

  /** Notes about one table, collected in the findings. */
  public static Notes about(String table, Findings findings) {
    return new Notes(findings, table);
  }

  /** Tells a fault. */
  public void error(
      String code, @Nullable String column, @Nullable String value, String... arguments) {
    add(Severity.ERROR, code, column, value, arguments);
  }

  /** Tells a doubt or an assumption. */
  public void warn(
      String code, @Nullable String column, @Nullable String value, String... arguments) {
    add(Severity.WARNING, code, column, value, arguments);
  }

  /** A number for a sentence: five digits are enough to find it again. */
  public static String number(double value) {
    return String.format(Locale.ROOT, "%.5g", value);
  }

  /** A ratio or weight for a sentence. */
  public static String ratio(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private void add(
      Severity severity,
      String code,
      @Nullable String column,
      @Nullable String value,
      String... arguments) {
    findings.add(
        new Finding(
            severity,
            code,
            table,
            0,
            column,
            value,
            Message.of(BUNDLE, code, arguments),
            Message.of(BUNDLE, code + ".mend", arguments)));
  }
}
