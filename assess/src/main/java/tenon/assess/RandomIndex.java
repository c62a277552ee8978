package tenon.assess;

/**
 * Mean consistency index of random judgement matrices by their size, against which the consistency
 * of a matrix is measured. The tables differ in how many matrices were drawn; which is used is a
 * choice that moves the consistency ratio by some percent.
 */
public enum RandomIndex {
  /** Saaty, The Analytic Hierarchy Process (1980). */
  SAATY_1980(.58, .90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59),
  /** Saaty, Theory and Applications of the Analytic Network Process (2005). */
  SAATY_2005(.52, .89, 1.11, 1.25, 1.35, 1.40, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59),
  /** Donegan and Dodd (1991), Mathematical and Computer Modelling 15(3). */
  DONEGAN_DODD(
      .4914, .8286, 1.0591, 1.1797, 1.2519, 1.3171, 1.3733, 1.4055, 1.4213, 1.4497, 1.4643, 1.4822,
      1.4969);

  /** Greatest number of items that the tables cover. */
  public static final int LARGEST = 15;

  @SuppressWarnings("ImmutableEnumChecker") // never written after construction, never handed out
  private final double[] from3;

  RandomIndex(double... from3) {
    this.from3 = from3;
  }

  /**
   * The index for n items; 0 for fewer than 3, which are always consistent.
   *
   * @throws IllegalArgumentException if n is beyond {@value #LARGEST}
   */
  public double of(int items) {
    if (items > LARGEST) {
      throw new IllegalArgumentException(items + " items are beyond the tables' " + LARGEST);
    }
    return items < 3 ? 0 : from3[items - 3];
  }
}
