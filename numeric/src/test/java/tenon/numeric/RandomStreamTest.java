package tenon.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
  private static final int N = 400_000;
  private final RandomStream stream = RandomStreams.of(2).stream(Purpose.GENERATE, "moments", 0);

  /** Moments 0, 1, 0, 3; their standard errors are sqrt(1, 2, 15, 96 over n); four are allowed. */
  @Test
  void gaussianHasItsFourMoments() {
    double[] z = DoubleStream.generate(stream::gaussian).limit(N).toArray();
    assertThat(moment(z, 1)).isCloseTo(0, within(4 * Math.sqrt(1.0 / N)));
    assertThat(moment(z, 2)).isCloseTo(1, within(4 * Math.sqrt(2.0 / N)));
    assertThat(moment(z, 3)).isCloseTo(0, within(4 * Math.sqrt(15.0 / N)));
    assertThat(moment(z, 4)).isCloseTo(3, within(4 * Math.sqrt(96.0 / N)));
  }

  @Test
  void uniformStaysBelowOneAndFillsTheInterval() {
    double[] u = DoubleStream.generate(stream::nextDouble).limit(N).toArray();
    assertThat(Arrays.stream(u).allMatch(x -> x >= 0 && x < 1)).isTrue();
    assertThat(moment(u, 1)).isCloseTo(0.5, within(4 * Math.sqrt(1.0 / 12 / N)));
  }

  @Test
  void logNormalHasTheMeanOfItsFormula() {
    double mean = DoubleStream.generate(() -> stream.logNormal(1, 0.5)).limit(N).average().orElseThrow();
    double expected = Math.exp(1 + 0.125);
    double deviation = expected * Math.sqrt(Math.expm1(0.25));
    assertThat(mean).isCloseTo(expected, within(4 * deviation / Math.sqrt(N)));
  }

  @Test
  void logNormalWithoutSpreadIsItsMedian() {
    assertThat(stream.logNormal(2, 0)).isEqualTo(StrictMath.exp(2));
  }

  @Test
  void indexFollowsTheWeightsAndNeverDrawsAZero() {
    double[] weights = {0, 1, 0, 3, 0};
    int[] counts = new int[weights.length];
    for (int i = 0; i < N; i++) {
      counts[stream.index(weights)]++;
    }
    assertThat(counts[0] + counts[2] + counts[4]).isZero();
    assertThat(counts[3] / (double) N).isCloseTo(0.75, within(4 * Math.sqrt(0.75 * 0.25 / N)));
  }

  @Test
  void impossibleDrawsSayWhy() {
    assertThatIllegalArgumentException().isThrownBy(() -> stream.nextInt(0)).withMessageContaining("bound 0");
    assertThatIllegalArgumentException().isThrownBy(() -> stream.logNormal(0, -1)).withMessageContaining("sigma -1.0");
    assertThatIllegalArgumentException().isThrownBy(() -> stream.logNormal(Double.NaN, 1)).withMessageContaining("mu NaN");
    assertThatIllegalArgumentException().isThrownBy(() -> stream.index(new double[] {1, Double.NaN})).withMessageContaining("weights[1] is NaN");
    assertThatIllegalArgumentException().isThrownBy(() -> stream.index(new double[0])).withMessageContaining("sum to 0.0");
  }

  private static double moment(double[] sample, int order) {
    return Arrays.stream(sample).map(x -> Math.pow(x, order)).average().orElseThrow();
  }
}
