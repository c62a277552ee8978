package tenon.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ValueOfInformationTest {

  /** Site 2 is worth 0 or 10 with even chances, site 1 always 4: knowing saves (4 + 10)/2 - 5. */
  @Test
  void knowingIsWorthWhatTheBetterChoiceSaves() {
    double[][] priorities = {{4, 0}, {4, 10}};
    assertThat(ValueOfInformation.of(new double[] {0.5, 0.5}, priorities, 1))
        .isCloseTo(2, within(1e-12));
  }

  @Test
  void aNumberThatChangesNoChoiceIsWorthNothing() {
    double[][] priorities = {{9, 1}, {4, 2}};
    assertThat(ValueOfInformation.of(new double[] {0.3, 0.7}, priorities, 1)).isZero();
    assertThat(ValueOfInformation.of(new double[] {0.3, 0.7}, priorities, 2)).isZero();
  }
}
