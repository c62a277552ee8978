package tenon.assess;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tenon.model.Columns;
import tenon.model.Message;

/**
 * A hierarchy of indicators that ships ready, and where each of its numbers comes from.
 *
 * @param name stable name, for example {@code regional-chain-resilience}
 * @param source publication the system of indicators is taken from
 * @param hierarchy the nodes, as rows of the resource {@code hierarchy}
 * @param origins where the numbers of each row come from, in the order of the rows
 */
public record Template(String name, String source, Columns hierarchy, List<Origin> origins) {

  /** Where a number comes from. */
  public enum From {
    /** It stands in the source of the template. */
    PUBLISHED,
    /** It is the sum of the published numbers beneath. */
    SUMMED,
    /** It is our own choice, since the source gives none; replace it where you know better. */
    OWN
  }

  /**
   * Where the numbers of one row come from; null where the row has no such number.
   *
   * @param code code of the node
   * @param weight origin of the weight
   * @param goalposts origin of the low and the high goalpost
   * @param target origin of the target
   * @param note how the indicator is measured and why the goalposts stand where they do, in English
   * @param noteZh the same in Chinese
   * @param fromChain measure of a chain that gives the indicator, with a factor after a blank where
   *     the unit is another; null where a chain cannot give it
   */
  public record Origin(
      String code,
      @Nullable From weight,
      @Nullable From goalposts,
      @Nullable From target,
      @Nullable String note,
      @Nullable String noteZh,
      @Nullable String fromChain) {}

  public Template {
    origins = List.copyOf(origins);
  }

  /** Name of the template in the language of the reader. */
  public String title(Locale locale) {
    return Message.of("tenon.assess.names", "template." + name).in(locale);
  }
}
