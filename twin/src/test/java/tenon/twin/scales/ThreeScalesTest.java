package tenon.twin.scales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.Columns;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Industry;
import tenon.model.IndustryTable;
import tenon.model.Resource;
import tenon.model.Scenario;
import tenon.model.Share;
import tenon.twin.sector.SectorModel;

class ThreeScalesTest {
  private static final double[][] COEFFICIENTS = {
    {0.1, 0.2, 0.05}, {0.15, 0.05, 0.3}, {0.1, 0.1, 0.1}
  };
  private static final double[] OUTPUT = {156.5340909090909, 162.2159090909091, 168.75};

  private final Map<Resource, Columns.Builder> tables = new EnumMap<>(Resource.class);
  private final IndustryTable table = industries();

  /** Firm F of sector s2 sells three quarters from site p; firm G of s1 from one site; H buys. */
  @BeforeEach
  void draw() {
    row(Resource.REGIONS).set("region_id", "land");
    firm("F", "s2", 0.3 * OUTPUT[1]);
    firm("G", "s1", 0.5 * OUTPUT[0]);
    firm("H", "shop", 0);
    site("p", "F");
    site("q", "F");
    site("g", "G");
    site("h", "H");
    row(Resource.PRODUCTS).set("product_id", "part");
    link("one", "p", "h", 3);
    link("two", "q", "h", 1);
    link("three", "g", "h", 1);
  }

  private static IndustryTable industries() {
    List<Industry> names =
        List.of(new Industry("land", "s1"), new Industry("land", "s2"), new Industry("land", "s3"));
    double[][] flows = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        flows[i][j] = COEFFICIENTS[i][j] * OUTPUT[j];
      }
    }
    return IndustryTable.of(
        names,
        flows,
        List.of(new Industry("land", "use")),
        new double[][] {{100}, {80}, {120}},
        OUTPUT);
  }

  private Columns.Builder row(Resource resource) {
    return tables.computeIfAbsent(resource, Columns.Builder::new).row();
  }

  private void firm(String id, String sector, double output) {
    row(Resource.FIRMS)
        .set("firm_id", id)
        .set("region_id", "land")
        .set("sector", sector)
        .set("output_per_year", output);
  }

  private void site(String id, String firm) {
    row(Resource.SITES)
        .set("site_id", id)
        .set("firm_id", firm)
        .set("region_id", "land")
        .set("kind", "plant");
  }

  private void link(String id, String from, String to, double volume) {
    row(Resource.SOURCING)
        .set("link_id", id)
        .set("supplier_site_id", from)
        .set("customer_site_id", to)
        .set("product_id", "part")
        .set("volume_per_day", volume)
        .set("price_per_unit", 1.0);
  }

  private Chain chain(boolean withTable) {
    Map<Resource, Columns> built = new EnumMap<>(Resource.class);
    tables.forEach((resource, rows) -> built.put(resource, rows.build()));
    if (withTable) {
      built.put(Resource.INDUSTRY_TABLE, table.columns("2020"));
    }
    return Chain.of(built);
  }

  private static Scenario scenario(String... sites) {
    List<Disruption> hits =
        Arrays.stream(sites)
            .map(
                site ->
                    (Disruption)
                        new Disruption.CapacityLoss(
                            new Disruption.Target(Disruption.Target.Kind.SITE, site),
                            new Disruption.Window(new Days(3), new Days(28)),
                            new Share(0.4)))
            .toList();
    return new Scenario("test", new Days(100), hits);
  }

  @Test
  void aSiteCarriesTheLossOfItsFirmSectorAndNation() {
    ThreeScales scales = ThreeScales.of(chain(true), scenario("p"));
    double direct = 0.75 * 0.4 * 28 / 365 * 0.3 * OUTPUT[1];
    assertThat(scales.daysHit()).isEqualTo(28);
    assertThat(scales.sites().getFirst().lostDays()).isCloseTo(0.4 * 28, within(1e-12));
    assertThat(scales.firms().getFirst().share()).isCloseTo(0.3, within(1e-12));
    assertThat(scales.firmLoss()).isCloseTo(direct, within(1e-12));
    assertThat(scales.sectorFall()).isCloseTo(direct, within(1e-12));
    SectorModel model = SectorModel.of(table);
    double multiplier = model.backward()[1] / model.leontief(1, 1);
    assertThat(scales.nationalLoss()).isCloseTo(direct * multiplier, within(1e-12));
    assertThat(scales.sites().getFirst().carried()).isCloseTo(scales.nationalLoss(), within(1e-12));
    assertThat(scales.reasons()).isEmpty();
  }

  @Test
  void whatSitesCarryAddsUpAndWhyTheyCostLessTogetherIsSaid() {
    ThreeScales scales = ThreeScales.of(chain(true), scenario("p", "q", "g"));
    assertThat(scales.sites()).hasSize(3);
    double carried = scales.sites().stream().mapToDouble(ThreeScales.SiteLoss::carried).sum();
    assertThat(carried).isCloseTo(scales.nationalLoss(), within(1e-12));
    assertThat(scales.apart()).isGreaterThan(scales.nationalLoss());
    assertThat(scales.reasons()).containsExactly(Reason.TOGETHER);
    assertThat(scales.sectors()).hasSize(3);
  }

  @Test
  void withoutATableTheFirmsAreTheNation() {
    ThreeScales scales = ThreeScales.of(chain(false), scenario("g"));
    assertThat(scales.nationalLoss()).isEqualTo(scales.firmLoss());
    assertThat(scales.valueAddedLoss()).isNaN();
    assertThat(scales.reasons()).containsExactly(Reason.NO_TABLE);
  }
}
