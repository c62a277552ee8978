package tenon.packages.scms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Columns;
import tenon.model.Resource;

/** Each line is 100 doses in 10 packs unless it says otherwise. */
class FreightTest {

  @TempDir Path folder = Path.of("");

  @Test
  void aShipmentsFreightIsDividedByPacksOverTheLinesThatReferToIt() {
    Sample file =
        Sample.file()
            .line(Column.ID, "1", Column.COUNTRY, "Kenya", Column.FREIGHT, "100")
            .line(
                Column.ID,
                "2",
                Column.COUNTRY,
                "Zambia",
                Column.PACKS,
                "30",
                Column.FREIGHT,
                "See DN-9 (ID#:1)");

    // 10 and 30 packs: 25 dollars over 100 doses, 75 over 300
    assertThat(freight(file, 0)).isCloseTo(0.25, within(1e-12));
    assertThat(freight(file, 1)).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void theOtherLinesCountWhereOnesFreightIsInvoicedSeparately() {
    Sample file =
        Sample.file()
            .line(Column.FREIGHT, "Invoiced Separately", Column.PACKS, "1000")
            .line(Column.FREIGHT, "50");

    assertThat(freight(file, 0)).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void aReferenceToALineWithoutFreightIsUnknownWithoutAWarning() {
    Sample file =
        Sample.file()
            .line(Column.ID, "1", Column.FREIGHT, "Invoiced Separately")
            .line(Column.ID, "2", Column.FREIGHT, "See DN-9 (ID#:1)");

    assertThat(freight(file, 0)).isNaN();
    assertThat(file.read(folder).findings()).isEmpty();
  }

  @Test
  void linesThatReferToEachOtherAreUnknown() {
    Sample file =
        Sample.file()
            .line(Column.ID, "1", Column.FREIGHT, "See DN-9 (ID#:2)")
            .line(Column.ID, "2", Column.FREIGHT, "See DN-9 (ID#:1)");

    assertThat(freight(file, 0)).isNaN();
    assertThat(Sample.places(file.read(folder)))
        .containsExactly(
            "scms-freight-line 2 [Freight Cost (USD)] 2",
            "scms-freight-line 3 [Freight Cost (USD)] 1");
  }

  @Test
  void linesWithoutAnIdPayForThemselves() {
    Sample file =
        Sample.file()
            .line(Column.ID, "", Column.FREIGHT, "10")
            .line(Column.ID, "", Column.FREIGHT, "30");

    assertThat(freight(file, 0)).isCloseTo(0.2, within(1e-12));
  }

  private double freight(Sample file, int link) {
    Columns links = Sample.table(Sample.ready(file.read(folder)), Resource.SOURCING);
    return links.number("freight_per_unit", link);
  }
}
