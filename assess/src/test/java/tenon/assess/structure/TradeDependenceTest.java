package tenon.assess.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TradeDependenceTest {
  private static final Offset<Double> CLOSE = within(1e-12);

  @Test
  void aBlocThatBuysMostFromOneCountryIsDependent() {
    TradeDependence measured = TradeDependence.of(new double[] {60, 20, 10, 10}, 50, 40);
    assertThat(measured.hhi()).isCloseTo(0.42, CLOSE);
    assertThat(measured.cr3()).isCloseTo(0.9, CLOSE);
    assertThat(measured.cdi2()).isCloseTo(2 / 3.0, CLOSE);
    assertThat(measured.cdi3()).isCloseTo(2.5, CLOSE);
    assertThat(measured.effectiveSuppliers()).isCloseTo(2.380952380952381, CLOSE);
    assertThat(measured.dependent()).isTrue();
    assertThat(measured.breachesOneCountryBar()).isFalse();
  }

  @Test
  void exportsAboveImportsMakeItIndependent() {
    TradeDependence measured = TradeDependence.of(new double[] {50, 30, 20}, 20, 300);
    assertThat(measured.hhi()).isCloseTo(0.38, CLOSE);
    assertThat(measured.cdi2()).isCloseTo(0.8333333333333334, CLOSE);
    assertThat(measured.cdi3()).isCloseTo(1 / 3.0, CLOSE);
    assertThat(measured.dependent()).isFalse();
  }

  @Test
  void twoThirdsFromOneCountryBreachTheBar() {
    TradeDependence measured = TradeDependence.of(new double[] {66, 34}, Double.NaN, 0);
    assertThat(measured.hhi()).isCloseTo(0.5512, CLOSE);
    assertThat(measured.breachesOneCountryBar()).isTrue();
    assertThat(measured.cdi2()).isNaN();
    assertThat(measured.cdi3()).isEqualTo(TradeDependence.NO_EXPORTS);
  }

  @Test
  void twoOfThreeYearsAboveAllBarsCount() {
    double[] first = {0.45, 0.42, 1.2};
    double[] second = {0.39, 0.5, 1.5};
    assertThat(
            TradeDependence.dependentOverYears(
                List.of(first, second, new double[] {0.41, 0.41, 1.01})))
        .isTrue();
    assertThat(
            TradeDependence.dependentOverYears(
                List.of(first, second, new double[] {0.41, 0.4, 1.01})))
        .isFalse();
  }
}
