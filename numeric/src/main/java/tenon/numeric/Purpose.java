package tenon.numeric;

/**
 * What a random stream is drawn for. Two purposes never share draws, even for the same entity.
 *
 * <p>The stream is keyed by {@link #streamName()}, which must never change once released: the order
 * and the Java names of the constants may.
 */
public enum Purpose {
  /** Synthetic example data. */
  GENERATE("generate"),
  /** Customers' demand. */
  DEMAND("demand"),
  /** Transport and delivery times. */
  LEAD_TIME("lead-time"),
  /** Arrivals at a node, and what arrives. */
  ARRIVAL("arrival"),
  /** Times that machines work, are set up, and what comes out good. */
  SERVICE("service"),
  /** Onset, size and duration of disruptions. */
  HAZARD("hazard"),
  /** Choices and weights that are varied. */
  UNCERTAINTY("uncertainty"),
  /** Values dealt out anew among units. */
  PERMUTATION("permutation"),
  /** Rows drawn again with replacement. */
  BOOTSTRAP("bootstrap"),
  /** Draws of a bootstrap, a permutation or a placebo. */
  RESAMPLE("resample"),
  /** Moves of a search that is not exact. */
  SEARCH("search");

  private final String streamName;

  Purpose(String streamName) {
    this.streamName = streamName;
  }

  /** The name that enters the key of a stream. */
  String streamName() {
    return streamName;
  }
}
