package tenon.packages.scms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Columns;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.model.Resource;
import tenon.packages.DataPackage;

class BrokenFileTest {
  private static final LocalDate END_OF_2011 = LocalDate.of(2011, 12, 31);

  @TempDir Path folder = Path.of("");

  @Test
  void everyMissingColumnIsNamedWithTheNearestTitle() {
    var loaded =
        Sample.file()
            .header("Line Item Quantity", "Line Item Quantitiy")
            .header("Fulfill Via", "Fulfil by")
            .line()
            .read(folder);

    assertThat(loaded).isInstanceOf(Loaded.Rejected.class);
    assertThat(Sample.texts(loaded.findings()))
        .containsExactly(
            "deliveries.csv:1 [Fulfill Via] The column is missing; the nearest title in the file is"
                + " \"Fulfil by\". Rename \"Fulfil by\" to \"Fulfill Via\" if it is meant, else give"
                + " a complete delivery file.",
            "deliveries.csv:1 [Line Item Quantity] The column is missing; the nearest title in the"
                + " file is \"Line Item Quantitiy\". Rename \"Line Item Quantitiy\" to \"Line Item"
                + " Quantity\" if it is meant, else give a complete delivery file.");
  }

  @Test
  void anEmptyFileMissesEveryColumn() {
    var loaded = Sample.read(folder, "", StandardCharsets.UTF_8, null);

    assertThat(loaded.findings()).hasSize(Column.values().length);
    assertThat(loaded.findings()).allMatch(finding -> finding.code().equals("scms-no-header"));
  }

  @Test
  void aFileThatIsNotThereIsAnError() {
    var loaded = ScmsImport.read(folder.resolve("none.csv"), null, Progress.NONE);

    assertThat(Sample.texts(loaded.findings()))
        .singleElement()
        .asString()
        .contains("cannot be read");
  }

  @Test
  void aHeaderAloneIsAnError() {
    assertThat(Sample.places(Sample.file().read(folder)))
        .containsExactly("scms-no-lines 0 [null] null");
  }

  @Test
  void titlesMayBeWrittenInOtherWays() {
    String text = Sample.file().line().text();
    String header = text.substring(0, text.indexOf('\n')).toLowerCase(Locale.ROOT);
    String other = "\uFEFF" + header.replace(' ', '_') + text.substring(text.indexOf('\n'));

    assertThat(Sample.read(folder, other, StandardCharsets.UTF_8, END_OF_2011).findings())
        .isEmpty();
  }

  @Test
  void windowsLineEndsAndLettersAreRead() {
    String text = Sample.file().line(Column.COUNTRY, "Côte d'Ivoire").text().replace("\n", "\r\n");
    var loaded = Sample.read(folder, text, Charset.forName("windows-1252"), END_OF_2011);

    assertThat(Sample.places(loaded)).containsExactly("scms-encoding 0 [null] null");
    Columns regions = Sample.table(Sample.ready(loaded), Resource.REGIONS);
    assertThat(regions.dictionary("region_id").stream()).contains("CI");
  }

  @Test
  void aLineThatCannotBeUsedIsLeftOutByNameForEachReason() {
    var loaded =
        Sample.file()
            .line()
            .line(Column.PACKS, "0")
            .line(Column.PACKS, "-5")
            .line(Column.PACKS, "many", Column.PER_PACK, "")
            .line(Column.SCHEDULED, "31-Feb-11")
            .line(Column.COUNTRY, "", Column.MOLECULE, " ")
            .line(Column.PACKS, "1e300")
            .raw("9,Kenya")
            .read(folder);

    assertThat(Sample.places(loaded))
        .containsExactly(
            "scms-left-out-amount 3 [Line Item Quantity] 0",
            "scms-left-out-amount 4 [Line Item Quantity] -5",
            "scms-left-out-number 5 [Line Item Quantity] many",
            "scms-left-out-blank 5 [Unit of Measure (Per Pack)] null",
            "scms-left-out-date 6 [Scheduled Delivery Date] 31-Feb-11",
            "scms-left-out-blank 7 [Country] null",
            "scms-left-out-blank 7 [Molecule/Test Type] null",
            "scms-left-out-number 8 [Line Item Quantity] 1e300",
            "scms-left-out-cells 9 [null] null");
    assertThat(demand(loaded)).isCloseTo(100 / 365.0, within(1e-12));
    assertThat(Sample.ready(loaded).info().assumptions())
        .anyMatch(text -> text.startsWith("The file has 8 lines; 7 were left out"));
  }

  @Test
  void aLineThatStandsTwiceCountsOnceAndOnlyIfItIsTheSame() {
    var loaded =
        Sample.file()
            .line(Column.ID, "a")
            .line(Column.ID, "a")
            .line(Column.ID, "a", Column.PACKS, "20")
            .read(folder);

    assertThat(Sample.places(loaded))
        .containsExactly("scms-left-out-duplicate 3 [ID] a", "scms-same-id 4 [ID] a");
    assertThat(demand(loaded)).isCloseTo(300 / 365.0, within(1e-12));
  }

