package tenon.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tenon.assess.Drawn.codes;
import static tenon.assess.Drawn.ready;
import static tenon.assess.Drawn.texts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AhpTest {
  private static final double NONE = Double.NaN;

  /** Saaty (2008), International Journal of Services Sciences 1(1), 83-98: drinks in the USA. */
  private static final double[][] DRINKS = {
    {1, 9, 5, 2, 1, 1, 1 / 2.},
    {1 / 9., 1, 1 / 3., 1 / 9., 1 / 9., 1 / 9., 1 / 9.},
    {1 / 5., 3, 1, 1 / 3., 1 / 4., 1 / 3., 1 / 9.},
    {1 / 2., 9, 3, 1, 1 / 2., 1, 1 / 3.},
    {1, 9, 4, 2, 1, 2, 1 / 2.},
    {1, 9, 3, 1, 1 / 2., 1, 1 / 3.},
    {2, 9, 9, 3, 2, 3, 1}
  };

  @Test
  void drinksOfSaaty2008HaveThePublishedWeights() {
    AhpWeights drinks = weigh(RandomIndex.SAATY_2005, DRINKS);
    double[] published = {.177, .019, .042, .116, .190, .129, .327};
    for (int item = 0; item < published.length; item++) {
      assertThat(drinks.weight(item)).isCloseTo(published[item], within(.0005));
    }
    assertThat(drinks.consistencyRatio()).isCloseTo(.022, within(.0005));
    assertThat(drinks.accepted()).isTrue();
  }

  /**
   * The leader example of the public encyclopedia: published weights and CR by Saaty's 2005 table.
   */
  @Test
  void leaderExampleHasThePublishedWeights() {
    AhpWeights leader =
        weigh(
            RandomIndex.SAATY_2005,
            new double[][] {
              {1, 4, 3, 7}, {1 / 4., 1, 1 / 3., 3}, {1 / 3., 3, 1, 5}, {1 / 7., 1 / 3., 1 / 5., 1}
            });
    double[] published = {.547, .127, .270, .056};
    for (int item = 0; item < published.length; item++) {
      assertThat(leader.weight(item)).isCloseTo(published[item], within(.0006));
    }
    assertThat(leader.consistencyRatio()).isCloseTo(.044, within(.0005));
  }

  /** Bozoki, Fulop, Ronyai (2010), Mathematical and Computer Modelling 52: one pair missing. */
  @Test
  void missingJudgementIsFilledAsByBozoki2010() {
    AhpWeights filled =
        weigh(
            RandomIndex.DONEGAN_DODD,
            new double[][] {
              {1, 1, 5, 2}, {NONE, 1, 3, 4}, {NONE, NONE, 1, NONE}, {NONE, NONE, NONE, 1}
            });
    assertThat(filled.judgement(2, 3)).isCloseTo(.730297, within(1e-6));
    // Both c and d are judged by a and b alone, so the fitting ratio is the mean of the detours.
    assertThat(filled.judgement(2, 3)).isCloseTo(Math.sqrt(2 / 5. * 4 / 3.), within(1e-9));
    double[] published = {.3738, .3920, .0985, .1357};
    for (int item = 0; item < published.length; item++) {
      assertThat(filled.weight(item)).isCloseTo(published[item], within(.00005));
    }
    assertThat(filled.consistencyRatio()).isCloseTo(.0372, within(.00005));
  }

  @Test
  void consistentJudgementsGiveBackTheirRatios() {
    AhpWeights weights =
        weigh(
            RandomIndex.SAATY_1980,
            new double[][] {
              {1, 2, 4, 8}, {1 / 2., 1, 2, 4}, {1 / 4., 1 / 2., 1, 2}, {1 / 8., 1 / 4., 1 / 2., 1}
            });
    assertThat(weights.weight(0)).isCloseTo(8 / 15., within(1e-15));
    assertThat(weights.weight(3)).isCloseTo(1 / 15., within(1e-15));
    assertThat(weights.lambdaMax()).isCloseTo(4, within(1e-14));
    assertThat(weights.consistencyRatio()).isCloseTo(0, within(1e-14));
    assertThat(weights.worst()).isNull();
  }

  @Test
  void twoItemsAreAlwaysConsistent() {
    AhpWeights weights = weigh(RandomIndex.SAATY_1980, new double[][] {{1, 3}, {1 / 3., 1}});
    assertThat(weights.weight(0)).isCloseTo(.75, within(1e-15));
    assertThat(weights.consistencyRatio()).isZero();
  }

  @Test
  void judgementThatHurtsMostIsTheOneThatWasBent() {
    double[] truth = {8, 4, 2, 1};
    double[][] bent = consistent(truth);
    bent[1][3] = 1 / 5.; // was 4
    bent[3][1] = 5;
    AhpWeights weights = weigh(RandomIndex.SAATY_1980, bent);
    assertThat(weights.accepted()).isFalse();
    AhpWeights.Judgement worst = known(weights.worst());
    assertThat(worst.item()).isEqualTo("item 1");
    assertThat(worst.other()).isEqualTo("item 3");
    assertThat(worst.value()).isEqualTo(1 / 5.);
    assertThat(worst.fitting()).isCloseTo(4, within(1e-9));
    assertThat(worst.consistencyRatio()).isCloseTo(0, within(1e-12));
  }

  @Test
  void expertsAreJoinedByTheGeometricMeanInAnyOrderOfItems() {
    Judgements first = Judgements.of(List.of("a", "b"), new double[][] {{1, 2}, {1 / 2., 1}});
    Judgements second = Judgements.of(List.of("b", "a"), new double[][] {{1, 1 / 8.}, {8, 1}});
    AhpWeights weights = ready(Ahp.weigh(List.of(first, second), RandomIndex.SAATY_1980));
    assertThat(weights.judgement(0, 1)).isCloseTo(4, within(1e-14));
    assertThat(weights.weight(0)).isCloseTo(.8, within(1e-14));
  }

  @Test
  void whatOneExpertLeavesOutTheOthersMayFill() {
    Judgements whole = judgements(consistent(new double[] {4, 2, 1}));
    Judgements part = judgements(new double[][] {{1, 2, NONE}, {NONE, 1, NONE}, {NONE, NONE, 1}});
    AhpWeights weights = ready(Ahp.weigh(List.of(part, whole), RandomIndex.SAATY_1980));
    assertThat(weights.weight(2)).isCloseTo(1 / 7., within(1e-12));
    assertThat(weights.expertConsistencyRatio(0)).isNaN();
    assertThat(weights.expertConsistencyRatio(1)).isCloseTo(0, within(1e-12));
  }

  @Test
  void everyFaultOfTheJudgementsIsToldAtOnce() {
    var rejected =
        Ahp.weigh(
            List.of(judgements(new double[][] {{2, 3, 0}, {2, 1, -1}, {NONE, NONE, 1}})),
            RandomIndex.SAATY_1980);
    assertThat(codes(rejected))
        .containsExactly(
            "judgement-self",
            "judgement-contradicted",
            "judgement-impossible",
            "judgement-impossible");
    assertThat(texts(rejected.findings()).get(1))
        .isEqualTo(
            "judgements \"3.0000\" is how many times as important expert 1 judges item 0 to be as"
                + " item 1, but the other way round it is 2.0000. Write 0.33333 there, or leave one"
                + " of the two blank.");
  }

  @Test
  void roundedReciprocalsAreMeantTogether() {
    var loaded =
        Ahp.weigh(List.of(judgements(new double[][] {{1, 3}, {.33, 1}})), RandomIndex.SAATY_1980);
    assertThat(codes(loaded)).containsExactly("judgements-rounded");
    assertThat(ready(loaded).judgement(0, 1)).isCloseTo(Math.sqrt(3 / .33), within(1e-14));
  }

  @Test
  void itemsThatNoJudgementJoinsAreRefused() {
    double[][] apart = new double[4][4];
    for (double[] row : apart) {
      Arrays.fill(row, NONE);
    }
    apart[0][1] = 2;
    apart[2][3] = 3;
    assertThat(codes(Ahp.weigh(List.of(judgements(apart)), RandomIndex.SAATY_1980)))
        .containsExactly("judgements-apart");
  }

  @Test
  void shapesAndItemsThatDoNotFitAreRefused() {
    assertThat(codes(Ahp.weigh(List.of(), RandomIndex.SAATY_1980)))
        .containsExactly("judgements-none");
    assertThat(
            codes(
                Ahp.weigh(
                    List.of(judgements(new double[][] {{1, 2}, {1}})), RandomIndex.SAATY_1980)))
        .containsExactly("judgements-shape");
    assertThat(codes(Ahp.weigh(List.of(judgements(new double[16][16])), RandomIndex.SAATY_1980)))
        .containsExactly("judgements-many");
    Judgements twice = Judgements.of(List.of("a", "a"), new double[][] {{1, 1}, {1, 1}});
    assertThat(codes(Ahp.weigh(List.of(twice), RandomIndex.SAATY_1980)))
        .containsExactly("judgements-items");
  }

  @Test
  void anExpertWhoContradictsHimselfIsNamed() {
    double[][] circle = {{1, 9, 1 / 9.}, {1 / 9., 1, 9}, {9, 1 / 9., 1}};
    Judgements sound = judgements(consistent(new double[] {1, 1, 1}));
    var loaded = Ahp.weigh(List.of(sound, judgements(circle)), RandomIndex.SAATY_1980);
    // A circulant matrix: lambda = 1 + 9 + 1/9, so CR = (lambda - 3) / 2 / .58.
    assertThat(texts(loaded.findings()).getFirst())
        .contains("expert 2 has a consistency ratio of 6.130, above 0.10");
    assertThat(loaded.findings().getFirst().text(Locale.CHINESE)).contains("专家 2");
  }

  @Test
  void eigenvectorAgreesWithAnotherProgramOnRandomMatrices() {
    Seeds.forSeeds(
        200,
        random -> {
          double[][] matrix = random(random, 3 + random.nextInt(13));
          Perron perron = Perron.of(matrix);
          EigenDecomposition_F64<DMatrixRMaj> eigen = decomposed(matrix);
          int first = principal(eigen);
          DMatrixRMaj vector = eigen.getEigenVector(first);
          double sum = Arrays.stream(vector.data).sum();
          assertThat(perron.value()).isCloseTo(eigen.getEigenvalue(first).real, within(1e-11));
          for (int i = 0; i < matrix.length; i++) {
            assertThat(perron.vector()[i]).isCloseTo(vector.get(i) / sum, within(1e-11));
          }
        });
  }

  /** No other filling found by searching every missing entry up and down is more consistent. */
  @Test
  void fillingIsTheMostConsistentOneOnRandomMatrices() {
    Seeds.forSeeds(
        25,
        random -> {
          double[][] given = random(random, 4 + random.nextInt(4));
          for (int hole = 0; hole < 5; hole++) {
            int i = random.nextInt(given.length);
            int j = random.nextInt(given.length);
            if (i != j) {
              given[i][j] = NONE;
              given[j][i] = NONE;
            }
          }
          if (Completion.isConnected(given)) {
            double[][] filled = Completion.of(given);
            double[][] searched = searched(given);
            assertThat(lambda(filled)).isLessThanOrEqualTo(lambda(searched) + 1e-11);
            assertThat(lambda(filled)).isCloseTo(lambda(searched), within(1e-7));
          }
        });
  }

  /** Golden-section search along one missing entry after another, until nothing is gained. */
  private static double[][] searched(double[][] given) {
    double[][] matrix = new double[given.length][];
    for (int i = 0; i < given.length; i++) {
      matrix[i] = Arrays.stream(given[i]).map(entry -> Double.isNaN(entry) ? 1 : entry).toArray();
    }
    double before = Double.POSITIVE_INFINITY;
    while (lambda(matrix) < before - 1e-10) {
      before = lambda(matrix);
      for (int i = 0; i < given.length; i++) {
        for (int j = i + 1; j < given.length; j++) {
          if (Double.isNaN(given[i][j])) {
            search(matrix, i, j);
          }
        }
      }
    }
    return matrix;
  }

  private static void search(double[][] matrix, int row, int column) {
    double golden = (Math.sqrt(5) - 1) / 2;
    double from = -8;
    double to = 8;
    while (to - from > 1e-5) {
      double left = to - golden * (to - from);
      double right = from + golden * (to - from);
      if (at(matrix, row, column, left) < at(matrix, row, column, right)) {
        to = right;
      } else {
        from = left;
      }
    }
  }

  private static double at(double[][] matrix, int row, int column, double logarithm) {
    matrix[row][column] = Math.exp(logarithm);
    matrix[column][row] = Math.exp(-logarithm);
    return lambda(matrix);
  }

  private static double lambda(double[][] matrix) {
    EigenDecomposition_F64<DMatrixRMaj> eigen = decomposed(matrix);
    return eigen.getEigenvalue(principal(eigen)).real;
  }

  private static EigenDecomposition_F64<DMatrixRMaj> decomposed(double[][] matrix) {
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(matrix.length, true);
    assertThat(eigen.decompose(new DMatrixRMaj(matrix))).isTrue();
    return eigen;
  }

  private static int principal(EigenDecomposition_F64<DMatrixRMaj> eigen) {
    int first = 0;
    for (int k = 1; k < eigen.getNumberOfEigenvalues(); k++) {
      if (eigen.getEigenvalue(k).real > eigen.getEigenvalue(first).real) {
        first = k;
      }
    }
    return first;
  }

  private static double[][] random(Random random, int items) {
    double[][] matrix = new double[items][items];
    for (int i = 0; i < items; i++) {
      matrix[i][i] = 1;
      for (int j = i + 1; j < items; j++) {
        double judged = 1 + random.nextInt(9);
        matrix[i][j] = random.nextBoolean() ? judged : 1 / judged;
        matrix[j][i] = 1 / matrix[i][j];
      }
    }
    return matrix;
  }

  private static double[][] consistent(double[] weights) {
    double[][] matrix = new double[weights.length][weights.length];
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < weights.length; j++) {
        matrix[i][j] = weights[i] / weights[j];
      }
    }
    return matrix;
  }

  private static Judgements judgements(double[][] matrix) {
    List<String> items = IntStream.range(0, matrix.length).mapToObj(i -> "item " + i).toList();
    return Judgements.of(items, matrix);
  }

  private static AhpWeights weigh(RandomIndex randomIndex, double[][] matrix) {
    return ready(Ahp.weigh(List.of(judgements(matrix)), randomIndex));
  }

  private static <T> T known(@Nullable T value) {
    assertThat(value).isNotNull();
    if (value == null) {
      throw new AssertionError("unknown");
    }
    return value;
  }
}
