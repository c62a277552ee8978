package tenon.packages.willems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Columns;
import tenon.model.Field;
import tenon.model.Loaded;
import tenon.model.Resource;
import tenon.packages.DataPackage;
import tenon.packages.PackageReader;
import tenon.packages.PackageWriter;

/** The chain of {@link Given#worked}, by hand. */
class WorkedChainTest {
  @TempDir Path folder = Path.of("");

  @Test
  void aStageIsASiteOfItsKind() {
    assertThat(rows(Resource.SITES, "site_id", "kind", "firm_id", "region_id"))
        .containsExactly(
            "Ore supplier unnamed unknown",
            "Tin supplier unnamed unknown",
            "Mill plant unnamed unknown",
            "Ship hub unnamed unknown",
            "Shop store unnamed unknown",
            "Depot warehouse unnamed unknown");
  }

  @Test
  void positionsInADrawingAreNoCoordinates() {
    Columns sites = Given.table(Given.worked(folder).ready(), Resource.SITES);
    assertThat(sites.knows("latitude")).isFalse();
    assertThat(sites.knows("longitude")).isFalse();
  }

  @Test
  void unitValueIsTheAddedCostOfTheStageAndOfAllBeforeIt() {
    // Mill 30 + 12 + 5; ship 2.5 + 47; depot 1 + 47 + 5
    assertThat(rows(Resource.PRODUCTS, "product_id", "unit_value"))
        .containsExactly(
            "Ore 12.0", "Tin 5.0", "Mill 47.0", "Ship 49.5", "Shop 49.5", "Depot 53.0");
  }

  @Test
  void addedCostAndTimeOfMakingStandInTheRecipe() {
    assertThat(
            rows(
                Resource.RECIPES,
                "recipe_id",
                "product_id",
                "production_cost_per_unit",
                "cycle_days"))
        .containsExactly(
            "Ore Ore 12.0 28.0",
            "Tin Tin 5.0 15.0",
            "Mill Mill 30.0 10.0",
            "Ship Ship 2.5 0.0",
            "Shop Shop 0.0 0.0",
            "Depot Depot 1.0 2.0");
  }

  @Test
  void arcsAreInputsOfOneUnit() {
    assertThat(rows(Resource.INPUTS, "recipe_id", "product_id", "quantity"))
        .containsExactly(
            "Mill Ore 1.0",
            "Mill Tin 1.0",
            "Ship Mill 1.0",
            "Shop Ship 1.0",
            "Depot Mill 1.0",
            "Depot Tin 1.0");
  }

  @Test
  void arcsAreLinksThatTakeTheTimeOfMovingWhereNothingElseComesIn() {
    assertThat(
            rows(
                Resource.SOURCING,
                "link_id",
                "supplier_site_id",
                "customer_site_id",
                "product_id",
                "share",
                "lead_time_days",
                "lead_time_sd_days"))
        .containsExactly(
            "Ore--Mill Ore Mill Ore 1.0 0.0 NaN",
            "Tin--Mill Tin Mill Tin 1.0 0.0 NaN",
            "Mill--Ship Mill Ship Mill 1.0 4.2 0.4",
            "Ship--Shop Ship Shop Ship 1.0 0.0 NaN",
            "Mill--Depot Mill Depot Mill 1.0 0.0 NaN",
            "Tin--Depot Tin Depot Tin 1.0 0.0 NaN");
  }

  @Test
  void demandStandsWhereItIsStatedThoughItBeZero() {
    assertThat(rows(Resource.DEMAND, "site_id", "product_id", "mean_per_day", "sd_per_day"))
        .containsExactly("Shop Shop 253.0 36.62", "Depot Depot 0.0 0.0");
  }

  @Test
  void whatTheDataDoNotTellStaysBlank() {
    DataPackage made = Given.worked(folder).ready();
    assertThat(made.tables()).doesNotContainKey(Resource.STOCKS);
    assertThat(Given.table(made, Resource.PRODUCTS).knows("margin_per_unit")).isFalse();
    assertThat(Given.table(made, Resource.RECIPES).knows("capacity_per_day")).isFalse();
    assertThat(Given.table(made, Resource.DEMAND).knows("distribution")).isFalse();
    assertThat(made.info().currency()).isNull();
    assertThat(made.info().synthetic()).isFalse();
  }

