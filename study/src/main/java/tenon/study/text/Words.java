package tenon.study.text;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import tenon.model.Message;

/** The wording of a study in the language of its reader. */
public final class Words {
  public static final String BUNDLE = "tenon.study.report";

  private final Locale locale;
  private final ResourceBundle bundle;

  public Words(Locale locale) {
    this.locale = locale;
    // Without this, English output would turn into the machine's own language.
    bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  public Locale locale() {
    return locale;
  }

  public boolean chinese() {
    return locale.getLanguage().equals("zh");
  }

  /** Value of the {@code lang} attribute of a page in this language. */
  public String htmlLang() {
    return chinese() ? "zh-Hans" : "en";
  }

  public String get(String key, String... arguments) {
    return Message.of(BUNDLE, key, arguments).in(locale);
  }

  /** The word for a code of the data, or the code itself where there is no word for it. */
  public String code(String prefix, String code) {
    String key = prefix + "." + code;
    return bundle.containsKey(key) ? get(key) : code;
  }

  /** The parts of a list that is separated by commas. */
  public List<String> list(String key) {
    return List.of(bundle.getString(key).split(",", -1));
  }
}
