package tenon.cli;

import java.util.List;
import java.util.Locale;

/** Languages that Tenon speaks. */
enum Language {
  EN(Locale.ENGLISH),
  ZH(Locale.SIMPLIFIED_CHINESE);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  Locale locale() {
    return locale;
  }

  /**
   * The language that the arguments ask for. It must be known before they are parsed, since even the
   * message about a wrong argument is worded in it; whether the option is well formed is left to the
   * parser.
   */
  static Language of(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      boolean last = i + 1 == arguments.size();
      String value =
          argument.startsWith("--lang=")
              ? argument.substring("--lang=".length())
              : argument.equals("--lang") && !last ? arguments.get(i + 1) : "";
      if (value.equalsIgnoreCase("zh")) {
        return ZH;
      }
    }
    return EN;
  }
}
