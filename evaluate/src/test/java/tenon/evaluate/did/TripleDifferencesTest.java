package tenon.evaluate.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tenon.evaluate.Results.codes;
import static tenon.evaluate.Results.ready;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tenon.evaluate.Fit;
import tenon.evaluate.Observations;

/** Regions with two kinds of firms each; two periods; units keep region and kind. */
class TripleDifferencesTest {
  private static final StaggeredColumns COLUMNS = new StaggeredColumns("y", "id", "year", "cohort");

  private static Observations panel(double[][][] sums, double[][][] counts) {
    Random random = new Random(2);
    int units = 80;
    double[][] c = new double[5][units * 2];
    for (int row = 0; row < c[0].length; row++) {
      int u = row / 2;
      int t = row % 2;
      int treated = u % 4 < 2 ? 1 : 0;
      int kind = u % 2;
      c[0][row] = u;
      c[1][row] = t;
      c[2][row] = treated == 1 ? 1 : Double.NaN;
      c[3][row] = kind;
      c[4][row] =
          u + (1 + kind) * t + 3 * treated * t + 1.5 * treated * kind * t + random.nextGaussian();
      sums[treated][kind][t] += c[4][row];
      counts[treated][kind][t]++;
    }
    return Observations.builder(c[0].length)
        .numbers("id", c[0])
        .numbers("year", c[1])
        .numbers("cohort", c[2])
        .numbers("kind", c[3])
        .numbers("y", c[4])
        .build();
  }

  /** By hand: the difference of two differences in differences of eight means. */
  @Test
  void estimateIsTheDifferenceOfTwoDifferencesInDifferences() {
    double[][][] sums = new double[2][2][2];
    double[][][] counts = new double[2][2][2];
    Observations data = panel(sums, counts);
    double[][] change = new double[2][2];
    for (int treated = 0; treated < 2; treated++) {
      for (int kind = 0; kind < 2; kind++) {
        change[treated][kind] =
            sums[treated][kind][1] / counts[treated][kind][1]
                - sums[treated][kind][0] / counts[treated][kind][0];
      }
    }
    double byHand = change[1][1] - change[0][1] - (change[1][0] - change[0][0]);
    Fit fit = ready(TripleDifferences.estimate(data, COLUMNS, "kind", "1", List.of(), "id"));
    assertThat(fit.coefficient(TripleDifferences.term())).isCloseTo(byHand, within(1e-10));
    assertThat(fit.low(TripleDifferences.term(), .95)).isLessThan(1.5);
    assertThat(fit.high(TripleDifferences.term(), .95)).isGreaterThan(1.5);
  }

  @Test
  void aMissingGroupIsTold() {
    Observations data = panel(new double[2][2][2], new double[2][2][2]);
    assertThat(codes(TripleDifferences.estimate(data, COLUMNS, "sort", "1", List.of(), "id")))
        .containsExactly("column-unknown");
  }
}
