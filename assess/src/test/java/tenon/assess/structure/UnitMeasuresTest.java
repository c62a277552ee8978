package tenon.assess.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tenon.assess.structure.UnitMeasures.Choice;
import tenon.model.Chain;
import tenon.model.Columns;
import tenon.model.Resource;

/**
 * A country C with the regions east and west, and a region abroad. Firms A (east, ic, output 60, 30
 * added, 6 people), B (east, car, 20, 2, 14), L (west, ic, 20, leading). A and an outsider F supply
 * B; A supplies L. Each value below is worked out beside it.
 */
class UnitMeasuresTest {
  private static final Offset<Double> CLOSE = within(1e-12);

  private final Map<Resource, Columns.Builder> tables = new EnumMap<>(Resource.class);

  private Columns.Builder row(Resource resource) {
    return tables.computeIfAbsent(resource, Columns.Builder::new).row();
  }

  private void firm(String id, String region, String sector, double output, double people) {
    row(Resource.FIRMS)
        .set("firm_id", id)
        .set("region_id", region)
        .set("sector", sector)
        .set("role", id.equals("L") ? "leading" : "supporting")
        .set("output_per_year", output)
        .set("employees", people);
    row(Resource.SITES)
        .set("site_id", "s" + id)
        .set("firm_id", id)
        .set("region_id", region)
        .set("kind", "plant");
  }

  private Columns.Builder link(String from, String to, double volume, double share) {
    return row(Resource.SOURCING)
        .set("link_id", from + to)
        .set("supplier_site_id", "s" + from)
        .set("customer_site_id", "s" + to)
        .set("product_id", "chip")
        .set("volume_per_day", volume)
        .set("share", share);
  }

  private Chain chain() {
    row(Resource.REGIONS).set("region_id", "C").set("jurisdiction", "CN");
    for (String region : List.of("east", "west")) {
      row(Resource.REGIONS)
          .set("region_id", region)
          .set("parent_id", "C")
          .set("jurisdiction", "CN");
    }
    row(Resource.REGIONS).set("region_id", "abroad").set("jurisdiction", "NL");
    row(Resource.PRODUCTS).set("product_id", "chip").set("unit_value", 2);
    firm("A", "east", "ic", 60, 6);
    firm("B", "east", "car", 20, 14);
    firm("L", "west", "ic", 20, 20);
    firm("F", "abroad", "ic", Double.NaN, Double.NaN);
    row(Resource.RECIPES)
        .set("recipe_id", "A:chip")
        .set("site_id", "sA")
        .set("product_id", "chip")
        .set("capacity_per_day", 10);
    link("A", "B", 3, .75);
    link("F", "B", 1, .25);
    link("A", "L", 2, Double.NaN);
    link("L", "B", 9, .5).set("status", "standby").set("activation_days", 12);
    List<String> laws = List.of("CN", "NL", "US", "CN");
    for (int at = 0; at < laws.size(); at++) {
      row(Resource.DEPENDENCIES)
          .set("site_id", "sA")
          .set("technology", "t" + at)
          .set("jurisdiction", laws.get(at));
    }
    Map<Resource, Columns> built = new EnumMap<>(Resource.class);
    tables.forEach((resource, builder) -> built.put(resource, builder.build()));
    return Chain.of(built);
  }

  private static double value(UnitMeasures of, ChainMeasure measure, String unit) {
    return of.of(Choice.of(measure), of.units().id(unit)).value();
  }

