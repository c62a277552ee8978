package tenon.study.method;

import java.util.List;
import tenon.study.recipe.Domain;

/**
 * An option of a method.
 *
 * @param name as on the command line, without dashes
 * @param domain values it may take
 * @param standard value where it is not given; empty for none
 * @param required whether it must be given
 */
public record MethodOption(String name, Domain domain, String standard, boolean required) {

  /** Any text, or none. */
  public static MethodOption text(String name) {
    return new MethodOption(name, new Domain.Text(), "", false);
  }

  /** Any text, which must be given. */
  public static MethodOption needed(String name) {
    return new MethodOption(name, new Domain.Text(), "", true);
  }

  /** Any number of texts, separated by commas or in several options. */
  public static MethodOption texts(String name) {
    return new MethodOption(name, new Domain.Texts(), "", false);
  }

  /** Yes where it is given. */
  public static MethodOption flag(String name) {
    return new MethodOption(name, new Domain.Flag(), "false", false);
  }

  /** One of several words, the first by custom. */
  public static MethodOption choice(String name, String... words) {
    return new MethodOption(name, new Domain.Choice(List.of(words)), words[0], false);
  }

  /** A whole number. */
  public static MethodOption whole(String name, long low, long high, String standard) {
    return number(name, new Domain.Numeric(low, false, high, true), standard);
  }

  /** A number from one to another, both allowed. */
  public static MethodOption number(String name, double low, double high, String standard) {
    return number(name, new Domain.Numeric(low, false, high, false), standard);
  }

  private static MethodOption number(String name, Domain domain, String standard) {
    Domain open = standard.isEmpty() ? new Domain.Open(domain) : domain;
    return new MethodOption(name, open, standard, false);
  }
}
