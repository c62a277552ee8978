package tenon.evaluate.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tenon.evaluate.Seeds.forSeeds;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenon.evaluate.Errors;
import tenon.evaluate.Observations;
import tenon.evaluate.PlainRegression;
import tenon.evaluate.Results;
import tenon.evaluate.did.GoodmanBacon.Comparison;
import tenon.evaluate.did.GoodmanBacon.Kind;

/** Goodman-Bacon 2021, the decomposition with controls. */
class GoodmanBaconWithControlsTest {
  private static final List<String> CONTROLS = List.of("x1", "x2");

  /** Two controls that move with time, unit and treatment. */
  private static Observations withControls(Observations data, Random random) {
    double[][] x = new double[2][data.rows()];
    double[] d = data.numbers("d");
    double[] unit = data.numbers("unit");
    double[] period = data.numbers("period");
    for (int row = 0; row < d.length; row++) {
      x[0][row] = random.nextGaussian() + .5 * d[row] + .1 * unit[row] * period[row];
      x[1][row] = random.nextGaussian() - .3 * d[row] * period[row];
    }
    double[] y = data.numbers("y").clone();
    Arrays.setAll(y, row -> y[row] + x[0][row] - .7 * x[1][row]);
    return data.with("x1", x[0]).with("x2", x[1]).with("y", y);
  }

  /** The drawn panel, its first unit treated from the first period on. */
  private static Observations withAlways(Observations data) {
    double[] cohort = data.numbers("cohort").clone();
    double[] d = data.numbers("d").clone();
    for (int row = 0; row < DrawnAdoption.PERIODS; row++) {
      cohort[row] = 1;
      d[row] = 1;
    }
    return data.with("cohort", cohort).with("d", d);
  }

  private static GoodmanBacon.Result decompose(Observations data) {
    return Results.ready(GoodmanBacon.decompose(data, DrawnAdoption.COLUMNS, CONTROLS));
  }

  @Test
  void weightsAndComparisonsSumToTheTwoWayCoefficientWithControls() {
    forSeeds(
        30,
        random -> {
          Observations drawn = new DrawnAdoption(random).observations();
          boolean always = random.nextBoolean();
          Observations data = withControls(always ? withAlways(drawn) : drawn, random);
          GoodmanBacon.Result result = decompose(data);
          double expected =
              Results.fit(data, "y ~ d + x1 + x2 | unit + period", Errors.Clustered.by("unit"))
                  .coefficient("d");
          assertThat(result.estimate()).isCloseTo(expected, within(1e-10));
          assertThat(result.comparisons().stream().mapToDouble(Comparison::weight).sum())
              .isCloseTo(1, within(1e-12));
          assertThat(result.comparisons()).allMatch(one -> one.weight() > 0);
          assertThat(result.weight(Kind.NEVER_WITH_ALWAYS) > 0).isEqualTo(always);
          assertThat(result.weight(Kind.WITHIN)).isPositive();
        });
  }

  /** Each pair by regressions on its own rows, written out with a column for each level. */
  @Test
  void everyComparisonIsWhatItsOwnRegressionGives() {
    forSeeds(
        10,
        random -> {
          Observations data = withControls(new DrawnAdoption(random).observations(), random);
          Plain plain = new Plain(data);
          GoodmanBacon.Result result = decompose(data);
          assertThat(result.comparisons()).hasSize(4 + 6);
          for (Comparison one : result.comparisons()) {
            double[] expected =
                one.kind() == Kind.WITHIN
                    ? plain.within(one.treated())
                    : plain.pair(one.treated(), one.control());
            assertThat(one.estimate()).isCloseTo(expected[0], within(1e-8));
            assertThat(one.weight()).isCloseTo(expected[1], within(1e-10));
          }
        });
  }

  /** Slopes of the treatment on the controls, and regressions on rows of some cohorts. */
  private static final class Plain {
    private final double[] y;
    private final double[] d;
    private final double[] foretold;
    private final int[] unit;
    private final int[] period;
    private final double[] cohort;
    private final double squares;

    Plain(Observations data) {
      y = data.numbers("y");
      d = data.numbers("d");
      unit = Arrays.stream(data.numbers("unit")).mapToInt(v -> (int) v).toArray();
      period = Arrays.stream(data.numbers("period")).mapToInt(v -> (int) v - 1).toArray();
      cohort =
          Arrays.stream(data.numbers("cohort"))
              .map(c -> c > 0 ? c : Double.POSITIVE_INFINITY)
              .toArray();
      double[] ones = new double[y.length];
      Arrays.fill(ones, 1);
      double[][] x = {data.numbers("x1"), data.numbers("x2")};
      double[] slopes = new PlainRegression(d, x, new int[][] {unit, period}, ones).slopes();
      foretold = new double[y.length];
      Arrays.setAll(foretold, row -> slopes[0] * x[0][row] + slopes[1] * x[1][row]);
      double[] left = new double[y.length];
      Arrays.setAll(left, row -> d[row] - foretold[row]);
      squares = squares(left, IntStream.range(0, y.length).toArray());
    }