  @Test
  void aDoubtfulCellIsUnknownAndItsLineStays() {
    var loaded =
        Sample.file()
            .line(Column.DELIVERED, "soon", Column.ORDERED, "13/13/2011")
            .line(Column.VALUE, "-1", Column.FREIGHT, "dear")
            .line(Column.PACKS, "1,000", Column.ROUTE, "By mule")
            .line(Column.FREIGHT, "See DN-1 (ID#:77)")
            .read(folder);

    assertThat(Sample.places(loaded))
        .containsExactly(
            "scms-no-date 2 [Delivered to Client Date] soon",
            "scms-no-date 2 [PO Sent to Vendor Date] 13/13/2011",
            "scms-no-value 3 [Line Item Value] -1",
            "scms-freight 3 [Freight Cost (USD)] dear",
            "scms-thousands 4 [Line Item Quantity] 1,000",
            "scms-route 4 [Fulfill Via] By mule",
            "scms-freight-line 5 [Freight Cost (USD)] 77");
    assertThat(demand(loaded)).isCloseTo(10_300 / 365.0, within(1e-12));
  }

  @Test
  void aQuoteThatIsNotClosedIsAnErrorAndNotASilentGap() {
    var loaded = Sample.file().line().raw("2,\"Kenya").line().line().read(folder);

    assertThat(loaded.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("scms-quote");
              assertThat(finding.line()).isEqualTo(3);
            });
  }

  @Test
  void aLineOfThousandsOfCellsIsAnError() {
    var loaded = Sample.file().line().raw(",".repeat(20_000)).read(folder);

    assertThat(Sample.places(loaded)).containsExactly("scms-not-csv 2 [null] null");
  }

  @Test
  void aCountryThatIsNotKnownKeepsItsNameAndIsOfferedTheNearest() {
    var loaded = Sample.file().line(Column.COUNTRY, "Zambiaa").read(folder);
    Columns regions = Sample.table(Sample.ready(loaded), Resource.REGIONS);

    assertThat(Sample.texts(loaded.findings()))
        .containsExactly(
            "deliveries.csv:2 [Country] \"Zambiaa\" is no country known by that name; its region has"
                + " no jurisdiction. The nearest known name is \"Zambia\". Write \"Zambia\" if it is"
                + " meant.");
    assertThat(regions.text("name", Sample.row(regions, "country-zambiaa"))).isEqualTo("Zambiaa");
  }

  @Test
  void aDayBeforeTheFirstLineIsAnError() {
    var loaded = Sample.file().line().read(folder, LocalDate.of(2010, 12, 31));

    assertThat(Sample.places(loaded)).containsExactly("scms-until-too-early 0 [null] 2010-12-31");
  }

  @Test
  void aFileOfPartOfAYearNeedsToBeToldThatTheYearIsOver() {
    var loaded = Sample.file().line().read(folder, null);

    assertThat(Sample.texts(loaded.findings()))
        .containsExactly(
            "deliveries.csv [Scheduled Delivery Date] No delivery is scheduled in 2010, the last year"
                + " that is over: the file runs from 2011-12-01 to 2011-12-01. Where the file holds"
                + " the whole of its last year, write --until 2011-12-31.");
    assertThat(Sample.file().line().read(folder, END_OF_2011)).isInstanceOf(Loaded.Ready.class);
  }

  @Test
  void aDayYearsAfterTheFileFallsBackToTheLastYearThatItHoldsWhole() {
    var file = Sample.file().line().line(Column.SCHEDULED, "7-Jan-12");
    var loaded = file.read(folder, LocalDate.of(2020, 6, 30));

    assertThat(Sample.places(loaded))
        .containsExactly(
            "scms-until-after-file 0 [null] 2020-06-30",
            "scms-part-year 3 [Scheduled Delivery Date] null");
    assertThat(demand(loaded)).isCloseTo(100 / 365.0, within(1e-12));
  }

  @Test
  void aDayLongAfterTheLastLineOfItsYearIsWarnedOf() {
    var loaded = Sample.file().line(Column.SCHEDULED, "1-Mar-11").read(folder);

    assertThat(Sample.places(loaded)).containsExactly("scms-thin-year 0 [null] 2011-12-31");
  }

  @Test
  void aSiteThatIsNotNamedIsAnUnknownMaker() {
    var loaded = Sample.file().line(Column.PLANT, "").read(folder);

    assertThat(Sample.places(loaded))
        .containsExactly("scms-unknown-maker 2 [Manufacturing Site] Not stated");
  }

  @Test
  void aProductWithoutAnyPriceHasNoUnitValue() {
    var loaded = Sample.file().line(Column.VALUE, "").read(folder);

    assertThat(Sample.places(loaded))
        .containsExactly("scms-no-price 0 [Line Item Value] Xavirine 10mg, Tablet");
  }

  private static double demand(Loaded<DataPackage> loaded) {
    return Sample.table(Sample.ready(loaded), Resource.DEMAND).number("mean_per_day", 0);
  }
}
