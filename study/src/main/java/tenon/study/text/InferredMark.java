package tenon.study.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Links;
import tenon.packages.PackageReader;

/** Marks what rests on links that nobody declared, wherever it is told. */
public final class InferredMark {
  private final Chain chain;
  private final Words words;

  /** Active links that leave a site, and how many of them are inferred. */
  private final int[] activeOf;

  private final int[] inferredOf;

  public InferredMark(Chain chain, Words words) {
    this.chain = chain;
    this.words = words;
    activeOf = new int[chain.sites().count()];
    inferredOf = new int[chain.sites().count()];
    for (int link = 0; link < chain.links().count(); link++) {
      if (counts(chain.links(), link) && !chain.links().standby(link)) {
        activeOf[chain.links().supplier(link)]++;
        inferredOf[chain.links().supplier(link)] += chain.links().inferred(link) ? 1 : 0;
      }
    }
  }

  private static boolean counts(Links links, int link) {
    return !links.closed(link);
  }

  /** Rows of the inferred links that are not closed. */
  public static List<Integer> links(Chain chain) {
    List<Integer> rows = new ArrayList<>();
    for (int link = 0; link < chain.links().count(); link++) {
      if (counts(chain.links(), link) && chain.links().inferred(link)) {
        rows.add(link);
      }
    }
    return rows;
  }

  /** Of what was found in a package, that it has inferred links. */
  public static List<Finding> among(List<Finding> found) {
    return found.stream().filter(one -> one.code().equals(PackageReader.INFERRED)).toList();
  }

  private static String[] arguments(Chain chain, List<Integer> inferred) {
    int all = 0;
    for (int link = 0; link < chain.links().count(); link++) {
      all += counts(chain.links(), link) ? 1 : 0;
    }
    double mean =
        inferred.stream()
            .mapToDouble(link -> chain.links().confidence(link))
            .filter(confidence -> !Double.isNaN(confidence))
            .average()
            .orElse(Double.NaN);
    return new String[] {
      Numbers.count(inferred.size()),
      Numbers.count(all),
      Double.isNaN(mean) ? "?" : Numbers.percent(mean)
    };
  }

  /** How much of the chain is inferred, with the legal note; empty where nothing is. */
  public String banner() {
    List<Integer> inferred = links(chain);
    return inferred.isEmpty() ? "" : words.get("inferred.banner", arguments(chain, inferred));
  }

  /** What follows a sentence about a link: empty where it is declared. */
  public String of(int link) {
    if (link < 0 || !chain.links().inferred(link)) {
      return "";
    }
    double confidence = chain.links().confidence(link);
    return Double.isNaN(confidence)
        ? words.get("inferred.mark")
        : words.get("inferred.mark.sure", Numbers.percent(confidence));
  }

  /** As above, by the key of the link; a key that names no link has no mark. */
  public String of(String linkId) {
    return of(chain.links().keys().id(linkId));
  }

  /** What follows a site that ships over inferred links: how many of its links are. */
  public String ships(int site) {
    if (inferredOf[site] == 0) {
      return "";
    }
    return words.get(
        "inferred.ships", Numbers.count(inferredOf[site]), Numbers.count(activeOf[site]));
  }

  /** Routes on which every active link is inferred, as rows of supplier, customer and product. */
  public static Set<List<Integer>> only(Chain chain) {
    Links links = chain.links();
    return only(
        chain, link -> List.of(links.supplier(link), links.customer(link), links.product(link)));
  }

  /** As above, as rows of the supplying firm and of the supplied one. */
  public static Set<List<Integer>> onlyBetweenFirms(Chain chain) {
    Links links = chain.links();
    return only(
        chain,
        link ->
            List.of(
                chain.sites().firm(links.supplier(link)),
                chain.sites().firm(links.customer(link))));
  }

  private static Set<List<Integer>> only(Chain chain, IntFunction<List<Integer>> ends) {
    Set<List<Integer>> inferred = new HashSet<>();
    Set<List<Integer>> declared = new HashSet<>();
    Links links = chain.links();
    if (links(chain).isEmpty()) {
      return inferred;
    }
    for (int link = 0; link < links.count(); link++) {
      if (counts(links, link) && !links.standby(link)) {
        (links.inferred(link) ? inferred : declared).add(ends.apply(link));
      }
    }
    inferred.removeAll(declared);
    return inferred;
  }
}
