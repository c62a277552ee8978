package tenon.assess.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.Columns;
import tenon.model.Finding;
import tenon.model.Resource;

class ChainStructureTest {
  private static final Offset<Double> CLOSE = within(1e-12);

  private final Map<Resource, Columns.Builder> tables = new EnumMap<>(Resource.class);

  private Columns.Builder row(Resource resource) {
    return tables.computeIfAbsent(resource, Columns.Builder::new).row();
  }

  private void firm(String id, String region, String sector, double output, double added) {
    row(Resource.FIRMS)
        .set("firm_id", id)
        .set("region_id", region)
        .set("sector", sector)
        .set("output_per_year", output)
        .set("value_added_per_year", added);
    row(Resource.SITES)
        .set("site_id", "s" + id)
        .set("firm_id", id)
        .set("region_id", region)
        .set("kind", "plant");
  }

  private void link(String from, String to, double volume, String status) {
    row(Resource.SOURCING)
        .set("link_id", from + to)
        .set("supplier_site_id", "s" + from)
        .set("customer_site_id", "s" + to)
        .set("product_id", "chip")
        .set("volume_per_day", volume)
        .set("status", status);
  }

  private Chain chain() {
    row(Resource.REGIONS).set("region_id", "east");
    row(Resource.REGIONS).set("region_id", "west");
    row(Resource.PRODUCTS).set("product_id", "chip").set("unit_value", 2);
    row(Resource.PRODUCTS).set("product_id", "wafer");
    firm("A", "east", "ic", 60, 30);
    firm("B", "east", "car", 20, 2);
    firm("C", "west", "ic", 20, Double.NaN);
    for (String recipe : new String[] {"A chip", "C chip", "C wafer"}) {
      row(Resource.RECIPES)
          .set("recipe_id", recipe)
          .set("site_id", "s" + recipe.charAt(0))
          .set("product_id", recipe.substring(2));
    }
    link("A", "B", 3, "active");
    link("C", "B", 1, "active");
    link("C", "A", 4, "standby");
    Map<Resource, Columns> built = new EnumMap<>(Resource.class);
    tables.forEach((resource, builder) -> built.put(resource, builder.build()));
    return Chain.of(built);
  }

  @Test
  void everyMeasureIsTheOneByHand() {
    Chain chain = chain();
    ChainStructure structure = ChainStructure.of(chain);
    ChainStructure.RegionStructure east = structure.regions().getFirst();
    assertThat(east.outputShare()).isCloseTo(.8, CLOSE);
    assertThat(east.herfindahl()).isCloseTo(.75 * .75 + .25 * .25, CLOSE);
    assertThat(east.greatestThree()).isCloseTo(1, CLOSE);
    // A and C deliver to B; A is local.
    assertThat(east.localMatchingRate()).isCloseTo(.5, CLOSE);
    assertThat(east.coverageRate()).isCloseTo(.5, CLOSE);
    assertThat(east.externalDependence()).isCloseTo(.25, CLOSE);
    assertThat(east.valueAddedRate()).isCloseTo(.4, CLOSE);
    assertThat(east.labourProductivityPerYear()).isNaN();
    ChainStructure.RegionStructure west = structure.regions().getLast();
    assertThat(west.coverageRate()).isCloseTo(1, CLOSE);
    assertThat(west.localMatchingRate()).isNaN();
    assertThat(west.valueAddedRate()).isNaN();
    ChainStructure.ProductStructure chip = structure.products().getFirst();
    assertThat(chip.suppliers()).isEqualTo(2);
    assertThat(chip.herfindahl()).isCloseTo(.625, CLOSE);
    assertThat(structure.products().getLast().herfindahl()).isNaN();
    // ic is 60 of east's 80 and 80 of all 100.
    assertThat(ChainStructure.sectors(chain)).containsExactly("ic", "car");
    assertThat(ChainStructure.locationQuotients(chain)[0][0]).isCloseTo(.75 / .8, CLOSE);
    assertThat(structure.findings()).extracting(Finding::code).containsOnly("structure-blank");
    assertThat(structure.findings())
        .extracting(Finding::column)
        .contains("employees", "value_added_per_year");
  }

  @Test
  void aChainWithoutLinksSaysSo() {
    assertThat(ChainStructure.of(Chain.of(Map.of())).findings())
        .extracting(Finding::code)
        .containsExactly("structure-no-links");
  }
}
