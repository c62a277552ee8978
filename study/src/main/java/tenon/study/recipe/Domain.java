package tenon.study.recipe;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tenon.study.text.Numbers;

/** Values that a setting may take, written as text. */
public sealed interface Domain {

  /** The value in the one form it is kept in, or null where it is none of this domain. */
  @Nullable String canonical(String text);

  /** Key of the sentence that says what to write instead, in the wording of studies. */
  String mendKey();

  /** Arguments of that sentence. */
  List<String> mendArguments();

  /**
   * A finite number.
   *
   * @param low least value
   * @param lowExcluded whether the least value itself is excluded
   * @param high greatest value
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
      boolean below = lowExcluded ? number <= low : number < low;
      boolean fits = !below && number <= high && Double.isFinite(number);
      return fits && (!whole || number == Math.rint(number)) ? Numbers.cell(number) : null;
    }

    @Override
    public String mendKey() {
      return "number" + (whole ? ".whole" : "") + (lowExcluded ? ".above" : "");
    }

    @Override
    public List<String> mendArguments() {
      return List.of(Numbers.cell(low), Numbers.cell(high));
    }
  }

  /** True or false. */
  record Flag() implements Domain {
    @Override
    public @Nullable String canonical(String text) {
      return text.equals("true") || text.equals("false") ? text : null;
    }

    @Override
    public String mendKey() {
      return "choice";
    }

    @Override
    public List<String> mendArguments() {
      return List.of("true, false");
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
    public String mendKey() {
      return "choice";
    }

    @Override
    public List<String> mendArguments() {
      return List.of(String.join(", ", words));
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
    public String mendKey() {
      return "day";
    }

    @Override
    public List<String> mendArguments() {
      return List.of();
    }
  }

  /** Any text; empty where it is not given. */
  record Text() implements Domain {
    @Override
    public String canonical(String text) {
      return text.strip();
    }

    @Override
    public String mendKey() {
      return "text";
    }

    @Override
    public List<String> mendArguments() {
      return List.of();
    }
  }

  /** Any number of texts, separated by commas. */
  record Texts() implements Domain {
    @Override
    public String canonical(String text) {
      return String.join(",", List.of(text.strip().split(" *, *")));
    }

    @Override
    public String mendKey() {
      return "text";
    }

    @Override
    public List<String> mendArguments() {
      return List.of();
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
    public String mendKey() {
      return domain.mendKey();
    }

    @Override
    public List<String> mendArguments() {
      return domain.mendArguments();
    }
  }
}
