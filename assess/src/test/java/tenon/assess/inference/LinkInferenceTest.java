package tenon.assess.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.Columns;
import tenon.model.Resource;

class LinkInferenceTest {
  private final Map<Resource, Columns.Builder> tables = new EnumMap<>(Resource.class);

  /** Makers m0.. of ore, customers c0.. that need it, each of its own firm. */
  private void chain(int makers, int customers) {
    row(Resource.REGIONS).set("region_id", "R");
    row(Resource.PRODUCTS).set("product_id", "ore");
    for (int i = 0; i < makers + customers; i++) {
      String id = i < makers ? "m" + i : "c" + (i - makers);
      row(Resource.FIRMS).set("firm_id", id);
      row(Resource.SITES)
          .set("site_id", id)
          .set("firm_id", id)
          .set("region_id", "R")
          .set("kind", i < makers ? "supplier" : "store");
      if (i < makers) {
        row(Resource.RECIPES).set("recipe_id", id).set("site_id", id).set("product_id", "ore");
      } else {
        row(Resource.DEMAND).set("site_id", id).set("product_id", "ore").set("mean_per_day", 1);
      }
    }
  }

  private Columns.Builder row(Resource resource) {
    return tables.computeIfAbsent(resource, Columns.Builder::new).row();
  }

  private void link(String from, String to) {
    row(Resource.SOURCING)
        .set("link_id", from + to)
        .set("supplier_site_id", from)
        .set("customer_site_id", to)
        .set("product_id", "ore");
  }

  private Chain chain() {
    Map<Resource, Columns> built = new EnumMap<>(Resource.class);
    tables.forEach((resource, table) -> built.put(resource, table.build()));
    return Chain.of(built);
  }

  @Test
  void twoDeliveriesTellOfALink() {
    chain(2, 1);
    List<InferredLink> links = LinkInference.infer(chain(), List.of(new Delivery(1, 2, 0, 2)), 0.3);
    assertThat(links).hasSize(1);
    assertThat(links.getFirst().supplier()).isEqualTo(1);
    assertThat(links.getFirst().confidence()).isCloseTo(0.91, within(1e-12));
    assertThat(links.getFirst().fillsGap()).isTrue();
  }

  @Test
  void whatIsKnownIsNeverInferredAgain() {
    chain(2, 2);
    link("m0", "c0");
    List<InferredLink> links =
        LinkInference.infer(
            chain(), List.of(new Delivery(0, 2, 0, 9), new Delivery(1, 2, 0, 1)), 0);
    assertThat(links).noneMatch(link -> link.supplier() == 0 && link.customer() == 2);
    assertThat(links).filteredOn(link -> link.customer() == 2).allMatch(link -> !link.fillsGap());
  }

  @Test
  void hiddenLinksAreFoundAgainWhereDeliveriesWereSeen() {
    Random random = new Random(5);
    chain(20, 100);
    List<Delivery> seen = new ArrayList<>();
    for (int customer = 0; customer < 100; customer++) {
      int maker = random.nextInt(20);
      link("m" + maker, "c" + customer);
      if (random.nextInt(10) < 7) {
        seen.add(new Delivery(maker, 20 + customer, 0, 1 + random.nextInt(3)));
      }
      if (random.nextInt(10) == 0) {
        seen.add(new Delivery(random.nextInt(20), 20 + customer, -1, 1));
      }
    }
    HiddenLinks test = HiddenLinks.measure(chain(), seen, 0.5, 1);
    assertThat(test.hidden()).isEqualTo(100);
    assertThat(test.recall()).isGreaterThan(0.6);
    assertThat(test.precision()).isGreaterThan(0.95);
  }
}
