package tenon.packages.match;

import java.util.List;
import tenon.model.Finding;

/**
 * What a matching came to.
 *
 * @param left the left register
 * @param right the right register; the left one where a table was matched with itself
 * @param pairs pairs joined and pairs for review, by left row, then score
 * @param clusters where a table was matched with itself: the rows taken for one firm or site, two
 *     or more, ascending
 * @param compared number of pairs that were compared
 * @param decisions what persons have decided, as it was given
 * @param findings warnings
 */
public record MatchResult(
    Register left,
    Register right,
    List<Pair> pairs,
    List<List<Integer>> clusters,
    long compared,
    List<Decision> decisions,
    List<Finding> findings) {
  public MatchResult {
    pairs = List.copyOf(pairs);
    clusters = List.copyOf(clusters);
    decisions = List.copyOf(decisions);
    findings = List.copyOf(findings);
  }

  /** Number of pairs joined, by score or by a person. */
  public long joined() {
    return pairs.stream().filter(Pair::joined).count();
  }

  /** Number of pairs that wait for a person. */
  public long waiting() {
    return pairs.size() - joined();
  }
}
