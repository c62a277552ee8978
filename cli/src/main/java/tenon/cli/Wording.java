package tenon.cli;

import java.util.Locale;
import java.util.ResourceBundle;
import tenon.model.Message;

/** The words of the command line. */
final class Wording {
  private static final String BUNDLE = "tenon.cli.messages";

  private Wording() {}

  static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        BUNDLE,
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  static String say(Locale locale, String key, String... arguments) {
    return Message.of(BUNDLE, key, arguments).in(locale);
  }
}
