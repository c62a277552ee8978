package tenon.evaluate.match;

/**
 * How far treated rows and controls differ in one covariate. The standardised bias is 100 (mean of
 * the treated - mean of the controls) / root of the mean of both variances before matching.
 *
 * @param covariate name of the column
 * @param treated mean of treated rows on the common support
 * @param controlsBefore mean of all controls
 * @param controlsAfter weighted mean of matched controls
 * @param biasBefore per cent, all treated rows against all controls
 * @param biasAfter per cent, matched
 */
public record Balance(
    String covariate,
    double treated,
    double controlsBefore,
    double controlsAfter,
    double biasBefore,
    double biasAfter) {}
