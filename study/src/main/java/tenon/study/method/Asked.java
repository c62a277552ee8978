package tenon.study.method;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a method.
 *
 * @param source the file it works on
 * @param values values of its options by name, in their canonical form; those not given have their
 *     standard
 * @param seed seed of every draw
 * @param threads threads to work on
 * @param locale language of what is read
 */
public record Asked(
    Path source, Map<String, String> values, long seed, int threads, Locale locale) {
  public Asked {
    values = Map.copyOf(values);
  }

  /** The value of an option as text; empty where none is given. */
  public String text(String option) {
    String value = values.get(option);
    if (value == null) {
      throw new IllegalArgumentException("the method declares no option " + option);
    }
    return value;
  }

  /** A number; {@code NaN} where none is given. */
  public double number(String option) {
    String text = text(option);
    return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
  }

  /** A whole number, or another where none is given. */
  public int whole(String option, int otherwise) {
    String text = text(option);
    return text.isEmpty() ? otherwise : (int) Double.parseDouble(text);
  }

  public boolean flag(String option) {
    return text(option).equals("true");
  }

  /** Texts in the order given; none where none is given. */
  public List<String> texts(String option) {
    String text = text(option);
    return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
  }

  /** A file, or null where none is given. */
  public @Nullable Path path(String option) {
    String text = text(option);
    return text.isEmpty() ? null : Path.of(text);
  }

  /** Every choice, sorted by name, with the seed: what a manifest keeps. */
  public Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>(values);
    settings.put("seed", Long.toString(seed));
    return settings;
  }
}
