package tenon.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PanelTest {

  @Test
  void valuesAreFoundByUnitPeriodAndNode() {
    Columns hierarchy =
        new Columns.Builder(Resource.HIERARCHY)
            .row()
            .set("code", "index")
            .row()
            .set("code", "patents")
            .set("parent", "index")
            .build();
    Columns.Builder indicators = new Columns.Builder(Resource.INDICATORS);
    value(indicators, "Wuxi", "2025", 7);
    value(indicators, "Suzhou", "2024", 5);
    value(indicators, "Wuxi", "2024", 6);
    Panel panel =
        Panel.of(Map.of(Resource.HIERARCHY, hierarchy, Resource.INDICATORS, indicators.build()));
    assertThat(panel.units().stream()).containsExactly("Wuxi", "Suzhou");
    assertThat(panel.periods().stream()).containsExactly("2024", "2025");
    assertThat(panel.hierarchy().parent(1)).isZero();
    assertThat(panel.hierarchy().parent(0)).isEqualTo(-1);
    assertThat(panel.value(0, 0, 1)).isEqualTo(6);
    assertThat(panel.value(0, 1, 1)).isEqualTo(7);
    assertThat(panel.value(1, 0, 1)).isEqualTo(5);
    assertThat(panel.value(1, 1, 1)).as("not measured").isNaN();
    assertThat(panel.value(0, 0, 0)).as("gathered, not measured").isNaN();
  }

  @Test
  void aPackageWithoutIndicatorsHasAnEmptyPanel() {
    Panel panel = Panel.of(Map.of());
    assertThat(panel.units().count()).isZero();
    assertThat(panel.hierarchy().count()).isZero();
  }

  @Test
  void indicatorsOutsideTheHierarchyAreRefused() {
    Columns.Builder indicators = new Columns.Builder(Resource.INDICATORS);
    value(indicators, "Wuxi", "2025", 7);
    assertThatThrownBy(() -> Panel.of(Map.of(Resource.INDICATORS, indicators.build())))
        .hasMessageContaining("patents");
  }

  private static void value(Columns.Builder rows, String unit, String period, double value) {
    rows.row()
        .set("unit_id", unit)
        .set("period", period)
        .set("code", "patents")
        .set("value", value);
  }
}
