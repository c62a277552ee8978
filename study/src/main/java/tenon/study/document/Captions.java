package tenon.study.document;

import java.util.Locale;
import tenon.model.Message;

/** Numbers tables and figures in reading order, and words what stands around them. */
final class Captions {
  private static final String BUNDLE = "tenon.study.document.words";

  private final Locale locale;
  private int tables;
  private int figures;

  Captions(Locale locale) {
    this.locale = locale;
  }

  /** {@code Table 3}. */
  String nextTable() {
    tables++;
    return word("table", Integer.toString(tables));
  }

  /** {@code Figure 2}. */
  String nextFigure() {
    figures++;
    return word("figure", Integer.toString(figures));
  }

  /** Label and title in one line. */
  String line(String label, String title) {
    return title.isEmpty() ? label : word("caption", label, title);
  }

  String word(String key, String... arguments) {
    return Message.of(BUNDLE, key, arguments).in(locale);
  }

  boolean chinese() {
    return locale.getLanguage().equals("zh");
  }
}
