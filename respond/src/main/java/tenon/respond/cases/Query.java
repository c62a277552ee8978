package tenon.respond.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What cases are looked for; an empty text asks for nothing.
 *
 * @param chain code of a chain
 * @param region code of a region
 * @param cause code of a cause
 * @param response code of a response
 * @param words words that stand anywhere in the case, separated by spaces
 */
public record Query(String chain, String region, String cause, String response, String words) {

  /** Everything. */
  public static final Query ALL = new Query("", "", "", "", "");

  /**
   * The cases that match every code, those that hold most of the words first, among equals the
   * latest first. A case that holds none of the words is left out.
   */
  public List<Case> in(List<Case> cases) {
    List<String> wanted =
        Stream.of(words.toLowerCase(Locale.ROOT).split("\\s+"))
            .filter(word -> !word.isEmpty())
            .toList();
    List<Case> found = new ArrayList<>();
    for (Case one : cases) {
      if (codesMatch(one) && (wanted.isEmpty() || hits(one, wanted) > 0)) {
        found.add(one);
      }
    }
    found.sort(
        Comparator.comparingInt((Case one) -> -hits(one, wanted))
            .thenComparing(Case::from, Comparator.reverseOrder())
            .thenComparing(Case::id));
    return List.copyOf(found);
  }

  private boolean codesMatch(Case one) {
    return (chain.isEmpty() || one.chains().contains(chain))
        && (region.isEmpty() || one.region().equals(region))
        && (cause.isEmpty() || one.cause().equals(cause))
        && (response.isEmpty()
            || one.outcomes().stream().anyMatch(did -> did.response().equals(response)));
  }

  private static int hits(Case one, List<String> wanted) {
    String text =
        String.join(
                " ",
                one.id(),
                one.title(),
                String.join(" ", one.chains()),
                one.region(),
                one.risk(),
                one.cause(),
                String.join(" ", one.outcomes().stream().map(Case.Outcome::response).toList()),
                String.join(" ", one.conditions()),
                one.evidence())
            .toLowerCase(Locale.ROOT);
    return (int) wanted.stream().filter(text::contains).count();
  }
}
