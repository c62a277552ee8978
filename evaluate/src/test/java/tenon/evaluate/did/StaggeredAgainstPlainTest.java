package tenon.evaluate.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tenon.evaluate.Seeds.forSeeds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tenon.evaluate.Errors;
import tenon.evaluate.Fit;
import tenon.evaluate.Observations;
import tenon.evaluate.PlainRegression;
import tenon.evaluate.Results;

/** Each estimator against what it is by definition, computed the long way. */
class StaggeredAgainstPlainTest {

  @Test
  void withoutCovariatesACellIsADifferenceOfFourMeansByEveryMethod() {
    forSeeds(
        20,
        random -> {
          DrawnAdoption drawn = new DrawnAdoption(random);
          for (CallawaySantAnnaSpec.Method method : CallawaySantAnnaSpec.Method.values()) {
            CallawaySantAnnaSpec spec =
                CallawaySantAnnaSpec.of(DrawnAdoption.COLUMNS).withMethod(method);
            CallawaySantAnnaResult result =
                Results.ready(CallawaySantAnna.estimate(drawn.observations(), spec));
            assertThat(result.cells()).hasSize(18);
            for (GroupTime cell : result.cells()) {
              int base =
                  (int) (cell.period() >= cell.cohort() ? cell.cohort() - 1 : cell.period() - 1);
              double expected =
                  change(drawn, cell.cohort(), base, (int) cell.period())
                      - change(drawn, Double.NaN, base, (int) cell.period());
              assertThat(cell.estimate()).isCloseTo(expected, within(1e-9));
            }
          }
        });
  }

  private static double change(DrawnAdoption drawn, double cohort, int from, int to) {
    double sum = 0;
    int count = 0;
    for (int u = 0; u < drawn.units; u++) {
      if (Double.compare(drawn.cohort[u], cohort) == 0) {
        sum += drawn.y[u][to - 1] - drawn.y[u][from - 1];
        count++;
      }
    }
    return sum / count;
  }

  @Test
  void uniformBandsAreWiderThanPointwiseOnesAndRepeat() {
    Observations data = new DrawnAdoption(new Random(1)).observations();
    CallawaySantAnnaSpec spec = CallawaySantAnnaSpec.of(DrawnAdoption.COLUMNS).withBands(200, 3);
    CallawaySantAnnaResult one = Results.ready(CallawaySantAnna.estimate(data, spec));
    CallawaySantAnnaResult two = Results.ready(CallawaySantAnna.estimate(data, spec));
    assertThat(one.dynamic().band()).isEqualTo(two.dynamic().band()).isBetween(1.96, 10.0);
    assertThat(one.cellBand()).isGreaterThanOrEqualTo(1.95);
  }

  @Test
  void anticipationMovesTheBasePeriod() {
    DrawnAdoption drawn = new DrawnAdoption(new Random(2));
    CallawaySantAnnaResult result =
        Results.ready(
            CallawaySantAnna.estimate(
                drawn.observations(),
                CallawaySantAnnaSpec.of(DrawnAdoption.COLUMNS).withAnticipation(1)));
    GroupTime cell =
        result.cells().stream()
            .filter(c -> c.cohort() == 4 && c.period() == 5)
            .findFirst()
            .orElseThrow();
    assertThat(cell.estimate())
        .isCloseTo(change(drawn, 4, 2, 5) - change(drawn, Double.NaN, 2, 5), within(1e-9));
  }

  @Test
  void imputedEffectsAreOutcomesLessAFitOfUntreatedCells() {
    forSeeds(
        20,
        random -> {
          DrawnAdoption drawn = new DrawnAdoption(random);
          List<int[]> cells = new ArrayList<>();
          for (int u = 0; u < drawn.units; u++) {
            for (int t = 0; t < DrawnAdoption.PERIODS; t++) {
              cells.add(new int[] {u, t});
            }
          }
          List<int[]> untreated = cells.stream().filter(c -> !drawn.isTreated(c[0], c[1])).toList();
          double[] y = untreated.stream().mapToDouble(c -> drawn.y[c[0]][c[1]]).toArray();
          int[] unit = untreated.stream().mapToInt(c -> c[0]).toArray();
          int[] period = untreated.stream().mapToInt(c -> c[1]).toArray();
          double sum = 0;
          List<int[]> treated = cells.stream().filter(c -> drawn.isTreated(c[0], c[1])).toList();
          // A treated cell with an indicator of its own has its imputed effect as coefficient.
          for (int[] cell : treated) {
            int n = y.length;
            double[] own = new double[n + 1];
            own[n] = 1;
            double[] ones = new double[n + 1];
            Arrays.fill(ones, 1);
            PlainEffect effect =
                new PlainEffect(
                    with(y, drawn.y[cell[0]][cell[1]]), with(unit, cell[0]), with(period, cell[1]));
            sum += effect.of(own, ones);
          }
          Imputation.Result result =
              Results.ready(
                  Imputation.estimate(drawn.observations(), DrawnAdoption.COLUMNS, false));
          assertThat(result.overall().estimate()).isCloseTo(sum / treated.size(), within(1e-8));
          assertThat(result.overallTwoStage().estimate()).isEqualTo(result.overall().estimate());
          assertThat(result.overallTwoStage().standardError()).isPositive();
        });
  }

