package tenon.model;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * A sentence that is worded only when its reader's language is known.
 *
 * @param bundle base name of the resource bundle that holds the pattern, for example {@code
 *     tenon.packages.findings}
 * @param key key of the pattern in the bundle
 * @param arguments texts for {@code {0}}, {@code {1}}, ... of the pattern, already formatted
 */
public record Message(String bundle, String key, List<String> arguments) {

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
    return new MessageFormat(pattern, Locale.ROOT).format(arguments.toArray());
  }
}
