package tenon.study.ask;

import java.util.List;
import tenon.twin.Trial;

/**
 * A number that could be asked for.
 *
 * @param kind what it is
 * @param site site that could tell it
 * @param key row it stands in: site, recipe, stock or link
 * @param product product it is about, or -1
 * @param states values it may take, worded; low to high
 * @param probabilities of the states
 * @param spot where the number stands
 * @param values what is tried in each state; NaN leaves the chain as it is
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
record Candidate(
    Kind kind,
    int site,
    String key,
    int product,
    List<String> states,
    double[] probabilities,
    Trial.Spot spot,
    double[] values) {

  /** What is asked for. */
  enum Kind {
    TIME_TO_RECOVER,
    CAPACITY,
    STOCK,
    LINK
  }
}
