package tenon.packages.scms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Columns;
import tenon.model.Resource;

class MakersTest {

  @TempDir Path folder = Path.of("");

  @Test
  void aVendorOfTheSameNameRunsTheSiteThoughAWholesalerSellsMoreFromIt() {
    Sample file = Sample.file();
    sell(file, 20, "Wholesaler", "Alpha, Goa, India");
    sell(file, 20, "Wholesaler", "Beta Works");
    sell(file, 5, "Alpha Limited", "Alpha, Goa, India");

    assertThat(firm(file, "plant-alpha-goa-india")).isEqualTo("vendor-alpha-limited");
    assertThat(firm(file, "plant-beta-works")).isEqualTo("maker-beta-works");
  }

  @Test
  void aVendorThatSellsOneHouseOnlyRunsItsSitesWhateverItsName() {
    Sample file = Sample.file();
    sell(file, 9, "Bristol-Myers Squibb", "BMS Meymac, France");
    sell(file, 1, "Bristol-Myers Squibb", "BMS Evansville, US");
    sell(file, 1, "Bristol-Myers Squibb", "Beta Works");

    // 10 of 11 lines are of the house BMS
    assertThat(firm(file, "plant-bms-evansville-us")).isEqualTo("vendor-bristol-myers-squibb");
  }

  @Test
  void nineLinesAreTooFewToTellAMakerByWhatItSells() {
    Sample file = Sample.file();
    sell(file, 9, "Bristol-Myers Squibb", "BMS Meymac, France");

    assertThat(firm(file, "plant-bms-meymac-france")).isEqualTo("maker-bms-meymac-france");
  }

  @Test
  void lessThanNineTenthsOfOneHouseIsAWholesaler() {
    Sample file = Sample.file();
    sell(file, 17, "Bristol-Myers Squibb", "BMS Meymac, France");
    sell(file, 2, "Bristol-Myers Squibb", "Beta Works");

    // 17 of 19 lines are 89 %
    assertThat(firm(file, "plant-bms-meymac-france")).isEqualTo("maker-bms-meymac-france");
  }

  @Test
  void aNameAloneIsNotEnoughForAVendorThatSoldHardlyAnything() {
    Sample file = Sample.file();
    sell(file, 19, "Wholesaler", "Alpha, Goa, India");
    sell(file, 19, "Wholesaler", "Beta Works");
    sell(file, 2, "Alpha Branch Office", "Alpha, Goa, India");

    // 2 of 21 lines are 9.5 %
    assertThat(firm(file, "plant-alpha-goa-india")).isEqualTo("maker-alpha-goa-india");
  }

  @Test
  void nobodyRunsASiteThatIsNotNamed() {
    Sample file = Sample.file();
    sell(file, 20, "Zephyr", "Not Applicable");

    assertThat(firm(file, "plant-not-applicable")).isEqualTo("maker-not-applicable");
  }

  private static void sell(Sample file, int lines, String vendor, String plant) {
    for (int i = 0; i < lines; i++) {
      file.line(Column.VENDOR, vendor, Column.PLANT, plant);
    }
  }

  private String firm(Sample file, String site) {
    Columns sites = Sample.table(Sample.ready(file.read(folder)), Resource.SITES);
    return String.valueOf(sites.text("firm_id", Sample.row(sites, site)));
  }
}
