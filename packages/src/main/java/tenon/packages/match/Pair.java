package tenon.packages.match;

/**
 * Two rows that may be the same.
 *
 * @param left row of the left register
 * @param right row of the right register
 * @param score 0 to 1
 * @param identifier what their identifiers say
 * @param name how much alike their names are, 0 to 1; NaN where they cannot be compared
 * @param place how near they are, 0 to 1; NaN where unknown
 * @param status what became of the pair
 */
public record Pair(
    int left, int right, double score, Same identifier, double name, double place, Status status) {

  /** What identifiers say. */
  public enum Same {
    /** One is equal and none differs. */
    EQUAL,
    /** One is equal and another differs. */
    MIXED,
    /** All that both rows have differ. */
    DIFFERENT,
    /** The two rows have none in common. */
    UNKNOWN
  }

  /** What became of a pair. */
  public enum Status {
    /** Scored, nothing decided yet. */
    CANDIDATE,
    /** Joined by its score. */
    ACCEPTED,
    /** Joined by a person. */
    DECIDED,
    /** For a person to decide, since its score lies between the thresholds. */
    REVIEW,
    /** For a person to decide, since another pair comes near in score. */
    AMBIGUOUS
  }

  Pair with(Status other) {
    return new Pair(left, right, score, identifier, name, place, other);
  }

  /** Whether the rows are taken for the same. */
  public boolean joined() {
    return status == Status.ACCEPTED || status == Status.DECIDED;
  }
}
