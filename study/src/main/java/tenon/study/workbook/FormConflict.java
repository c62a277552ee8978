package tenon.study.workbook;

import java.util.Locale;
import tenon.model.Resource;

/**
 * One fact that two forms tell differently.
 *
 * @param key key of the joined row
 * @param kept the row whose value is kept
 * @param other the row whose value is not
 * @param why the rule by which it is kept
 */
record FormConflict(
    Resource resource, String key, String column, FormRow kept, FormRow other, Rule why) {

  /** Rules in the order in which they are tried. */
  enum Rule {
    /** The firm that the fact is about tells it. */
    OWNER,
    /** The firm at the other end of the link tells it. */
    PARTY,
    /** One firm reported twice; the later report stands. */
    LATEST,
    /** More firms tell it. */
    MAJORITY,
    /** Nothing speaks for either; the first form in the order of file names stands. */
    FIRST;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  String keptValue() {
    return kept.cell(column);
  }

  String otherValue() {
    return other.cell(column);
  }
}