  @Test
  void everyMeasureOfARegionIsTheOneByHand() {
    UnitMeasures of = UnitMeasures.of(chain(), UnitKind.REGIONS);
    // A and F deliver to B; only A is of the east.
    assertThat(value(of, ChainMeasure.LOCAL_MATCHING_RATE, "east")).isCloseTo(.5, CLOSE);
    // 2 x 1 of 2 x 4 comes from abroad.
    assertThat(value(of, ChainMeasure.EXTERNAL_DEPENDENCE, "east")).isCloseTo(.25, CLOSE);
    assertThat(value(of, ChainMeasure.EXTERNAL_DEPENDENCE, "west")).isCloseTo(1, CLOSE);
    // The west buys in the east, which is under the same law.
    assertThat(value(of, ChainMeasure.LOCALISATION_RATE, "west")).isCloseTo(1, CLOSE);
    assertThat(value(of, ChainMeasure.LOCALISATION_RATE, "east")).isCloseTo(.75, CLOSE);
    assertThat(value(of, ChainMeasure.TECHNOLOGY_LOCALISATION, "east")).isCloseTo(.5, CLOSE);
    // A region holds all regions inside it: of 2 x 6 bought in C, 2 comes from abroad.
    assertThat(value(of, ChainMeasure.EXTERNAL_DEPENDENCE, "C")).isCloseTo(1.0 / 6, CLOSE);
    assertThat(value(of, ChainMeasure.OUTPUT_SHARE, "east")).isCloseTo(.8, CLOSE);
    assertThat(value(of, ChainMeasure.OUTPUT_SHARE, "C")).isCloseTo(1, CLOSE);
    assertThat(value(of, ChainMeasure.OUTPUT_HERFINDAHL, "east")).isCloseTo(.625, CLOSE);
    // ic has 60 of 80 in the east and 80 of 100 in all; car 20 of 80 and 20 of 100.
    assertThat(of.of(new Choice(ChainMeasure.LOCATION_QUOTIENT, 3, List.of("ic")), 1).value())
        .isCloseTo(.9375, CLOSE);
    // 1 - (1.25 - .9375) / (1.25 + .9375) + .9375 + 1.25.
    assertThat(of.of(new Choice(ChainMeasure.SYNERGY, 3, List.of("ic", "car")), 1).value())
        .isCloseTo(1 - .3125 / 2.1875 + 2.1875, CLOSE);
    // The west is all ic: |.75 - 1| + |.25 - 0|.
    assertThat(value(of, ChainMeasure.SPECIALISATION, "east")).isCloseTo(.5, CLOSE);
    assertThat(value(of, ChainMeasure.STRUCTURAL_SIMILARITY, "east")).isCloseTo(.75, CLOSE);
    assertThat(of.of(new Choice(ChainMeasure.OUTPUT_TOP_SHARE, 1, List.of()), 1).value())
        .isCloseTo(.75, CLOSE);
    // 2 x 2 a day to the west, over 80 a year.
    assertThat(value(of, ChainMeasure.INTERREGIONAL_TRADE, "east"))
        .isCloseTo(4 * 365 / 80.0, CLOSE);
    // The east delivers 6 + 4 a day, 4 of it to L.
    assertThat(value(of, ChainMeasure.LEADING_FIRM_DRIVING_RATE, "east")).isCloseTo(.4, CLOSE);
    assertThat(value(of, ChainMeasure.SUPPLIER_SWITCH_DAYS, "east")).isCloseTo(12, CLOSE);
    // A ships 5 of 10.
    assertThat(value(of, ChainMeasure.CAPACITY_UTILISATION, "east")).isCloseTo(.5, CLOSE);
    // 20 of 40 people, 80 of 100 output.
    assertThat(value(of, ChainMeasure.LABOUR_MISALLOCATION, "east")).isCloseTo(.3, CLOSE);
    assertThat(value(of, ChainMeasure.LABOUR_PRODUCTIVITY, "east")).isCloseTo(4, CLOSE);
  }

  @Test
  void firmsAndSectorsAreUnitsToo() {
    Chain chain = chain();
    UnitMeasures firms = UnitMeasures.of(chain, UnitKind.FIRMS);
    assertThat(value(firms, ChainMeasure.SUPPLIER_HERFINDAHL, "B"))
        .isCloseTo(.75 * .75 + .25 * .25, CLOSE);
    assertThat(value(firms, ChainMeasure.SINGLE_SOURCE_SHARE, "B")).isCloseTo(0, CLOSE);
    assertThat(value(firms, ChainMeasure.SINGLE_SOURCE_SHARE, "L")).isCloseTo(1, CLOSE);
    // L's supplier A is in another region.
    assertThat(value(firms, ChainMeasure.LOCAL_MATCHING_RATE, "L")).isCloseTo(0, CLOSE);
    UnitMeasures sectors = UnitMeasures.of(chain, UnitKind.SECTORS);
    assertThat(sectors.units().stream()).containsExactly("ic", "car");
    assertThat(value(sectors, ChainMeasure.OUTPUT_SHARE, "ic")).isCloseTo(.8, CLOSE);
    assertThat(value(sectors, ChainMeasure.LOCAL_MATCHING_RATE, "car")).isCloseTo(.5, CLOSE);
  }

  @Test
  void whatTheChainLacksIsUnknownAndCounted() {
    UnitMeasures of = UnitMeasures.of(chain(), UnitKind.REGIONS);
    int abroad = of.units().id("abroad");
    for (ChainMeasure measure :
        List.of(
            ChainMeasure.VALUE_ADDED_RATE,
            ChainMeasure.LABOUR_PRODUCTIVITY,
            ChainMeasure.OUTPUT_SHARE,
            ChainMeasure.LOCAL_MATCHING_RATE,
            ChainMeasure.EXTERNAL_DEPENDENCE,
            ChainMeasure.SPECIALISATION,
            ChainMeasure.SUPPLIER_SWITCH_DAYS)) {
      assertThat(of.of(Choice.of(measure), abroad).value()).as(measure.title()).isNaN();
    }
    assertThat(of.of(Choice.of(ChainMeasure.OUTPUT_SHARE), abroad).left()).isEqualTo(1);
  }

  @Test
  void everyMeasureHasAWordOfItsOwn() {
    for (ChainMeasure measure : ChainMeasure.values()) {
      assertThat(ChainMeasure.named(measure.title())).isEqualTo(measure);
      assertThat(measure.needs()).isNotEmpty();
    }
    assertThat(ChainMeasure.named("none")).isNull();
  }
}
