package tenon.study.recipe;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tenon.model.Bound;
import tenon.model.Message;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;

/** Values that a setting may take, written as text. */
public sealed interface Domain {

  /** The value in the one form it is kept in, or null where it is none of this domain. */
  @Nullable String canonical(String text);

  /** What to write instead of a value that is none of this domain. */
  Message mend();

  private static Message say(String key, String... arguments) {
    return Message.of(Refusal.BUNDLE, "setting-value.mend" + key, arguments);
  }

  /**
   * A finite number.
   *
   * @param low least value
   * @param lowExcluded whether the least value itself is excluded
   * @param high greatest value; infinite where any finite number will do
   * @param whole whether only whole numbers count
   */
  record Numeric(double low, boolean lowExcluded, double high, boolean whole) implements Domain {
    private static final Pattern FORM =
        Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?");

    @Override
    public @Nullable String canonical(String text) {
      if (!FORM.matcher(text).matches()) {
        return null;
      }
      double number = Double.parseDouble(text);
      return holds(number) ? Numbers.cell(number) : null;
    }

    /** Whether the number is one of them. */
    public boolean holds(double number) {
      boolean below = lowExcluded ? number <= low : number < low;
      return !below
          && number <= high
          && Double.isFinite(number)
          && (!whole || number == Math.rint(number));
    }

    @Override
    public Message mend() {
      String kind = (whole ? ".whole" : "") + (lowExcluded ? ".above" : "");
      return Double.isInfinite(high)
          ? say(kind + ".open", Bound.text(low))
          : say(kind, Bound.text(low), Bound.text(high));
    }
  }

  /** True or false. */
  record Flag() implements Domain {
    @Override
    public @Nullable String canonical(String text) {
      return text.equals("true") || text.equals("false") ? text : null;
    }

    @Override
    public Message mend() {
      return say(".choice", "true, false");
    }
  }

  /** One of several words. */
  record Choice(List<String> words) implements Domain {
    public Choice {
      words = List.copyOf(words);
    }

    @Override
    public @Nullable String canonical(String text) {
      return words.contains(text) ? text : null;
    }

    @Override
    public Message mend() {
      return say(".choice", String.join(", ", words));
    }
  }

  /** A date, {@code 2026-11-21}. */
  record Day() implements Domain {
    @Override
    public @Nullable String canonical(String text) {
      try {
        return LocalDate.parse(text.strip()).toString();
      } catch (DateTimeParseException e) {
        return null;
      }
    }

    @Override
    public Message mend() {
      return say(".day");
    }
  }

  /** Any text; empty where it is not given. */
  record Text() implements Domain {
    @Override
    public String canonical(String text) {
      return text.strip();
    }

    @Override
    public Message mend() {
      return say(".text");
    }
  }

  /** Any number of texts, separated by commas. */
  record Texts() implements Domain {
    @Override
    public String canonical(String text) {
      return String.join(",", List.of(text.strip().split(" *, *")));
    }

    @Override
    public Message mend() {
      return say(".text");
    }
  }

  /**
   * A value that may be left open, which is written as nothing.
   *
   * @param domain where a value that is given comes from
   */
  record Open(Domain domain) implements Domain {
    @Override
    public @Nullable String canonical(String text) {
      return text.isBlank() ? "" : domain.canonical(text);
    }

    @Override
    public Message mend() {
      return domain.mend();
    }
  }
}
