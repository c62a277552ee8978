package tenon.respond.check;

/**
 * Something that a plan says and that cannot be.
 *
 * @param kind what is wrong
 * @param where row or place: id of a link or recipe, or site and product
 * @param day first day on which it shows; -1 for a sum over the horizon
 * @param found what the plan says, or what follows from it
 * @param right what it should be at most, at least or exactly
 */
public record Violation(Kind kind, String where, int day, double found, double right) {

  /** What can be wrong. */
  public enum Kind {
    /** A stock falls below 0. */
    STOCK,
    /** More flows than a capacity leaves. */
    CAPACITY,
    /** A node hands over more than it may. */
    HAND_OVER,
    /** A banned link is used. */
    BAN,
    /** A standby source is used before it can be open. */
    STANDBY,
    /** A recipe makes more than its inputs allow. */
    INPUTS,
    /** More is served than was asked for. */
    DEMAND,
    /** A loss is not what follows from the rates. */
    LOSS,
    /** A cost is not what follows from the rates. */
    COST,
    /** What a contract asks for is not told as it follows from the rates. */
    CONTRACT,
    /** Shares above the cap are not what follows from the rates. */
    SHARE,
    /** A move is not what the rates say, or a change of rates is not told. */
    MOVE
  }

  @Override
  public String toString() {
    String when = day < 0 ? "" : " on day " + day;
    return kind + " at " + where + when + ": " + found + " against " + right;
  }
}