    /** Sum of squares of a column less its means by unit and period, over balanced rows. */
    private double squares(double[] column, int[] rows) {
      double sum = 0;
      double all = Arrays.stream(rows).mapToDouble(row -> column[row]).average().orElse(0);
      for (int row : rows) {
        double own = mean(column, rows, other -> unit[other] == unit[row]);
        double at = mean(column, rows, other -> period[other] == period[row]);
        sum += Math.pow(column[row] - own - at + all, 2);
      }
      return sum;
    }

    private static double mean(
        double[] column, int[] rows, java.util.function.IntPredicate chosen) {
      return Arrays.stream(rows).filter(chosen).mapToDouble(row -> column[row]).average().orElse(0);
    }

    private double slope(double[] column, int[] rows, int[] second) {
      int[] places = Arrays.stream(rows).map(row -> unit[row]).distinct().toArray();
      double[] ones = new double[rows.length];
      Arrays.fill(ones, 1);
      int[] units =
          Arrays.stream(rows).map(row -> Arrays.binarySearch(places, unit[row])).toArray();
      return new PlainRegression(
              at(y, rows), new double[][] {at(column, rows)}, new int[][] {units, second}, ones)
          .slopes()[0];
    }

    private static double[] at(double[] column, int[] rows) {
      return Arrays.stream(rows).mapToDouble(row -> column[row]).toArray();
    }

    private int[] rows(double a, double b) {
      return IntStream.range(0, y.length)
          .filter(row -> cohort[row] == a || cohort[row] == b)
          .toArray();
    }

    double[] pair(double k, double l) {
      int[] rows = rows(k, l);
      int all = (int) Arrays.stream(unit).distinct().count();
      double[] between = new double[y.length];
      for (int row : rows) {
        between[row] =
            d[row]
                - mean(
                    foretold,
                    rows,
                    other -> cohort[other] == cohort[row] && period[other] == period[row]);
      }
      int units = rows.length / DrawnAdoption.PERIODS;
      // (n_k + n_l)^2 of all squared, times the variance in the pair over that of the whole.
      double variance = squares(between, rows) / rows.length;
      double whole = squares / y.length;
      return new double[] {
        slope(between, rows, Arrays.stream(rows).map(row -> period[row]).toArray()),
        Math.pow((double) units / all, 2) * variance / whole
      };
    }

    double[] within(double k) {
      int[] rows = rows(k, k);
      double[] own = new double[y.length];
      Arrays.setAll(own, row -> -foretold[row]);
      return new double[] {
        slope(own, rows, Arrays.stream(rows).map(row -> period[row]).toArray()),
        squares(own, rows) / squares
      };
    }
  }

  /**
   * By hand: the outcome of A rises by 5 as it is treated, those of B and C by 2 and 1, and the
   * control by 1 at B alone. The control foretells half of what is left: d rises by 1/2, 0, -1/2;
   * its means by cohort are 1/2 and -1/4. Within the untreated 2 (2 - 1) weighs 1/4; between
   * cohorts 4/3 (5 - 3/2) weighs 3/4; together 5 - 1 = 4.
   */
  @Test
  void threeUnitsByHand() {
    Observations data =
        Observations.builder(6)
            .texts("unit", List.of("A", "A", "B", "B", "C", "C"))
            .wholes("period", new int[] {1, 2, 1, 2, 1, 2})
            .numbers("cohort", new double[] {2, 2, 0, 0, 0, 0})
            .numbers("y", new double[] {1, 6, 2, 4, 0, 1})
            .numbers("x1", new double[] {7, 7, 3, 4, 5, 5})
            .build();
    GoodmanBacon.Result result =
        Results.ready(GoodmanBacon.decompose(data, DrawnAdoption.COLUMNS, List.of("x1")));
    assertThat(result.estimate()).isCloseTo(4, within(1e-12));
    assertThat(result.comparisons())
        .extracting(Comparison::kind)
        .containsExactly(Kind.WITHIN, Kind.NEVER_TREATED);
    assertThat(result.comparisons().getFirst().estimate()).isCloseTo(2, within(1e-12));
    assertThat(result.comparisons().getFirst().weight()).isCloseTo(.25, within(1e-12));
    assertThat(result.comparisons().getLast().estimate()).isCloseTo(14 / 3.0, within(1e-12));
    assertThat(result.comparisons().getLast().weight()).isCloseTo(.75, within(1e-12));
  }

  @Test
  void controlsThatCannotServeAreTold() {
    Random random = new Random(5);
    Observations data = withControls(new DrawnAdoption(random).observations(), random);
    double[] gap = data.numbers("x1").clone();
    gap[3] = Double.NaN;
    assertThat(codes(data.with("x1", gap), CONTROLS)).contains("bacon-unbalanced");
    double[] endless = data.numbers("x1").clone();
    endless[3] = Double.NEGATIVE_INFINITY;
    assertThat(codes(data.with("x1", endless), CONTROLS)).contains("infinite");
    assertThat(codes(data, List.of("d"))).contains("controls-hold-treatment");
    assertThat(codes(data, List.of("nowhere"))).contains("column-unknown");
    assertThat(codes(data, List.of("unit"))).contains("nothing-to-estimate");
    assertThat(codes(data, List.of("x1", "unit"))).contains("collinear");
  }

  private static List<String> codes(Observations data, List<String> controls) {
    return Results.codes(GoodmanBacon.decompose(data, DrawnAdoption.COLUMNS, controls));
  }
}
