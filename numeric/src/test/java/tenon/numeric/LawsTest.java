package tenon.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LawsTest {

  /** Abramowitz and Stegun 1964, tables 26.1, 26.7 to 26.10; R prints the same digits. */
  @Test
  void tailsAreThoseOfTheTables() {
    assertThat(Laws.normal(1)).isCloseTo(.841344746068543, within(1e-14));
    assertThat(Laws.normalUpper(1.959963984540054)).isCloseTo(.025, within(1e-15));
    assertThat(Laws.normalUpper(-1)).isCloseTo(.8413447460685429, within(1e-15));
    assertThat(Laws.normalTwoSided(-1.959963984540054)).isCloseTo(.05, within(1e-15));
    assertThat(Laws.normalUpper(6) / 9.865876450376946e-10).isCloseTo(1, within(1e-12));
    assertThat(Laws.chiSquaredUpper(3.841458820694124, 1)).isCloseTo(.05, within(1e-14));
    assertThat(Laws.chiSquaredUpper(18.307038053275146, 10)).isCloseTo(.05, within(1e-14));
    assertThat(Laws.studentTwoSided(2.2281388519862744, 10)).isCloseTo(.05, within(1e-13));
    assertThat(Laws.fUpper(3.325834530413011, 5, 10)).isCloseTo(.05, within(1e-12));
  }

  @Test
  void quantilesAreThoseOfTheTables() {
    assertThat(Laws.normalQuantile(.975)).isCloseTo(1.959963984540054, within(1e-13));
    assertThat(Laws.normalQuantile(.001)).isCloseTo(-3.090232306167813, within(1e-12));
    assertThat(Laws.studentQuantile(.975, 10)).isCloseTo(2.2281388519862744, within(1e-9));
    assertThat(Laws.studentTwoSidedQuantile(.05, 10)).isCloseTo(2.228138851986274, within(1e-12));
    assertThat(Laws.studentTwoSidedQuantile(.05, 1)).isCloseTo(12.7062047361747, within(1e-9));
  }

  /** Cauchy's law has its tail in closed form; the normal is Student's limit. */
  @Test
  void studentsLimitsAreCauchyAndNormal() {
    assertThat(Laws.studentTwoSided(1, 1)).isCloseTo(.5, within(1e-14));
    assertThat(Laws.studentTwoSided(1e6, 1)).isCloseTo(2e-6 / Math.PI, within(1e-17));
    double limit = Double.POSITIVE_INFINITY;
    assertThat(Laws.studentTwoSided(2, limit)).isCloseTo(Laws.normalTwoSided(2), within(1e-16));
    assertThat(Laws.studentTwoSidedQuantile(.1, limit)).isCloseTo(1.644853626951472, within(1e-12));
  }

  @Test
  void whatHasNoDegreesOfFreedomHasNoTail() {
    assertThat(Laws.studentTwoSided(1, 0)).isNaN();
    assertThat(Laws.studentTwoSided(Double.NaN, 5)).isNaN();
    assertThat(Laws.fUpper(Double.NaN, 1, 5)).isNaN();
  }
}
