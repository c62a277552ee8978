package tenon.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One fault or doubt about an input, or one assumption that filled a blank: where it stands, what
 * is wrong, and how to mend it.
 *
 * @param severity whether the input is refused
 * @param code stable name of the kind of finding, for example {@code unknown-id}
 * @param file file the finding is about, relative to its package; empty for the package as a whole
 * @param line line in the file, or row of data where the file has no lines (Parquet), the first
 *     being 1; 0 for the file as a whole
 * @param column name of the column, or null where the whole line is meant
 * @param value the value as it was read, or null where there is none
 * @param what what is wrong
 * @param mend what to do about it
 */
public record Finding(
    Severity severity,
    String code,
    String file,
    long line,
    @Nullable String column,
    @Nullable String value,
    Message what,
    Message mend) {

  /** Longest part of an offending value that is shown; the rest is cut. */
  private static final int SHOWN_VALUE = 80;

  public Finding {
    if (line < 0) {
      throw new IllegalArgumentException("line " + line + " is negative; write 0 for a whole file");
    }
  }

  /** Place, value, fault and mend as one line: {@code sites.csv:4 [region_id] "Shenzen" is ...}. */
  public String text(Locale locale) {
    StringBuilder text = new StringBuilder();
    if (!place().isEmpty()) {
      text.append(place()).append(' ');
    }
    if (value != null) {
      text.append('"').append(shown(value)).append("\" ");
    }
    return text.append(what.in(locale)).append(' ').append(mend.in(locale)).toString();
  }

  /** File, line and column as far as they are known: {@code sites.csv:4 [region_id]}. */
  public String place() {
    return file + (line > 0 ? ":" + line : "") + (column == null ? "" : " [" + column + "]");
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** The value on one line: control characters as escapes, long values cut. */
  private static String shown(String value) {
    StringBuilder text = new StringBuilder();
    String part = value.length() > SHOWN_VALUE ? value.substring(0, SHOWN_VALUE) + "…" : value;
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      text.append(Character.isISOControl(c) ? String.format(Locale.ROOT, "\\u%04x", (int) c) : c);
    }
    return text.toString();
  }
}
