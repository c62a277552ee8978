package tenon.evaluate.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tenon.evaluate.Seeds.forSeeds;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenon.evaluate.Observations;
import tenon.evaluate.Results;
import tenon.model.Loaded;

class SyntheticDidTest {

  @Test
  void weightsComeNearTheBestOnTheSimplex() {
    forSeeds(
        20,
        random -> {
          int n = 8;
          int k = 4;
          double[][] rows = new double[n][];
          Arrays.setAll(rows, i -> random.doubles(k, -1, 1).toArray());
          double[] target = random.doubles(n, -1, 1).toArray();
          double[] w = SimplexWeights.of(rows, target, .5, 1e-7);
          assertThat(Arrays.stream(w).sum()).isCloseTo(1, within(1e-12));
          double ours = value(rows, target, w);
          for (int draw = 0; draw < 3000; draw++) {
            double[] other = random.doubles(k).map(u -> -Math.log(u)).toArray();
            double sum = Arrays.stream(other).sum();
            for (int j = 0; j < k; j++) {
              other[j] = other[j] / sum * .05 + w[j] * .95;
            }
            assertThat(value(rows, target, other)).isGreaterThan(ours - 1e-3);
          }
        });
  }

  private static double value(double[][] rows, double[] target, double[] w) {
    double[] residual = new double[rows.length];
    double mean = 0;
    double value = 0;
    for (int i = 0; i < rows.length; i++) {
      residual[i] = -target[i];
      for (int j = 0; j < w.length; j++) {
        residual[i] += rows[i][j] * w[j];
      }
      mean += residual[i] / rows.length;
    }
    for (double one : residual) {
      value += (one - mean) * (one - mean) / rows.length;
    }
    for (double one : w) {
      value += .25 * one * one;
    }
    return value;
  }

  @Test
  void anEffectOnOutcomesWithoutNoiseIsFound() {
    int n = 12;
    int periods = 8;
    double[] y = new double[n * periods];
    double[] cohort = new double[n * periods];
    int[] unit = new int[n * periods];
    int[] period = new int[n * periods];
    Random random = new Random(1);
    for (int row = 0; row < y.length; row++) {
      unit[row] = row / periods;
      period[row] = row % periods + 1;
      cohort[row] = unit[row] < 2 ? 6 : Double.NaN;
      boolean treated = unit[row] < 2 && period[row] >= 6;
      y[row] = unit[row] + .5 * period[row] + (treated ? 3 : 0) + .001 * random.nextGaussian();
    }
    Observations data =
        Observations.builder(y.length)
            .numbers("y", y)
            .numbers("cohort", cohort)
            .wholes("unit", unit)
            .wholes("period", period)
            .build();
    SyntheticDidSpec spec = SyntheticDidSpec.of(DrawnAdoption.COLUMNS, 50, 2);
    SyntheticDidResult one = Results.ready(SyntheticDid.estimate(data, spec));
    assertThat(one.estimate()).isCloseTo(3, within(.01));
    assertThat(one.standardError()).isLessThan(.01);
    assertThat(Results.ready(SyntheticDid.estimate(data, spec)).standardError())
        .isEqualTo(one.standardError());
  }

  private static SyntheticDidResult staggered(Observations data, SyntheticDidSpec.Variance how) {
    return staggered(data, how, 1);
  }

  private static SyntheticDidResult staggered(
      Observations data, SyntheticDidSpec.Variance how, int threads) {
    return Results.ready(
        SyntheticDid.estimate(
            data, new SyntheticDidSpec(DrawnAdoption.COLUMNS, how, 60, 3, threads)));
  }

  /** Cohorts of 4 units from periods 3, 4 and 6 on: 20, 16 and 8 treated cells of 44. */
  @Test
  void eachCohortIsEstimatedBesideTheNeverTreatedAndCountsByItsTreatedCells() {
    forSeeds(
        10,
        random -> {
          DrawnAdoption drawn = new DrawnAdoption(random);
          Observations data = drawn.observations();
          SyntheticDidResult all = staggered(data, SyntheticDidSpec.Variance.PLACEBO);
          double sum = 0;
          double[] starts = {3, 4, 6};
          double[] cells = {20, 16, 8};
          for (int a = 0; a < starts.length; a++) {
            double start = starts[a];
            int[] rows =
                IntStream.range(0, data.rows())
                    .filter(
                        row ->
                            Double.isNaN(data.number("cohort", row))
                                || data.number("cohort", row) == start)
                    .toArray();
            SyntheticDidResult alone =
                staggered(data.rows(rows), SyntheticDidSpec.Variance.PLACEBO);
            SyntheticDidResult.Cohort cohort = all.cohorts().get(a);
            assertThat(cohort.start()).isEqualTo(start);
            assertThat(cohort.estimate()).isCloseTo(alone.estimate(), within(1e-12));
            assertThat(cohort.share()).isCloseTo(cells[a] / 44, within(1e-15));
            assertThat(alone.cohorts()).hasSize(1);
            sum += cells[a] / 44 * alone.estimate();
          }
          assertThat(all.estimate()).isCloseTo(sum, within(1e-12));
        });
  }

  /** Algorithm 3 the long way: the estimate written out from the weights, a unit less each time. */
  @Test
  void theJackknifeLeavesOutOneUnitAtATimeAndKeepsTheWeights() {
    forSeeds(
        10,
        random -> {
          DrawnAdoption drawn = new DrawnAdoption(random);
          SyntheticDidResult result =
              staggered(drawn.observations(), SyntheticDidSpec.Variance.JACKKNIFE);
          double squares = 0;
          for (int out = 0; out < drawn.units; out++) {
            double difference = without(drawn, result, out) - result.estimate();
            squares += difference * difference;
          }
          assertThat(without(drawn, result, -1)).isCloseTo(result.estimate(), within(1e-10));
          double n = drawn.units;
          assertThat(result.standardError())
              .isCloseTo(Math.sqrt((n - 1) / n * squares), within(1e-10));
        });
  }

