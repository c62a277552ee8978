package tenon.twin.scales;

/** Why sums of two scales do not agree, or what was left out. */
public enum Reason {
  /** The package has no input-output table: the national loss is the sum over firms. */
  NO_TABLE,
  /** The input-output table has no answer: the national loss is the sum over firms. */
  NO_INVERSE,
  /** Some firms have no industry of the table: their loss goes no further. */
  UNLINKED_FIRMS,
  /** Losses of several sites meet at the same firms: together they cost other than apart. */
  TOGETHER,
  /** Some disruptions do not take capacity from sites and are left out. */
  OTHER_DISRUPTIONS,
  /** Output of some firms is unknown and was taken from their sales over links. */
  OUTPUT_FROM_LINKS
}
