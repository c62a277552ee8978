package tenon.assess.pipeline;

/** How outliers are drawn in. All units and periods of an indicator are looked at together. */
public sealed interface Treatment {

  /**
   * An indicator passes where |skewness| or excess kurtosis (both corrected for bias) lies below
   * its bound. Else the most extreme value, on the side of the skew, is set to the next one, one at
   * a time; and where that does not suffice, ln(x - min + 0.01 range) is taken of the values as
   * they were.
   *
   * @param mostWinsorised most values that are set
   * @param skewness bound of |skewness|
   * @param kurtosis bound of excess kurtosis
   */
  record SkewRule(int mostWinsorised, double skewness, double kurtosis) implements Treatment {
    public SkewRule {
      if (mostWinsorised < 0) {
        throw new IllegalArgumentException(mostWinsorised + " values must be at least 0");
      }
    }

    /** At most five values; bounds 2 and 3.5. */
    public static SkewRule standard() {
      return new SkewRule(5, 2, 3.5);
    }
  }

  /** Sets what lies beyond two percentiles of the unit's group to them; 0 to 100. */
  record Percentiles(double low, double high, Step.Groups groups) implements Treatment {
    public Percentiles {
      if (!(low >= 0 && low < high && high <= 100)) {
        throw new IllegalArgumentException(
            "percentiles " + low + " and " + high + " must be in order between 0 and 100");
      }
    }
  }

  /** Sets what lies further than so many interquartile ranges beyond the quartiles to there. */
  record Fences(double ranges) implements Treatment {
    /** 1.5 interquartile ranges (Tukey 1977). */
    public Fences() {
      this(1.5);
    }
  }

  /** Sets what lies further than so many standard deviations from the mean to there. */
  record Sigmas(double deviations) implements Treatment {
    /** Three standard deviations. */
    public Sigmas() {
      this(3);
    }
  }
}
