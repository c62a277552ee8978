package tenon.study.document;

import java.util.List;
import java.util.Locale;

/**
 * A report.
 *
 * @param title title of the whole
 * @param subtitle what it is about and of when, one line; may be empty
 * @param locale language of its words
 * @param blocks what it consists of, in reading order
 */
public record Document(String title, String subtitle, Locale locale, List<Block> blocks) {
  public Document {
    blocks = List.copyOf(blocks);
  }
}
