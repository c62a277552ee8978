package tenon.examples;

import org.jspecify.annotations.Nullable;

/** What tables need to write a cell. */
final class Cells {
  private Cells() {}

  /** The text, or unknown where it is empty. */
  static @Nullable String known(String text) {
    return text.isEmpty() ? null : text;
  }

  /** Tells further sites of a firm from its first. */
  static String nth(Site site) {
    String number = site.id().substring(site.id().lastIndexOf('-') + 1);
    return number.equals("1") ? "" : " (site " + number + ")";
  }
}
