package tenon.assess.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tenon.assess.Seeds.forSeeds;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tenon.assess.Drawn;
import tenon.assess.Weighting;
import tenon.assess.algebra.LeastSquares;
import tenon.model.Columns;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Panel;
import tenon.model.Resource;

/**
 * Filling by expectation-maximisation with gaps in several columns: against the factored likelihood
 * where gaps are monotone (Anderson 1957; Little and Rubin, Statistical Analysis with Missing Data,
 * 7.2 and 7.4), and against a plain version that keeps to raw units and full inverses elsewhere.
 */
class JointNormalTest {
  private static final Imputation.ExpectationMaximisation CLOSELY =
      new Imputation.ExpectationMaximisation(100_000, 1e-12);

  private static Panel panel(double[][] rows) {
    Columns.Builder hierarchy = new Columns.Builder(Resource.HIERARCHY);
    Columns.Builder values = new Columns.Builder(Resource.INDICATORS);
    hierarchy.row().set("code", "I");
    for (int j = 0; j < rows[0].length; j++) {
      hierarchy.row().set("code", "x" + j).set("parent", "I");
    }
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        values.row().set("unit_id", "u" + i).set("period", "1").set("code", "x" + j);
        values.set("value", rows[i][j]);
      }
    }
    return Panel.of(
        Map.of(Resource.HIERARCHY, hierarchy.build(), Resource.INDICATORS, values.build()));
  }

  private static Loaded<PipelineResult> run(double[][] rows, Imputation by) {
    PipelineSpec spec =
        new PipelineSpec(
            List.of(new Step.Impute(by)), new Weighting.Equal(), new Aggregator.Arithmetic());
    return Pipeline.run(panel(rows), spec);
  }

  private static double[][] filled(double[][] rows, Imputation by) {
    DataSet data = Drawn.ready(run(rows, by)).last();
    double[][] filled = new double[rows.length][rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        filled[i][j] = data.value(data.tree().keys().id("x" + j), i, 0);
      }
    }
    return filled;
  }

  private static double[][] drawn(Random random, int count, int width) {
    double[][] rows = new double[count][width];
    for (double[] row : rows) {
      for (int j = 0; j < width; j++) {
        row[j] = 10 * j + (j + 1) * random.nextGaussian() + (j == 0 ? 0 : .7 * row[j - 1]);
      }
    }
    return rows;
  }

  /**
   * x0 is known everywhere, x1 in the first 20 rows of 30, x2 in the first 12. The likeliest law is
   * that of three regressions, each on the rows that know: x1 on x0, and x2 on both.
   */
  @Test
  void monotoneGapsInTwoColumnsAreFilledByTheFactoredLikelihood() {
    forSeeds(
        20,
        random -> {
          double[][] rows = drawn(random, 30, 3);
          for (int i = 12; i < 30; i++) {
            rows[i][2] = Double.NaN;
            rows[i][1] = i < 20 ? rows[i][1] : Double.NaN;
          }
          LeastSquares second = fit(rows, 20, 1);
          LeastSquares third = fit(rows, 12, 2);
          double[][] filled = filled(rows, CLOSELY);
          for (int i = 0; i < 30; i++) {
            double x1 =
                i < 20 ? rows[i][1] : second.coefficient(0) + second.coefficient(1) * rows[i][0];
            double x2 =
                i < 12
                    ? rows[i][2]
                    : third.coefficient(0)
                        + third.coefficient(1) * rows[i][0]
                        + third.coefficient(2) * x1;
            assertThat(filled[i][0]).isEqualTo(rows[i][0]);
            assertThat(filled[i][1]).isCloseTo(x1, within(1e-7));
            assertThat(filled[i][2]).isCloseTo(x2, within(1e-7));
          }
        });
  }

  /** Of the first rows, a column on those before it. */
  private static LeastSquares fit(double[][] rows, int count, int column) {
    double[][] x = new double[count][column + 1];
    double[] y = new double[count];
    for (int i = 0; i < count; i++) {
      x[i][0] = 1;
      System.arraycopy(rows[i], 0, x[i], 1, column);
      y[i] = rows[i][column];
    }
    LeastSquares fit = LeastSquares.fit(x, y);
    if (fit == null) {
      throw new AssertionError("drawn columns do not depend on each other");
    }
    return fit;
  }

  /**
   * Two columns that each lack what the other knows: as many rows lack x0 as lack x1, and the data
   * are the same when the columns are exchanged, so the likeliest law is symmetric as well, and a
   * gap in either is filled by the same line.
   */
  @Test
  void exchangeableColumnsAreFilledAlike() {
    double[][] rows = {
      {1, 2}, {2, 1}, {3, 5}, {5, 3}, {4, 4}, {0, 1}, {1, 0}, {6, Double.NaN}, {Double.NaN, 6}
    };
    double[][] filled = filled(rows, CLOSELY);
    assertThat(filled[7][1]).isCloseTo(filled[8][0], within(1e-9));
    double[][] plain = plain(rows);
    assertThat(filled[7][1]).isCloseTo(plain[7][1], within(1e-7));
  }

  /** Any gaps in any columns; a row may know nothing at all and takes the means. */
  @Test
  void gapsAnywhereAreThoseOfThePlainVersion() {
    forSeeds(
        40,
        random -> {
          int width = 2 + random.nextInt(3);
          double[][] rows = drawn(random, 25 + random.nextInt(15), width);
          for (double[] row : rows) {
            for (int j = 0; j < width; j++) {
              row[j] = random.nextDouble() < .15 ? Double.NaN : row[j];
            }
          }
          double[][] filled = filled(rows, CLOSELY);
          double[][] plain = plain(rows);
          for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < width; j++) {
              assertThat(filled[i][j]).isCloseTo(plain[i][j], within(1e-6));
            }
          }
        });
  }

  @Test
  void anEarlyEndIsTold() {
    double[][] rows = drawn(new Random(3), 30, 3);
    rows[0][1] = Double.NaN;
    rows[1][2] = Double.NaN;
    rows[2][0] = Double.NaN;
    assertThat(run(rows, new Imputation.ExpectationMaximisation(2, 1e-12)).findings())
        .extracting(Finding::code)
        .contains("em-unsettled");
    assertThat(run(rows, new Imputation.ExpectationMaximisation()).findings())
        .extracting(Finding::code)
        .doesNotContain("em-unsettled");
    // The usual end leaves what a much later one would move by less than a millionth.
    double[][] usual = filled(rows, new Imputation.ExpectationMaximisation());
    double[][] close = filled(rows, CLOSELY);
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        assertThat(usual[i][j]).isCloseTo(close[i][j], within(1e-6));
      }
    }
  }

  /** Expectation-maximisation as in the textbook, by moments E(x) and E(xx'), until it stands. */
  private static double[][] plain(double[][] rows) {
    int p = rows[0].length;
    double[] mean = new double[p];
    double[][] cov = new double[p][p];
    for (int j = 0; j < p; j++) {
      int known = 0;
      for (double[] row : rows) {
        mean[j] += Double.isNaN(row[j]) ? 0 : row[j];
        known += Double.isNaN(row[j]) ? 0 : 1;
      }
      mean[j] /= known;
      for (double[] row : rows) {
        cov[j][j] += Double.isNaN(row[j]) ? 0 : Math.pow(row[j] - mean[j], 2) / known;
      }
    }
    double[][] filled = new double[rows.length][];
    for (int round = 0; round < 3_000; round++) {
      double[] first = new double[p];
      double[][] second = new double[p][p];
      for (int i = 0; i < rows.length; i++) {
        double[] row = rows[i];
        // Unknown columns get a precision of 0 among the known: S_oo^-1 with blanks for the rest.
        double[][] inverse = inverseOfKnown(cov, row);
        double[] x = row.clone();
        double[][] left = new double[p][p];
        for (int j = 0; j < p; j++) {
          if (!Double.isNaN(row[j])) {
            continue;
          }
          x[j] = mean[j];
          for (int a = 0; a < p; a++) {
            for (int b = 0; b < p; b++) {
              x[j] += Double.isNaN(row[b]) ? 0 : cov[j][a] * inverse[a][b] * (row[b] - mean[b]);
            }
          }
          for (int k = 0; k < p; k++) {
            if (Double.isNaN(row[k])) {
              left[j][k] = cov[j][k];
              for (int a = 0; a < p; a++) {
                for (int b = 0; b < p; b++) {
                  left[j][k] -= cov[j][a] * inverse[a][b] * cov[b][k];
                }
              }
            }
          }
        }
        filled[i] = x;
        for (int j = 0; j < p; j++) {
          first[j] += x[j] / rows.length;
          for (int k = 0; k < p; k++) {
            second[j][k] += (x[j] * x[k] + left[j][k]) / rows.length;
          }
        }
      }
      for (int j = 0; j < p; j++) {
        for (int k = 0; k < p; k++) {
          cov[j][k] = second[j][k] - first[j] * first[k];
        }
      }
      mean = first;
    }
    return filled;
  }

  /** Gauss and Jordan on the known rows and columns; 0 elsewhere. */
  private static double[][] inverseOfKnown(double[][] cov, double[] row) {
    int p = row.length;
    double[][] work = new double[p][2 * p];
    for (int j = 0; j < p; j++) {
      for (int k = 0; k < p; k++) {
        boolean both = !Double.isNaN(row[j]) && !Double.isNaN(row[k]);
        work[j][k] = both ? cov[j][k] : j == k ? 1 : 0;
      }
      work[j][p + j] = Double.isNaN(row[j]) ? 0 : 1;
    }
    for (int pivot = 0; pivot < p; pivot++) {
      double by = work[pivot][pivot];
      for (int k = 0; k < 2 * p; k++) {
        work[pivot][k] /= by;
      }
      for (int j = 0; j < p; j++) {
        double factor = work[j][pivot];
        for (int k = 0; k < 2 * p && j != pivot; k++) {
          work[j][k] -= factor * work[pivot][k];
        }
      }
    }
    double[][] inverse = new double[p][p];
    for (int j = 0; j < p; j++) {
      System.arraycopy(work[j], p, inverse[j], 0, p);
    }
    return inverse;
  }
}
