package tenon.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ColumnsTest {

  @Test
  void cellsThatAreNotSetAreUnknown() {
    Columns columns = new Columns.Builder(Resource.SOURCING).row().set("link_id", "L1").build();
    assertThat(columns.number("share", 0)).isNaN();
    assertThat(columns.text("mode", 0)).isNull();
    assertThat(columns.text("status", 0)).isNull();
    assertThat(columns.code("status", 0)).isEqualTo(Columns.UNKNOWN);
    assertThat(columns.code("valid_from", 0)).isEqualTo(Columns.UNKNOWN_DATE);
    assertThat(columns.knows("share")).isFalse();
    assertThat(columns.knows("link_id")).isTrue();
  }

  @Test
  void everyTypeComesBackAsItWasSet() {
    Columns columns =
        new Columns.Builder(Resource.SOURCING)
            .row()
            .set("link_id", "L1")
            .set("share", 0.25)
            .set("status", "standby")
            .set("valid_from", "2026-11-21")
            .set("evidence", "a \"quoted\" text")
            .build();
    assertThat(columns.number("share", 0)).isEqualTo(0.25);
    assertThat(columns.text("status", 0)).isEqualTo("standby");
    assertThat(columns.code("status", 0)).isEqualTo(1);
    assertThat(columns.text("valid_from", 0)).isEqualTo("2026-11-21");
    assertThat(columns.code("valid_from", 0))
        .isEqualTo((int) LocalDate.of(2026, 11, 21).toEpochDay());
    assertThat(columns.text("evidence", 0)).isEqualTo("a \"quoted\" text");
  }

  @Test
  void flagsAreTrueFalseOrUnknown() {
    Columns columns =
        new Columns.Builder(Resource.INPUTS)
            .row()
            .set("essential", "true")
            .row()
            .set("essential", "false")
            .row()
            .build();
    assertThat(columns.text("essential", 0)).isEqualTo("true");
    assertThat(columns.text("essential", 1)).isEqualTo("false");
    assertThat(columns.text("essential", 2)).isNull();
  }

  @Test
  void aColumnFirstSetInALateRowIsUnknownInTheRowsBefore() {
    Columns.Builder builder = new Columns.Builder(Resource.PRODUCTS);
    for (int i = 0; i < 1_000; i++) {
      builder.row().set("product_id", "P" + i);
    }
    Columns columns =
        builder.set("unit_value", 3).set("unit", "t").set("name", "last").row().build();
    assertThat(columns.rows()).isEqualTo(1_001);
    for (int row : new int[] {0, 500, 998, 1_000}) {
      assertThat(columns.number("unit_value", row)).isNaN();
      assertThat(columns.text("unit", row)).isNull();
      assertThat(columns.text("name", row)).isNull();
    }
    assertThat(columns.number("unit_value", 999)).isEqualTo(3);
    assertThat(columns.text("name", 999)).isEqualTo("last");
  }

  @Test
  void reservedRoomDoesNotAddRows() {
    Columns.Builder builder = new Columns.Builder(Resource.PRODUCTS);
    builder.row().set("product_id", "P").set("unit_value", 1).reserve(10_000).reserve(5);
    Columns columns = builder.row().set("product_id", "Q").build();
    assertThat(columns.rows()).isEqualTo(2);
    assertThat(columns.number("unit_value", 0)).isEqualTo(1);
    assertThat(columns.number("unit_value", 1)).isNaN();
  }

  @Test
  void rowsOutsideTheTableAreRefused() {
    Columns columns = new Columns.Builder(Resource.PRODUCTS).row().set("product_id", "P").build();
    assertThatThrownBy(() -> columns.code("product_id", 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> columns.number(Resource.PRODUCTS.position("unit_value"), 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> columns.text("name", -1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void wordsThatAreNoCategoryAreRefused() {
    Columns.Builder builder = new Columns.Builder(Resource.SOURCING).row();
    assertThatThrownBy(() -> builder.set("status", "actve"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("actve")
        .hasMessageContaining("standby");
  }

  @Test
  void columnsThatDoNotExistAreRefused() {
    assertThatThrownBy(() -> Columns.empty(Resource.SITES).number("ttr", 0))
        .hasMessageContaining("sites has no column ttr");
  }
}