  private static double without(DrawnAdoption drawn, SyntheticDidResult result, int out) {
    double sum = 0;
    double cells = 0;
    for (SyntheticDidResult.Cohort cohort : result.cohorts()) {
      double[] unit = new double[drawn.units];
      double[] period = new double[DrawnAdoption.PERIODS];
      cohort.unitWeights().forEach(w -> unit[Integer.parseInt(w.name())] = w.weight());
      cohort.periodWeights().forEach(w -> period[Integer.parseInt(w.name()) - 1] = w.weight());
      double controls = 0;
      double weights = 0;
      double treated = 0;
      int count = 0;
      for (int u = 0; u < drawn.units; u++) {
        double after = 0;
        double change = 0;
        for (int t = 0; t < DrawnAdoption.PERIODS; t++) {
          if (t + 1 >= cohort.start()) {
            after += drawn.y[u][t] / cohort.after();
          } else {
            change -= period[t] * drawn.y[u][t];
          }
        }
        change += after;
        if (u != out && drawn.cohort[u] == cohort.start()) {
          treated += change;
          count++;
        } else if (u != out) {
          controls += unit[u] * change;
          weights += unit[u];
        }
      }
      sum += count * cohort.after() * (treated / count - controls / weights);
      cells += count * cohort.after();
    }
    return sum / cells;
  }

  /** Without any effect the estimates of drawn panels spread as their standard errors say. */
  @Test
  void standardErrorsAreThoseOfRepeatedPanels() {
    int panels = 60;
    double[] estimates = new double[panels];
    double bootstrap = 0;
    double jackknife = 0;
    for (int panel = 0; panel < panels; panel++) {
      DrawnAdoption drawn = new DrawnAdoption(new Random(panel));
      for (int u = 0; u < drawn.units; u++) {
        for (int t = 0; t < DrawnAdoption.PERIODS; t++) {
          double since = t + 1 - drawn.cohort[u];
          drawn.y[u][t] -= since >= 0 ? 1 + since * (u < 4 ? 2 : 1) : 0;
        }
      }
      SyntheticDidResult drawnUnits =
          staggered(drawn.observations(), SyntheticDidSpec.Variance.BOOTSTRAP);
      estimates[panel] = drawnUnits.estimate();
      bootstrap += drawnUnits.standardError() / panels;
      jackknife +=
          staggered(drawn.observations(), SyntheticDidSpec.Variance.JACKKNIFE).standardError()
              / panels;
    }
    double spread = Math.sqrt(Arrays.stream(estimates).map(b -> b * b).average().orElseThrow());
    assertThat(bootstrap / spread).isBetween(.7, 1.5);
    assertThat(jackknife / spread).isBetween(.7, 1.5);
  }

  @Test
  void drawsAreTheSameAtAnyNumberOfThreads() {
    DrawnAdoption drawn = new DrawnAdoption(new Random(1));
    // The placebo needs more controls than treated units.
    Arrays.fill(drawn.cohort, 4, 8, Double.NaN);
    for (SyntheticDidSpec.Variance how : SyntheticDidSpec.Variance.values()) {
      SyntheticDidResult one = staggered(drawn.observations(), how, 1);
      SyntheticDidResult two = staggered(drawn.observations(), how, 2);
      assertThat(two.standardError()).isEqualTo(one.standardError());
    }
  }

  @Test
  void whatCannotBeDoneIsTold() {
    DrawnAdoption drawn = new DrawnAdoption(new Random(2));
    drawn.cohort[0] = 2;
    drawn.cohort[1] = 1;
    Observations data = drawn.observations();
    Loaded<SyntheticDidResult> early =
        SyntheticDid.estimate(
            data,
            SyntheticDidSpec.of(DrawnAdoption.COLUMNS, 0, 1)
                .with(SyntheticDidSpec.Variance.JACKKNIFE));
    assertThat(Results.codes(early))
        .containsExactlyInAnyOrder("always-treated-left-out", "synthetic-early");
    drawn.cohort[0] = 5;
    drawn.cohort[1] = 3;
    assertThat(
            Results.codes(
                SyntheticDid.estimate(
                    drawn.observations(),
                    SyntheticDidSpec.of(DrawnAdoption.COLUMNS, 0, 1)
                        .with(SyntheticDidSpec.Variance.JACKKNIFE))))
        .containsExactly("synthetic-no-jackknife");
    Arrays.fill(drawn.cohort, 0, drawn.units, Double.NaN);
    Arrays.fill(drawn.cohort, 0, drawn.units - 1, 4);
    assertThat(
            Results.codes(
                SyntheticDid.estimate(
                    drawn.observations(), SyntheticDidSpec.of(DrawnAdoption.COLUMNS, 9, 1))))
        .containsExactly("synthetic-too-small");
    Arrays.fill(drawn.cohort, 0, drawn.units, Double.NaN);
    drawn.cohort[0] = 4;
    assertThat(
            Results.codes(
                SyntheticDid.estimate(
                    drawn.observations(),
                    SyntheticDidSpec.of(DrawnAdoption.COLUMNS, 9, 1)
                        .with(SyntheticDidSpec.Variance.BOOTSTRAP))))
        .containsExactly("synthetic-no-bootstrap");
  }
}
