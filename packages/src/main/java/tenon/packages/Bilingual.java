package tenon.packages;

import java.util.Locale;
import tenon.model.Message;

/**
 * A sentence in English and then in Chinese, parted by a slash: so it stands in a package, whose
 * bytes do not depend on the language of whoever made it.
 */
public final class Bilingual {
  private static final String STOP = ".";
  private static final String BETWEEN = STOP + " / ";

  private Bilingual() {}

  /** A message in both languages. */
  public static String of(Message message) {
    String english = message.in(Locale.ENGLISH);
    String chinese = message.in(Locale.SIMPLIFIED_CHINESE);
    if (!english.endsWith(STOP)) {
      throw new IllegalArgumentException("\"" + english + "\" is no sentence; end it with a stop");
    }
    return english + " / " + chinese;
  }

  /** The part of a sentence in one language; the whole of it where it is in one language alone. */
  public static String in(String text, boolean chinese) {
    int cut = text.indexOf(BETWEEN);
    if (cut < 0 || text.substring(cut).codePoints().noneMatch(Character::isIdeographic)) {
      return text;
    }
    return chinese ? text.substring(cut + BETWEEN.length()) : text.substring(0, cut + 1);
  }
}
