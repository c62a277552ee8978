package tenon.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChainTest {

  @Test
  void referencesBecomeRowNumbers() {
    Map<Resource, Columns> tables = tables();
    tables.put(
        Resource.SOURCING,
        new Columns.Builder(Resource.SOURCING)
            .row()
            .set("link_id", "L1")
            .set("customer_site_id", "Plant")
            .set("supplier_site_id", "Mine")
            .set("product_id", "Ore")
            .build());
    Chain chain = Chain.of(tables);
    assertThat(chain.sites().count()).isEqualTo(2);
    assertThat(chain.sites().keys().key(chain.links().customer(0))).isEqualTo("Plant");
    assertThat(chain.sites().keys().key(chain.links().supplier(0))).isEqualTo("Mine");
    assertThat(chain.products().keys().key(chain.links().product(0))).isEqualTo("Ore");
    assertThat(chain.sites().kind(1)).isEqualTo("plant");
    assertThat(chain.sites().ttrDays(0)).isNaN();
  }

  @Test
  void tablesThatAreMissingAreEmpty() {
    Chain chain = Chain.of(Map.of());
    assertThat(chain.sites().count()).isZero();
    assertThat(chain.links().count()).isZero();
    assertThat(chain.table(Resource.DEMAND).rows()).isZero();
  }

  @Test
  void referencesToNothingAreRefused() {
    Map<Resource, Columns> tables = tables();
    tables.remove(Resource.FIRMS);
    assertThatThrownBy(() -> Chain.of(tables))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sites.firm_id")
        .hasMessageContaining("Acme");
  }

  @Test
  void idsThatOccurTwiceAreRefused() {
    Map<Resource, Columns> tables = tables();
    tables.put(
        Resource.PRODUCTS,
        new Columns.Builder(Resource.PRODUCTS)
            .row()
            .set("product_id", "Ore")
            .row()
            .set("product_id", "Ore")
            .build());
    assertThatThrownBy(() -> Chain.of(tables)).hasMessageContaining("products.product_id");
  }

  private static Map<Resource, Columns> tables() {
    Map<Resource, Columns> tables = new EnumMap<>(Resource.class);
    tables.put(
        Resource.REGIONS,
        new Columns.Builder(Resource.REGIONS).row().set("region_id", "North").build());
    tables.put(
        Resource.FIRMS, new Columns.Builder(Resource.FIRMS).row().set("firm_id", "Acme").build());
    tables.put(
        Resource.PRODUCTS,
        new Columns.Builder(Resource.PRODUCTS).row().set("product_id", "Ore").build());
    Columns.Builder sites = new Columns.Builder(Resource.SITES);
    sites.row().set("site_id", "Mine").set("firm_id", "Acme").set("region_id", "North");
    sites.set("kind", "supplier");
    sites.row().set("site_id", "Plant").set("firm_id", "Acme").set("region_id", "North");
    tables.put(Resource.SITES, sites.set("kind", "plant").build());
    return tables;
  }
}
