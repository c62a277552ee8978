package tenon.study.ask;

import java.util.List;
import java.util.function.Supplier;
import tenon.model.Chain;

/**
 * A number that could be asked for.
 *
 * @param kind what it is
 * @param site site that could tell it
 * @param key row it stands in: site, recipe, stock or link
 * @param product product it is about, or -1
 * @param states values it may take, worded; low to high
 * @param probabilities of the states
 * @param chains the chain in each state
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
record Candidate(
    Kind kind,
    int site,
    String key,
    int product,
    List<String> states,
    double[] probabilities,
    List<Supplier<Chain>> chains) {

  /** What is asked for. */
  enum Kind {
    TIME_TO_RECOVER,
    CAPACITY,
    STOCK,
    LINK
  }
}
