package tenon.packages.scms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tenon.model.Columns;
import tenon.model.Resource;
import tenon.packages.Bilingual;
import tenon.packages.DataPackage;

/**
 * {@code worked.csv}, by hand. In 2011 Kenya took 1,460 doses of Xavirine directly from Alpha and
 * 730 of Beta's from the centre; Zambia took 730 of Yavirine. Delta delivered Xavirine to Kenya
 * from the centre in 2010, Gamma to Zambia in 2009, and so did a site that the file does not name.
 */
class WorkedFileTest {
  private static final Offset<Double> EXACT = within(1e-12);
  private static final String X = "xavirine-10mg-tablet";
  private static final String Y = "yavirine-oral-solution";
  private static final String ALPHA = "plant-alpha-goa-india";
  private static final String DIRECT = ALPHA + "--store-kenya--" + X + "--office-alpha-limited";
  private static final String FROM_HUB = Ids.HUB + "--store-kenya--" + X;
  private static final String TO_HUB = "plant-beta-works--" + Ids.HUB + "--" + X;

  private final DataPackage made = Sample.ready(Sample.worked(null));
  private final Columns links = Sample.table(made, Resource.SOURCING);

  @Test
  void aProductIsMoleculeDosageAndForm() {
    Columns products = Sample.table(made, Resource.PRODUCTS);

    assertThat(products.dictionary("product_id").stream()).containsExactly(X, Y);
    assertThat(products.text("name", 0)).isEqualTo("Xavirine 10mg, Tablet");
    assertThat(products.text("name", 1)).isEqualTo("Yavirine, Oral solution");
    assertThat(products.text("unit", 0)).isEqualTo("dose");
    assertThat(products.knows("margin_per_unit")).isFalse();
  }

  @Test
  void unitValueIsTheYearsValueOverItsDoses() {
    Columns products = Sample.table(made, Resource.PRODUCTS);

    // (1460 + 730 + 365) / 2190, and 146 / 730
    assertThat(products.number("unit_value", 0)).isCloseTo(2555.0 / 2190, EXACT);
    assertThat(products.number("unit_value", 1)).isCloseTo(0.2, EXACT);
  }

  @Test
  void unitValueIsThatOfAllYearsWhereTheLastDeliveredNone() {
    DataPackage until2010 = Sample.ready(Sample.worked(LocalDate.of(2010, 12, 31)));
    Columns products = Sample.table(until2010, Resource.PRODUCTS);

    // Yavirine: (73 + 73) / (365 + 365), all of 2009
    assertThat(products.number("unit_value", Sample.row(products, Y))).isCloseTo(0.2, EXACT);
  }

  @Test
  void demandIsTheLastYearOver365() {
    Columns demand = Sample.table(made, Resource.DEMAND);

    assertThat(demand.rows()).isEqualTo(2);
    assertThat(demand.text("site_id", 0)).isEqualTo("store-kenya");
    assertThat(demand.number("mean_per_day", 0)).isCloseTo(6, EXACT);
    assertThat(demand.text("site_id", 1)).isEqualTo("store-zambia");
    assertThat(demand.number("mean_per_day", 1)).isCloseTo(2, EXACT);
    assertThat(made.tables()).doesNotContainKey(Resource.STOCKS);
  }

  @Test
  void capacityIsTheBestYearToDateOver365() {
    Columns recipes = Sample.table(made, Resource.RECIPES);

    assertThat(recipes.rows()).isEqualTo(6);
    // Alpha: 2,190 in 2010 against 1,460 in 2011; Gamma's Yavirine: 730 in both 2009 and 2011
    assertThat(capacity(recipes, ALPHA, X)).isCloseTo(6, EXACT);
    assertThat(capacity(recipes, "plant-gamma-uk", Y)).isCloseTo(2, EXACT);
    assertThat(capacity(recipes, "plant-gamma-uk", X)).isCloseTo(1, EXACT);
    assertThat(capacity(recipes, "plant-not-applicable", X)).isCloseTo(1, EXACT);
  }

  @Test
  void aDirectDropPassesTheVendorsOffice() {
    int row = Sample.row(links, DIRECT);

    assertThat(links.text("customer_site_id", row)).isEqualTo("store-kenya");
    assertThat(links.text("supplier_site_id", row)).isEqualTo(ALPHA);
    assertThat(links.text("via_site_id", row)).isEqualTo("office-alpha-limited");
    assertThat(links.number("share", row)).isCloseTo(2.0 / 3, EXACT);
    assertThat(links.number("volume_per_day", row)).isCloseTo(4, EXACT);
    assertThat(links.number("capacity_per_day", row)).isNaN();
    assertThat(links.text("status", row)).isEqualTo("active");
    assertThat(links.number("confidence", row)).isEqualTo(1);
    assertThat(links.text("evidence", row)).isEqualTo("2 deliveries 2011-03-21 to 2011-06-02");
  }

