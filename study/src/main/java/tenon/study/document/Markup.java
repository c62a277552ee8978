package tenon.study.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Text inside HTML and XML. */
final class Markup {
  private Markup() {}

  static String text(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  static String attribute(String text) {
    return text(text).replace("\"", "&quot;").replace("'", "&#39;");
  }

  /** SHA-256 of a script in base 64, as content security policies name it. */
  static String digest(String script) {
    try {
      byte[] bytes = script.getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform must offer SHA-256", impossible);
    }
  }
}
