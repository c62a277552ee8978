package tenon.assess.pipeline;

/** Which values an indicator is compared with. */
public enum Extent {
  /** All units and periods together, so that periods stay comparable. */
  POOLED,
  /** The units of the same period, so that each period is a picture of its own. */
  PER_PERIOD
}
