package tenon.model;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence that is worded only when its reader's language is known.
 *
 * @param bundle base name of the resource bundle that holds the pattern, for example {@code
 *     tenon.packages.findings}
 * @param key key of the pattern in the bundle
 * @param arguments texts for {@code {0}}, {@code {1}}, ... of the pattern, already formatted
 */
public record Message(String bundle, String key, List<String> arguments) {
  /** {@code {0} [0:site|sites]}: the first word where the argument is 1, else the second. */
  private static final Pattern CHOICE = Pattern.compile("\\[(\\d):([^|\\]]*)\\|([^|\\]]*)]");

  public Message {
    arguments = List.copyOf(arguments);
  }

  public static Message of(String bundle, String key, String... arguments) {
    return new Message(bundle, key, List.of(arguments));
  }

  /**
   * The sentence in the given language.
   *
   * @throws java.util.MissingResourceException if the bundle or the key does not exist
   */
  public String in(Locale locale) {
    // The fallback to the machine's own language would make English output depend on the machine.
    ResourceBundle.Control noFallback =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    String pattern = ResourceBundle.getBundle(bundle, locale, noFallback).getString(key);
    return new MessageFormat(agreeing(pattern), Locale.ROOT).format(arguments.toArray());
  }

  /** The pattern with the one of two words that agrees with the number before it. */
  private String agreeing(String pattern) {
    if (pattern.indexOf('|') < 0) {
      return pattern;
    }
    return CHOICE
        .matcher(pattern)
        .replaceAll(
            found -> {
              int argument = Integer.parseInt(found.group(1));
              boolean one = argument < arguments.size() && arguments.get(argument).equals("1");
              return Matcher.quoteReplacement(found.group(one ? 2 : 3));
            });
  }
}
