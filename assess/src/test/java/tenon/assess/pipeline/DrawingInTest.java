package tenon.assess.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tenon.assess.Seeds.forSeeds;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DrawingInTest {

  /** Against moments taken anew of the values that were drawn in, in two passes. */
  @Test
  void momentsFromKeptSumsAreThoseOfTheValuesDrawnIn() {
    forSeeds(300, DrawingInTest::compare);
  }

  private static void compare(Random random) {
    double[] sorted = new double[4 + random.nextInt(60)];
    double scale = Math.pow(10, random.nextInt(9) - 4);
    double shift = random.nextInt(3) * 100 * scale;
    double sigma = 3 * random.nextDouble();
    boolean ties = random.nextBoolean();
    for (int i = 0; i < sorted.length; i++) {
      double value = Math.exp(sigma * random.nextGaussian());
      sorted[i] = shift + scale * (ties ? Math.rint(value) : value);
    }
    if (random.nextInt(3) == 0) {
      sorted[0] *= 1e6;
    }
    Arrays.sort(sorted);
    DrawingIn drawing = new DrawingIn(sorted);
    for (int low = 0; low < sorted.length; low++) {
      for (int high = 0; low + high + 2 <= sorted.length; high++) {
        Moments fast = drawing.moments(low, high);
        double greatest = sorted[sorted.length - 1 - high];
        Moments plain = Moments.clamped(sorted, sorted[low], greatest);
        same(fast.skewness(), plain.skewness());
        same(fast.kurtosis(), plain.kurtosis());
        same(fast.deviation() / scale, plain.deviation() / scale);
        same(fast.mean() / scale, plain.mean() / scale);
      }
    }
  }

  private static void same(double value, double expected) {
    if (Double.isNaN(expected)) {
      assertThat(value).isNaN();
    } else {
      assertThat(value).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
    }
  }

  /** A known sum: four values about their mean 0, and the greatest drawn in to the next. */
  @Test
  void byHand() {
    // -1, 0, 1, 4 with the 4 drawn in to 1: mean .25, squares 1.5625 + .0625 + 2 x .5625 = 2.75
    Moments moments = new DrawingIn(new double[] {-1, 0, 1, 4}).moments(0, 1);
    assertThat(moments.mean()).isCloseTo(.25, within(1e-15));
    assertThat(moments.deviation()).isCloseTo(Math.sqrt(2.75 / 3), within(1e-15));
  }

  @Test
  void aMeanOfKnownPartsHasTheBitsOfTheMeanThatLooks() {
    forSeeds(
        100,
        random -> {
          double[][] parts = new double[1 + random.nextInt(11)][7];
          double[] weights = random.doubles(parts.length).toArray();
          for (double[] part : parts) {
            Arrays.setAll(part, _ -> random.nextGaussian());
          }
          assertThat(Means.ofKnown(parts, weights)).isEqualTo(Means.weighted(parts, weights));
        });
  }
}
