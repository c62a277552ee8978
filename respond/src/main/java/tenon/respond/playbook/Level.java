package tenon.respond.playbook;

/**
 * A response level.
 *
 * @param rank 1 is the most urgent
 * @param trigger code of what calls it: {@code chain_break}
 * @param response code of what is done: {@code start_alternatives}
 * @param withinHours hours within which the response must have started, above 0
 * @param responsible code of the party that answers for it
 */
public record Level(
    int rank, String trigger, String response, double withinHours, String responsible) {
  public Level {
    if (rank < 1) {
      throw new IllegalArgumentException("rank " + rank + " is not 1 or more");
    }
    if (!(withinHours > 0 && withinHours < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("withinHours " + withinHours + " is not above 0");
    }
  }
}
