package tenon.evaluate.did;

import java.util.List;
import tenon.model.Finding;

/**
 * Effects by cohort and period, and what they come to.
 *
 * @param cells by cohort, then period
 * @param cellBand critical value of a uniform 95% band over the cells; NaN without draws
 * @param preTest Wald statistic that all effects before adoption are 0
 * @param preDegrees its degrees of freedom
 * @param preP its p-value, chi squared
 * @param simple the mean over treated cells, weighted by cohort size; its {@code at} is NaN
 * @param dynamic by periods since adoption; its overall is the mean over those from 0 on
 * @param byCohort by cohort; its overall is weighted by cohort size
 * @param cohortOverall the overall of byCohort with the influence of every cohort's own share in
 *     its standard error; that of byCohort is the package did's
 * @param byPeriod by calendar period; its overall is their mean
 * @param units number of units used
 * @param findings doubts; warnings all
 */
public record CallawaySantAnnaResult(
    List<GroupTime> cells,
    double cellBand,
    double preTest,
    int preDegrees,
    double preP,
    Effect simple,
    Aggregate dynamic,
    Aggregate byCohort,
    Effect cohortOverall,
    Aggregate byPeriod,
    int units,
    List<Finding> findings) {

  /**
   * Effects along one line.
   *
   * @param overall their summary; its {@code at} is NaN
   * @param effects in ascending order
   * @param band critical value of a uniform 95% band over them; NaN without draws
   */
  public record Aggregate(Effect overall, List<Effect> effects, double band) {
    public Aggregate {
      effects = List.copyOf(effects);
    }
  }

  public CallawaySantAnnaResult {
    cells = List.copyOf(cells);
    findings = List.copyOf(findings);
  }
}
