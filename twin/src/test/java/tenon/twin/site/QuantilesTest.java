package tenon.twin.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class QuantilesTest {

  /** Hyndman and Fan (1996), type 7, of 1 to 5: position 4p. */
  @Test
  void quantilesByHand() {
    assertThat(Quantiles.among(new double[] {5, 1, 4, 2, 3}, 0.5)).isEqualTo(3);
    assertThat(Quantiles.among(new double[] {5, 1, 4, 2, 3}, 0.1)).isEqualTo(1.4);
    assertThat(Quantiles.among(new double[] {7}, 0.95)).isEqualTo(7);
  }

  @Test
  void selectionIsSorting() {
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      double[] numbers = new double[1 + random.nextInt(300)];
      int different = 1 + random.nextInt(400);
      for (int i = 0; i < numbers.length; i++) {
        int drawn = random.nextInt(different);
        numbers[i] = drawn == 7 ? Double.POSITIVE_INFINITY : drawn / 3.0;
      }
      double[] sorted = Quantiles.sorted(numbers);
      for (double p : new double[] {0, 0.05, 0.5, 0.95, 1}) {
        double[] some = numbers.clone();
        assertThat(Quantiles.among(some, p)).as("seed " + seed).isEqualTo(Quantiles.at(sorted, p));
      }
    }
  }
}