  @SuppressWarnings(
      "ArrayRecordComponent") // its arrays are never written after construction, nor compared
  private record PlainEffect(double[] y, int[] unit, int[] period) {
    double of(double[] indicator, double[] ones) {
      return new PlainRegression(y, new double[][] {indicator}, new int[][] {unit, period}, ones)
          .slopes()[0];
    }
  }

  private static double[] with(double[] values, double last) {
    double[] more = Arrays.copyOf(values, values.length + 1);
    more[values.length] = last;
    return more;
  }

  private static int[] with(int[] values, int last) {
    int[] more = Arrays.copyOf(values, values.length + 1);
    more[values.length] = last;
    return more;
  }

  @Test
  void theDecompositionSumsToTheTwoWayEstimate() {
    forSeeds(
        30,
        random -> {
          Observations data = new DrawnAdoption(random).observations();
          GoodmanBacon.Result result =
              Results.ready(GoodmanBacon.decompose(data, DrawnAdoption.COLUMNS));
          Fit fit = Results.fit(data, "y ~ d | unit + period", Errors.Clustered.by("unit"));
          assertThat(result.estimate()).isCloseTo(fit.coefficient("d"), within(1e-9));
        });
  }

  @Test
  void averagesOverCohortsAreThoseOfTheSaturatedRegression() {
    forSeeds(
        10,
        random -> {
          DrawnAdoption drawn = new DrawnAdoption(random);
          SunAbraham.Result result =
              Results.ready(
                  SunAbraham.estimate(drawn.observations(), DrawnAdoption.COLUMNS, List.of()));
          // Balanced and compared with units never treated: cohort means since period -1.
          for (Effect effect : result.effects()) {
            double sum = 0;
            int count = 0;
            for (double cohort : new double[] {3, 4, 6}) {
              int to = (int) (cohort + effect.at());
              if (to >= 1 && to <= DrawnAdoption.PERIODS) {
                int base = (int) cohort - 1;
                sum += change(drawn, cohort, base, to) - change(drawn, Double.NaN, base, to);
                count++;
              }
            }
            assertThat(effect.estimate()).isCloseTo(sum / count, within(1e-8));
          }
        });
  }

  @Test
  void endPointsOfAnEventStudyMayBePutTogether() {
    Observations data = new DrawnAdoption(new Random(3)).observations();
    EventStudyResult result =
        Results.ready(
            EventStudy.estimate(data, EventStudySpec.of(DrawnAdoption.COLUMNS).withBins(-3, 2)));
    assertThat(result.effects()).extracting(Effect::at).containsExactly(-3.0, -2.0, 0.0, 1.0, 2.0);
    HonestDidResult honest =
        Results.ready(
            HonestDid.sensitivity(
                result,
                HonestDidSpec.of(HonestDidSpec.Restriction.RELATIVE_MAGNITUDES, 0.0, 1.0, 2.0)));
    for (int i = 1; i < 3; i++) {
      assertThat(honest.intervals().get(i).low())
          .isLessThanOrEqualTo(honest.intervals().get(i - 1).low());
      assertThat(honest.intervals().get(i).high())
          .isGreaterThanOrEqualTo(honest.intervals().get(i - 1).high());
    }
  }

  @Test
  void aCohortThatVariesWithinAUnitAndADuplicateAreRefused() {
    DrawnAdoption drawn = new DrawnAdoption(new Random(4));
    Observations data = drawn.observations();
    double[] cohort = data.numbers("cohort").clone();
    cohort[1] = 5;
    assertThat(
            Results.codes(
                GoodmanBacon.decompose(data.with("cohort", cohort), DrawnAdoption.COLUMNS)))
        .contains("cohort-varies");
    int[] twice = new int[data.rows() + 1];
    Arrays.setAll(twice, row -> Math.max(0, row - 1));
    assertThat(Results.codes(GoodmanBacon.decompose(data.rows(twice), DrawnAdoption.COLUMNS)))
        .contains("duplicate-cell");
    double[] none = new double[data.rows()];
    Arrays.fill(none, Double.NaN);
    assertThat(
            Results.codes(
                Imputation.estimate(data.with("cohort", none), DrawnAdoption.COLUMNS, false)))
        .containsExactly("no-treatment-variation");
  }
}
