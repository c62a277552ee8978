package tenon.assess.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
    List<InferredLink> links =
        LinkInference.infer(chain(), List.of(new Delivery(1, 2, 0, 2)), ImportShares.NONE, 0.3);
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
            chain(),
            List.of(new Delivery(0, 2, 0, 9), new Delivery(1, 2, 0, 1)),
            ImportShares.NONE,
            0);
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
    HiddenLinks test = HiddenLinks.measure(chain(), seen, ImportShares.NONE, 0.5, 1);
    assertThat(test.hidden()).isEqualTo(100);
    assertThat(test.recall()).isGreaterThan(0.6);
    assertThat(test.precision()).isGreaterThan(0.95);
  }

  /**
   * By hand. Customer c0 stands in country 0, which buys three quarters of its ore in country 1 and
   * one quarter in country 2. One of the two known links crosses a border: abroad (1 + 1) / (2 + 2)
   * = 1/2. A need has one supplier. m1 is the one maker of country 1 that is known to sell, m0 the
   * only one at home, m2 and m3 share country 2 evenly: nobody knows whom they serve.
   */
  @Test
  void importsAreSharedAmongTheMakersOfTheCountryTheyComeFrom() {
    chain(4, 3);
    link("m1", "c1");
    link("m0", "c2");
    int[] country = {0, 1, 2, 2, 0, 0, 0};
    ImportShares imports =
        new ImportShares(
            country,
            Map.of(
                new ImportShares.Flow(0, 1, 0), 30.0,
                new ImportShares.Flow(0, 2, 0), 10.0,
                new ImportShares.Flow(0, 0, 0), 99.0));
    List<InferredLink> links =
        LinkInference.infer(chain(), List.of(), imports, 0).stream()
            .filter(link -> link.customer() == 4)
            .sorted(Comparator.comparingInt(InferredLink::supplier))
            .toList();
    assertThat(links).extracting(InferredLink::byMarket).containsExactly(0.5, 0.0, 0.0, 0.0);
    assertThat(links)
        .extracting(InferredLink::byTrade)
        .containsExactly(0.0, 0.5 * 0.75, 0.5 * 0.25 / 2, 0.5 * 0.25 / 2);
  }

  @Test
  void aCountryThatSellsNothingThereLowersTheConfidence() {
    chain(2, 2);
    link("m0", "c1");
    List<InferredLink> without = LinkInference.infer(chain(), List.of(), ImportShares.NONE, 0);
    ImportShares imports =
        new ImportShares(new int[] {1, 2, 0, 0}, Map.of(new ImportShares.Flow(0, 2, 0), 7.0));
    List<InferredLink> with = LinkInference.infer(chain(), List.of(), imports, 0);
    assertThat(confidence(without, 0, 2)).isCloseTo(0.95, within(1e-12));
    assertThat(confidence(with, 0, 2)).isZero();
    assertThat(confidence(with, 1, 2)).isCloseTo(2 / 3.0, within(1e-12));
  }

  private static double confidence(List<InferredLink> links, int supplier, int customer) {
    return links.stream()
        .filter(link -> link.supplier() == supplier && link.customer() == customer)
        .mapToDouble(InferredLink::confidence)
        .findFirst()
        .orElseThrow();
  }

  /** Random chains against sums written out plainly, link by link. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void agreesWithPlainSums(long seed) {
    Random random = new Random(seed);
    int makers = 2 + random.nextInt(5);
    int customers = 2 + random.nextInt(6);
    chain(makers, customers);
    List<int[]> known = new ArrayList<>();
    for (int customer = 0; customer < customers; customer++) {
      for (int maker = 0; maker < makers; maker++) {
        if (random.nextInt(3) == 0) {
          link("m" + maker, "c" + customer);
          known.add(new int[] {maker, makers + customer});
        }
      }
    }
    int[] country = random.ints(makers + customers, -1, 3).toArray();
    Map<ImportShares.Flow, Double> flows = new HashMap<>();
    for (int from = 0; from < 4; from++) {
      for (int to = 0; to < 3; to++) {
        if (random.nextInt(3) > 0) {
          flows.put(new ImportShares.Flow(0, from, to), (double) random.nextInt(50));
        }
      }
    }
    List<Delivery> seen = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      int to = makers + random.nextInt(customers);
      int what = random.nextInt(2) - 1;
      seen.add(new Delivery(random.nextInt(makers), to, what, 1 + random.nextInt(2)));
    }
    List<InferredLink> links =
        LinkInference.infer(chain(), seen, new ImportShares(country, flows), 0);
    PlainInference plain =
        new PlainInference(
            makers, customers, known, Arrays.stream(country).boxed().toList(), flows, seen);
    int checked = 0;
    for (int customer = makers; customer < makers + customers; customer++) {
      for (int maker = 0; maker < makers; maker++) {
        if (!plain.isKnown(maker, customer)) {
          double expected = plain.confidence(maker, customer);
          assertThat(confidence(links, maker, customer)).isCloseTo(expected, within(1e-12));
          checked++;
        }
      }
    }
    assertThat(links).hasSize(checked);
  }
}