  @Test
  void meanAndDeviationOfADistributionFillWhatIsBlank() {
    Given chain = Given.worked(folder).stages(",4.2,0.4,4,0.8", ",,,4,0.8");
    Columns links = Given.table(chain.ready(), Resource.SOURCING);
    assertThat(links.number("lead_time_days", 2)).isCloseTo(4.2, within(1e-12));
    assertThat(links.number("lead_time_sd_days", 2)).isCloseTo(0.4, within(1e-12));
    Columns recipes =
        Given.table(
            Given.worked(folder).stages(",28,11.224972160321824,", ",,,").ready(),
            Resource.RECIPES);
    assertThat(recipes.number("cycle_days", 0)).isCloseTo(28, within(1e-12));
  }

  @Test
  void aStageTimeThatIsUnknownStaysUnknown() {
    Columns recipes =
        Given.table(
            Given.worked(folder).stages("Parts,,,,,15,", "Parts,,,,,,").ready(), Resource.RECIPES);
    assertThat(recipes.number("cycle_days", 1)).isNaN();
  }

  @Test
  void aCostThatIsUnknownMakesAllAfterItUnknown() {
    Columns products =
        Given.table(Given.worked(folder).stages("Ore,12,", "Ore,,").ready(), Resource.PRODUCTS);
    assertThat(products.number("unit_value", 1)).isEqualTo(5);
    for (int row : new int[] {0, 2, 3, 4, 5}) {
      assertThat(products.number("unit_value", row)).isNaN();
    }
  }

  @Test
  void assumptionsCountWhatTheyTouch() {
    assertThat(Given.worked(folder).ready().info().assumptions())
        .anyMatch(text -> text.contains("under the name of the stage (stages: 6)"))
        .anyMatch(text -> text.contains("(arcs: 6)"))
        .anyMatch(text -> text.contains("from there (stages: 2)") && text.contains("(stages: 4)"))
        .anyMatch(text -> text.contains("of a link (stages: 1)") && text.contains("11.22 days"))
        .anyMatch(text -> text.contains("discrete distribution (stages: 2)"))
        .anyMatch(text -> text.contains("(stages: 2; of these with a mean of 0: 1)"))
        .anyMatch(text -> text.contains("in days (stages): 0.95 / 0 (1), 0.98 / 5 (1). / "));
  }

  @Test
  void idsOfLinksDifferThoughNamesRunTogether() {
    Given chain =
        new Given(folder)
            .stage("a,1,1,Part,,,,,1,,,,,,,,0,0")
            .stage("a--b,1,1,Part,,,,,1,,,,,,,,0,0")
            .stage("b--c,1,0,Retail,1,1,0,0.9,1,,,,,,,,0,0")
            .stage("c,1,0,Retail,1,1,0,0.9,1,,,,,,,,0,0")
            .arc("a,b--c")
            .arc("a--b,c");
    Columns links = Given.table(chain.ready(), Resource.SOURCING);
    assertThat(links.dictionary("link_id").stream()).containsExactly("a--b--c", "a--b--c-");
  }

  @Test
  void thePackageChecksWithoutErrorsAndReadsBackTheSame() throws IOException {
    DataPackage made = Given.worked(folder).ready();
    assertThat(made.info().name()).isEqualTo("willems-01");
    PackageWriter.write(made, folder.resolve("package"));
    Loaded<DataPackage> read = PackageReader.read(folder.resolve("package"));
    assertThat(read).isInstanceOf(Loaded.Ready.class);
    assertThat(read.findings()).extracting(f -> f.code()).containsExactly("no-currency");
    assertThat(((Loaded.Ready<DataPackage>) read).value().info()).isEqualTo(made.info());
  }

  /** The cells of some columns, a text for each row. */
  private List<String> rows(Resource resource, String... columns) {
    Columns table = Given.table(Given.worked(folder).ready(), resource);
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      List<String> cells = new ArrayList<>();
      for (String column : columns) {
        boolean number =
            resource.fields().get(resource.position(column)).type() == Field.Type.NUMBER;
        cells.add(
            number
                ? Double.toString(table.number(column, row))
                : String.valueOf(table.text(column, row)));
      }
      rows.add(String.join(" ", cells));
    }
    return rows;
  }
}
