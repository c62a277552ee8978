package tenon.twin.firm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenon.model.Interval;
import tenon.model.Keys;
import tenon.model.Progress;

class ReconstructionTest {
  private static final int FIRMS = 250;
  private static final FirmNetwork TRUE = ScaleFreeFirms.of(FIRMS, 7, 10, 11);
  private static final Keys KEYS =
      Keys.of(IntStream.range(0, FIRMS).mapToObj(firm -> "F" + firm).toList());
  private static final Reconstruction HIDDEN =
      Reconstruction.of(FirmSizes.of(TRUE, KEYS), TRUE.links(), 42);

  @Test
  void drawsKeepTheSizesAndTheNumberOfLinks() {
    double links = 0;
    for (int draw = 0; draw < 20; draw++) {
      FirmNetwork drawn = HIDDEN.draw(draw);
      links += drawn.links() / 20.0;
      double off = 0;
      for (int firm = 0; firm < FIRMS; firm++) {
        off += Math.abs(drawn.input(firm) - TRUE.input(firm));
      }
      // Firms that drew no link on one side cannot be scaled; they are small.
      assertThat(off / TRUE.totalOutput()).isLessThan(0.05);
    }
    assertThat(links).isCloseTo(TRUE.links(), within(0.03 * TRUE.links()));
  }

  @Test
  void theSameDrawIsTheSameNetwork() {
    FirmNetwork once = HIDDEN.draw(3);
    FirmNetwork again = HIDDEN.draw(3);
    assertThat(again.links()).isEqualTo(once.links());
    for (int sale = 0; sale < once.links(); sale++) {
      assertThat(again.customer(sale)).isEqualTo(once.customer(sale));
      assertThat(again.saleAmount(sale)).isEqualTo(once.saleAmount(sale));
    }
    assertThat(HIDDEN.draw(4).links()).isNotEqualTo(once.links());
  }

  /** Two firms and one block: p = z g / (1 + z g) = links wanted, by hand. */
  @Test
  void onePairIsLinkedAsOftenAsWanted() {
    Keys keys = Keys.of(Arrays.asList("a", "b"));
    FirmSizes sizes =
        FirmSizes.of(
            keys,
            new int[] {0, 1},
            2,
            new byte[4],
            new double[] {6, 0},
            new double[] {0, 6},
            new double[] {0, 6, 0, 0});
    Reconstruction pair = Reconstruction.of(sizes, 0.25, 1);
    int linked = 0;
    for (int draw = 0; draw < 2000; draw++) {
      FirmNetwork drawn = pair.draw(draw);
      linked += drawn.links();
      assertThat(drawn.totalOutput()).isIn(0.0, 6.0);
    }
    assertThat(linked / 2000.0).isCloseTo(0.25, within(0.03));
    assertThatIllegalArgumentException().isThrownBy(() -> Reconstruction.of(sizes, 2, 1));
  }

  /** One seller of 9 and one of 1 to one buyer: odds of 9 to 1, or of 3 to 1 with a = 1/2. */
  @Test
  void anExponentEvensTheOddsOfLinks() {
    FirmSizes sizes =
        FirmSizes.of(
            Keys.of(Arrays.asList("great", "small", "buyer")),
            new int[] {0, 0, 1},
            2,
            new byte[4],
            new double[] {9, 1, 0},
            new double[] {0, 0, 10},
            new double[] {0, 10, 0, 0});
    for (double exponent : new double[] {1, 0.5, 0}) {
      Reconstruction drawn = Reconstruction.of(sizes, 1, new Reconstruction.Shape(exponent, 1), 1);
      double great = 0;
      double small = 0;
      for (int draw = 0; draw < 4000; draw++) {
        FirmNetwork network = drawn.draw(draw);
        great += network.output(0) > 0 ? 1 / 4000.0 : 0;
        small += network.output(1) > 0 ? 1 / 4000.0 : 0;
      }
      double odds = great / (1 - great) / (small / (1 - small));
      assertThat(odds).as("%s", exponent).isCloseTo(Math.pow(9, exponent), within(0.2 * odds));
      assertThat(great + small).isCloseTo(1, within(0.03));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> new Reconstruction.Shape(1.5, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Reconstruction.Shape(1, Double.NaN));
  }

  /** The numbers in docs/methods/cascade.md. */
  @Test
  void ranksComeBackFromSizesAlone() {
    comesBack(Replaceability.SECTOR, 0.7, 0.6, 0.45);
    comesBack(Replaceability.NONE, 0.3, 0.05, 0.15);
  }

  private static void comesBack(
      Replaceability replaceability, double leastRank, double leastCovered, double leastRatio) {
    CascadeSpec spec = CascadeSpec.published().withReplaceability(replaceability);
    CascadeResult truth = Cascade.run(TRUE, spec, new Shocks.EveryFirm(), Progress.NONE);
    ReconstructedEsri drawn = HIDDEN.esri(spec, 30, Progress.NONE);
    double[] expected = new double[FIRMS];
    double[] actual = new double[FIRMS];
    int covered = 0;
    for (int firm = 0; firm < FIRMS; firm++) {
      expected[firm] = truth.esri(firm);
      actual[firm] = drawn.mean(firm);
      Interval interval = drawn.interval(firm, 0.9);
      covered += interval.low() <= expected[firm] && expected[firm] <= interval.high() ? 1 : 0;
      assertThat(actual[firm]).isBetween(0.0, 1.0);
    }
    double rank = spearman(expected, actual);
    assertThat(rank).as("rank correlation %s", replaceability).isGreaterThan(leastRank);
    assertThat(covered / (double) FIRMS)
        .as("coverage %s", replaceability)
        .isGreaterThan(leastCovered);
    double ratio = Arrays.stream(actual).sum() / Arrays.stream(expected).sum();
    assertThat(ratio).as("mean ratio %s", replaceability).isBetween(leastRatio, 1.6);
  }

  private static double spearman(double[] a, double[] b) {
    double[] ra = ranks(a);
    double[] rb = ranks(b);
    double mean = (a.length - 1) / 2.0;
    double top = 0;
    double sa = 0;
    double sb = 0;
    for (int at = 0; at < a.length; at++) {
      top += (ra[at] - mean) * (rb[at] - mean);
      sa += (ra[at] - mean) * (ra[at] - mean);
      sb += (rb[at] - mean) * (rb[at] - mean);
    }
    return top / Math.sqrt(sa * sb);
  }

  private static double[] ranks(double[] values) {
    double[] ranks = new double[values.length];
    for (int at = 0; at < values.length; at++) {
      for (double other : values) {
        ranks[at] += other < values[at] ? 1 : other == values[at] ? 0.5 : 0;
      }
      ranks[at] -= 0.5;
    }
    return ranks;
  }
}
