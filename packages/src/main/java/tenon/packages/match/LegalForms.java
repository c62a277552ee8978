package tenon.packages.match;

import java.util.List;
import java.util.Set;

/** Legal forms at the end of a plain name: they say what a firm is in law, not which firm it is. */
final class LegalForms {
  private static final Set<String> WORDS =
      Set.of(
          ("limited ltd co company inc incorporated corp corporation llc llp lp plc gmbh ag kg se sa"
                  + " sarl sas srl spa bv nv oy oyj ab as aps kk pte pty pvt private bhd sdn berhad"
                  + " jsc ojsc pjsc ooo oao zao doo kft zrt sro spzoo sl sab cv tbk pt")
              .split(" "));

  /** Longest first, so that a form is not mistaken for a shorter one inside it. */
  private static final List<String> CHINESE =
      List.of(
          "股份有限责任公司",
          "集团股份有限公司",
          "有限责任公司",
          "股份有限公司",
          "控股有限公司",
          "集团有限公司",
          "有限公司",
          "股份公司",
          "株式会社",
          "公司");

  private LegalForms() {}

  /** The plain name without legal forms at its end; the whole name where nothing would be left. */
  static String strip(String plain) {
    String rest = plain;
    while (true) {
      String shorter = once(rest);
      if (shorter.equals(rest) || shorter.isEmpty()) {
        return rest;
      }
      rest = shorter;
    }
  }

  private static String once(String name) {
    for (String form : CHINESE) {
      if (name.endsWith(form)) {
        return name.substring(0, name.length() - form.length()).strip();
      }
    }
    int space = name.lastIndexOf(' ');
    boolean form = space >= 0 && WORDS.contains(name.substring(space + 1));
    boolean and = space >= 0 && name.substring(space + 1).equals("and");
    return form || and ? name.substring(0, space).strip() : name;
  }
}
