package tenon.evaluate.did;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Controls and the treated of each adoption date, as they stand or as they were drawn.
 *
 * @param controls outcomes by unit and period
 * @param treated outcomes by cohort, unit and period; a drawn cohort may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
record SyntheticSample(double[][] controls, double[][][] treated) {

  int treatedUnits() {
    return Arrays.stream(treated).mapToInt(units -> units.length).sum();
  }

  /** Share of each cohort in the treated cells. */
  double[] shares(int[] before) {
    double[] cells = new double[treated.length];
    for (int a = 0; a < cells.length; a++) {
      cells[a] = (double) treated[a].length * (controls[0].length - before[a]);
    }
    double all = Arrays.stream(cells).sum();
    return Arrays.stream(cells).map(cell -> cell / all).toArray();
  }

  /** The whole estimate of a sample that may lack cohorts, each with weights of its own. */
  double effect(List<SyntheticCohort> cohorts, int[] before) {
    double[] shares = shares(before);
    return IntStream.range(0, treated.length)
        .filter(a -> treated[a].length > 0)
        .mapToDouble(
            a -> {
              SyntheticCohort cohort = cohorts.get(a);
              return shares[a]
                  * cohort.effect(controls, treated[a], cohort.weights(controls, treated[a]));
            })
        .sum();
  }
}
