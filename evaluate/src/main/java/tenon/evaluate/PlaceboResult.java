package tenon.evaluate;

import java.util.List;
import tenon.model.Finding;

/**
 * A placebo test: the true effect beside the effects of treatments that never were.
 *
 * @param actual the regression with the true treatment
 * @param treatment name of its coefficient
 * @param coefficients by draw
 * @param standardErrors by draw, computed as those of the actual regression
 * @param pValues by draw, two-sided
 * @param exactP (1 + draws whose coefficient is as large as the true one in size) / (1 + draws)
 * @param exactPOfT the same for t statistics
 * @param findings doubts; warnings all
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
public record PlaceboResult(
    Fit actual,
    String treatment,
    double[] coefficients,
    double[] standardErrors,
    double[] pValues,
    double exactP,
    double exactPOfT,
    List<Finding> findings) {}
