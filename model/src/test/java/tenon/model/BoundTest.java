package tenon.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "1, 1",
    "-90, -90",
    "0.999999, 0.999999",
    "0.05, 0.05",
    "0.0001, 0.0001",
    "1000000, 1000000",
    "10000000, 1e7",
    "2500000000000, 2.5e12",
    "-1e15, -1e15",
    "1e-9, 1e-9",
    "1e300, 1e300",
  })
  void aBoundIsWrittenSoThatNobodyHasToCountZeros(double number, String text) {
    assertThat(Bound.text(number)).isEqualTo(text);
    assertThat(Double.parseDouble(Bound.text(number))).isEqualTo(number + 0.0);
  }
}
