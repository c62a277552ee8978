package tenon.study.document;

/** Text inside HTML and XML. */
final class Markup {
  private Markup() {}

  static String text(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  static String attribute(String text) {
    return text(text).replace("\"", "&quot;").replace("'", "&#39;");
  }
}
