package tenon.twin.firm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.Columns;
import tenon.model.Finding;
import tenon.model.Resource;

class ChainFirmsTest {
  private final Map<Resource, Columns.Builder> tables = new EnumMap<>(Resource.class);

  @Test
  void sitesAreTakenTogetherByFirmAndLinksAreWorthVolumeTimesPrice() {
    draw();
    row(Resource.ESSENTIAL)
        .set("supplier_sector", "ore")
        .set("customer_sector", "steel")
        .set("class", 1);
    ChainFirms view = ChainFirms.of(chain());
    FirmNetwork network = view.network();
    assertThat(network.firms()).isEqualTo(3);
    assertThat(network.sectors()).isEqualTo(3);
    assertThat(view.sectors().key(network.sector(0))).isEqualTo("ore");
    assertThat(view.sectors().key(network.sector(2))).isEqualTo(ChainFirms.UNKNOWN_SECTOR);
    // 2 x 10 by price and 3 x 7 by unit value; the standby link and the one within firm A do not
    // count.
    assertThat(network.saleAmount(network.sale(0, 1))).isEqualTo(41);
    assertThat(network.links()).isEqualTo(1);
    assertThat(network.essential(network.sector(0), network.sector(1))).isEqualTo(1);
    assertThat(view.findings())
        .extracting(Finding::code)
        .containsExactly(
            "blank-sector", "blank-volume", "blank-price", "blank-value", "blank-essential");
    assertThat(view.findings())
        .allSatisfy(finding -> assertThat(finding.isError()).isFalse())
        .allSatisfy(finding -> assertThat(finding.text(Locale.CHINESE)).contains("1"));
    assertThat(view.findings().getLast().text(Locale.ENGLISH)).contains("8 pairs");
  }

  @Test
  void aChainWithoutLinksHasANetworkWithoutAny() {
    ChainFirms view = ChainFirms.of(Chain.of(Map.of()));
    assertThat(view.network().firms()).isZero();
    assertThat(view.findings()).isEmpty();
  }

  private void draw() {
    row(Resource.REGIONS).set("region_id", "land");
    row(Resource.FIRMS).set("firm_id", "A").set("sector", "ore");
    row(Resource.FIRMS).set("firm_id", "B").set("sector", "steel");
    row(Resource.FIRMS).set("firm_id", "C");
    site("a1", "A");
    site("a2", "A");
    site("b", "B");
    site("c", "C");
    row(Resource.PRODUCTS).set("product_id", "iron").set("unit_value", 7);
    row(Resource.PRODUCTS).set("product_id", "sand");
    link("a1", "b", "iron", 2).set("price_per_unit", 10);
    link("a2", "b", "iron", 3);
    link("a1", "a2", "iron", 100);
    link("a1", "c", "iron", 100).set("status", "standby");
    link("b", "c", "sand", 5);
    link("b", "a1", "iron", Double.NaN);
  }

  private void site(String id, String firm) {
    row(Resource.SITES)
        .set("site_id", id)
        .set("firm_id", firm)
        .set("region_id", "land")
        .set("kind", "plant");
  }

  private Columns.Builder link(String from, String to, String product, double volume) {
    Columns.Builder links = row(Resource.SOURCING);
    return links
        .set("link_id", "l" + links.rows())
        .set("supplier_site_id", from)
        .set("customer_site_id", to)
        .set("product_id", product)
        .set("volume_per_day", volume);
  }

  private Columns.Builder row(Resource resource) {
    return tables.computeIfAbsent(resource, Columns.Builder::new).row();
  }

  private Chain chain() {
    Map<Resource, Columns> built = new EnumMap<>(Resource.class);
    tables.forEach((resource, builder) -> built.put(resource, builder.build()));
    return Chain.of(built);
  }
}
