package tenon.study.calibrate;

import java.util.ArrayList;
import java.util.List;
import tenon.model.Field;
import tenon.model.Interval;
import tenon.model.Resource;
import tenon.study.calibrate.Calibration.Fitted;
import tenon.twin.fidelity.Seasons;

/**
 * A factor of a day of the week or a month, as it was fitted.
 *
 * @param period in the words of the table of seasons
 * @param factor demand on such days over the mean
 * @param interval of 95 %
 * @param days how many were seen
 */
record Seasonal(String period, double factor, Interval interval, int days) {

  /** The factors of a demand; none where its days are alike. */
  static List<Seasonal> of(Fitted one) {
    List<Seasonal> all = new ArrayList<>();
    Seasons seasons = one.fit().seasons();
    Field field = Resource.SEASONS.fields().get(Resource.SEASONS.position("period"));
    Seasons.Factors week = seasons.week();
    if (week != null) {
      add(all, week, field.categories().subList(0, 7));
    }
    Seasons.Factors year = seasons.year();
    if (year != null) {
      add(all, year, field.categories().subList(7, 19));
    }
    return all;
  }

  private static void add(List<Seasonal> all, Seasons.Factors factors, List<String> periods) {
    for (int at = 0; at < periods.size(); at++) {
      all.add(
          new Seasonal(
              periods.get(at), factors.factor()[at], factors.interval()[at], factors.days()[at]));
    }
  }
}
