package tenon.packages;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a package says of itself.
 *
 * @param name short name of lower-case letters, digits, {@code -}, {@code _} and {@code .}
 * @param title name for people
 * @param description what the data are, where they come from, what they are fit for
 * @param version version of the data, or null
 * @param currency ISO 4217 code of all money in the package, or null where it is unknown
 * @param synthetic whether the data are made up; said wherever a result from them is shown
 * @param licence SPDX name of the licence of the data, or null
 * @param assumptions what was assumed in making the package, one sentence each
 */
public record PackageInfo(
    String name,
    String title,
    String description,
    @Nullable String version,
    @Nullable String currency,
    boolean synthetic,
    @Nullable String licence,
    List<String> assumptions) {
  public PackageInfo {
    assumptions = List.copyOf(assumptions);
  }

  /** The same with more assumed, one sentence each. */
  public PackageInfo assuming(List<String> more) {
    List<String> all = new ArrayList<>(assumptions);
    all.addAll(more);
    return new PackageInfo(name, title, description, version, currency, synthetic, licence, all);
  }
}
