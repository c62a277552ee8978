package tenon.assess.pipeline;

/**
 * What a treatment did to one indicator.
 *
 * @param code the indicator
 * @param low number of values raised
 * @param high number of values lowered
 * @param logged whether the logarithm was taken
 * @param skewnessBefore skewness before, corrected for bias; {@code NaN} below three values
 * @param kurtosisBefore excess kurtosis before, corrected for bias; {@code NaN} below four values
 * @param skewness skewness after
 * @param kurtosis excess kurtosis after
 */
public record Treated(
    String code,
    int low,
    int high,
    boolean logged,
    double skewnessBefore,
    double kurtosisBefore,
    double skewness,
    double kurtosis) {}