  @Test
  void theLeadTimeOfADirectDropRunsFromOrderToDelivery() {
    int row = Sample.row(links, DIRECT);

    // 20 and 30 days
    assertThat(links.number("lead_time_days", row)).isCloseTo(25, EXACT);
    assertThat(links.number("lead_time_sd_days", row)).isCloseTo(Math.sqrt(50), EXACT);
    assertThat(links.text("mode", row)).isEqualTo("air");
  }

  @Test
  void priceAndFreightAreWeightedByVolume() {
    int row = Sample.row(links, DIRECT);

    assertThat(links.number("price_per_unit", row)).isCloseTo(1.5, EXACT);
    // 73 dollars on line 2, of which line 3 bears its half, over 1,460 doses
    assertThat(links.number("freight_per_unit", row)).isCloseTo(0.05, EXACT);
  }

  @Test
  void goodsFromTheCentreReachItFromTheirMaker() {
    int out = Sample.row(links, FROM_HUB);
    int in = Sample.row(links, TO_HUB);

    assertThat(links.number("share", out)).isCloseTo(1.0 / 3, EXACT);
    assertThat(links.number("volume_per_day", out)).isCloseTo(2, EXACT);
    assertThat(links.text("via_site_id", out)).isNull();
    assertThat(links.text("mode", out)).isEqualTo("truck");
    assertThat(links.number("freight_per_unit", out)).isZero();
    assertThat(links.number("price_per_unit", out)).isCloseTo(0.5, EXACT);
    // first quoted on 1 January, delivered on 10 February; one line has no spread
    assertThat(links.number("lead_time_days", out)).isCloseTo(40, EXACT);
    assertThat(links.number("lead_time_sd_days", out)).isNaN();

    assertThat(links.text("customer_site_id", in)).isEqualTo(Ids.HUB);
    assertThat(links.number("share", in)).isCloseTo(1, EXACT);
    assertThat(links.number("volume_per_day", in)).isCloseTo(2, EXACT);
    assertThat(links.number("lead_time_days", in)).isNaN();
    assertThat(links.number("price_per_unit", in)).isNaN();
    assertThat(links.text("via_site_id", in)).isNull();
  }

  @Test
  void aDeliveryBeforeItsOrderHasNoLeadTime() {
    String id = "plant-gamma-uk--store-zambia--" + Y + "--office-wholesale-house";

    assertThat(links.number("lead_time_days", Sample.row(links, id))).isNaN();
    assertThat(made.info().assumptions())
        .anyMatch(text -> text.contains("because they are negative or over 730 days: 1;"));
  }

  @Test
  void whoeverElseHasDeliveredTheProductStandsBy() {
    List<String> standby =
        links.dictionary("link_id").stream()
            .filter(id -> "standby".equals(links.text("status", Sample.row(links, id))))
            .toList();

    assertThat(standby)
        .containsExactly(
            ALPHA + "--" + Ids.HUB + "--" + X,
            "plant-delta-basel--" + Ids.HUB + "--" + X,
            "plant-gamma-uk--" + Ids.HUB + "--" + X,
            "plant-beta-works--store-kenya--" + X,
            "plant-delta-basel--store-kenya--" + X,
            "plant-gamma-uk--store-kenya--" + X);
  }

  @Test
  void aSourceThatHasServedThisCustomerIsSurerThanOneThatServedOthers() {
    int delta = Sample.row(links, "plant-delta-basel--store-kenya--" + X);
    int gamma = Sample.row(links, "plant-gamma-uk--store-kenya--" + X);
    int alphaToHub = Sample.row(links, ALPHA + "--" + Ids.HUB + "--" + X);

    assertThat(links.number("confidence", delta)).isEqualTo(0.9);
    assertThat(links.text("evidence", delta))
        .isEqualTo(
            "this product to this customer: 1 delivery 2010-05-05, 1 of them through the centre");
    assertThat(links.number("confidence", gamma)).isEqualTo(0.6);
    assertThat(links.text("evidence", gamma))
        .isEqualTo("this product to others only: 1 delivery 2009-12-01");
    assertThat(links.number("confidence", alphaToHub)).isEqualTo(0.6);
    assertThat(links.number("share", delta)).isNaN();
    assertThat(links.number("volume_per_day", delta)).isNaN();
  }

  @Test
  void activationIsTheMedianOfTheProductElseOfTheSiteElseBlank() {
    // Alpha, Xavirine: 10, 20 and 30 days. Gamma, no date for Xavirine, Yavirine: 20 and 30 days.
    assertThat(activation(ALPHA + "--" + Ids.HUB + "--" + X)).isCloseTo(20, EXACT);
    assertThat(activation("plant-gamma-uk--store-kenya--" + X)).isCloseTo(25, EXACT);
    assertThat(activation("plant-delta-basel--store-kenya--" + X)).isNaN();
    // Beta and Delta have delivered nothing directly: two links to Kenya, one to the centre
    assertThat(made.info().assumptions())
        .anyMatch(text -> text.contains("Both are unknown for 3 links. / "));
  }

  @Test
  void makersVendorsCentreAndCountriesAreSites() {
    Columns sites = Sample.table(made, Resource.SITES);

    assertThat(sites.dictionary("site_id").stream())
        .containsExactly(
            ALPHA,
            "plant-beta-works",
            "plant-delta-basel",
            "plant-gamma-uk",
            "plant-not-applicable",
            "office-alpha-limited",
            "office-wholesale-house",
            Ids.HUB,
            "store-kenya",
            "store-zambia");
    assertThat(text(sites, "kind"))
        .containsExactlyElementsOf(
            List.of(
                "plant",
                "plant",
                "plant",
                "plant",
                "plant",
                "supplier",
                "supplier",
                "hub",
                "store",
                "store"));
    assertThat(text(sites, "region_id"))
        .containsExactly(
            "IN", "unknown", "CH", "GB", "unknown", "unknown", "unknown", "unknown", "KE", "ZM");
    assertThat(text(sites, "firm_id"))
        .containsExactly(
            "vendor-alpha-limited",
            "maker-beta-works",
            "maker-delta-basel",
            "maker-gamma-uk",
            "maker-not-applicable",
            "vendor-alpha-limited",
            "vendor-wholesale-house",
            Ids.PROGRAMME,
            "client-kenya",
            "client-zambia");
    assertThat(sites.knows("ttr_days")).isFalse();
  }

  @Test
  void regionsAreCountriesInBothLanguages() {
    Columns regions = Sample.table(made, Resource.REGIONS);
    int kenya = Sample.row(regions, "KE");

    assertThat(text(regions, "region_id")).containsExactly("CH", "GB", "IN", "KE", "ZM", "unknown");
    assertThat(regions.text("name", kenya)).isEqualTo("Kenya");
    assertThat(regions.text("name_zh", kenya)).isEqualTo("肯尼亚");
    assertThat(regions.text("jurisdiction", kenya)).isEqualTo("KE");
    assertThat(regions.text("jurisdiction", Sample.row(regions, "unknown"))).isNull();
  }

  @Test
  void untilADayTheFileIsAsItWasThen() {
    DataPackage until2010 = Sample.ready(Sample.worked(LocalDate.of(2010, 12, 31)));
    Columns demand = Sample.table(until2010, Resource.DEMAND);
    Columns recipes = Sample.table(until2010, Resource.RECIPES);

    // 219 packs of 10 and 73 packs of 5; Beta has delivered nothing yet
    assertThat(demand.rows()).isEqualTo(1);
    assertThat(demand.number("mean_per_day", 0)).isCloseTo(7, EXACT);
    assertThat(recipes.dictionary("site_id").id("plant-beta-works")).isNegative();
    assertThat(until2010.info().name()).isEqualTo("usaid-scms-2010-12-31");
  }

  @Test
  void aYearThatIsNotOverDoesNotCountIntoDemand() {
    var loaded = Sample.worked(LocalDate.of(2011, 3, 31));
    Columns demand = Sample.table(Sample.ready(loaded), Resource.DEMAND);

    assertThat(demand.number("mean_per_day", 0)).isCloseTo(7, EXACT);
    assertThat(Sample.texts(loaded.findings()))
        .contains(
            "worked.csv:3 [Scheduled Delivery Date] Lines scheduled after 2010, in a year that is not"
                + " over: 2, this one first. They do not count into demand. They count into"
                + " capacity and lead times. To leave them out, write --until 2010-12-31.");
  }

  @Test
  void everyAssumptionStandsInTheDescription() {
    assertThat(made.info().assumptions()).hasSizeGreaterThan(15);
    assertThat(made.info().assumptions())
        .allSatisfy(
            text ->
                assertThat(made.info().description()).contains("\n- " + Bilingual.in(text, false)));
    assertThat(made.info().currency()).isEqualTo("USD");
    assertThat(made.info().synthetic()).isFalse();
  }

  @Test
  void onlyWhatIsDoubtfulIsWarnedOf() {
    assertThat(Sample.places(Sample.worked(null)))
        .containsExactly(
            "scms-no-value 6 [Line Item Value] 0",
            "scms-unknown-maker 10 [Manufacturing Site] Not Applicable");
  }

  private double activation(String link) {
    return links.number("activation_days", Sample.row(links, link));
  }

  private static double capacity(Columns recipes, String plant, String product) {
    return recipes.number("capacity_per_day", Sample.row(recipes, plant + "--" + product));
  }

  private static List<String> text(Columns table, String column) {
    return java.util.stream.IntStream.range(0, table.rows())
        .mapToObj(row -> String.valueOf(table.text(column, row)))
        .toList();
  }
}
