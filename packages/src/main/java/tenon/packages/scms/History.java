package tenon.packages.scms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who has ever delivered what to whom: the lines known by the date of the import, by maker. */
final class History {
  /** A product that a plant makes. */
  record Make(String plant, String product) {}

  /** A product that a plant has delivered to a customer, a country's site or the centre. */
  record Supply(String plant, String product, String customerSite) {}

  private final SortedMap<String, SortedMap<String, Deliveries>> byProduct = new TreeMap<>();
  private final Map<Make, Deliveries> direct = new HashMap<>();
  private final Map<String, Deliveries> directByPlant = new HashMap<>();
  private final Map<Supply, Deliveries> bySupply = new HashMap<>();

  History(List<Delivery> known) {
    for (Delivery d : known) {
      byProduct
          .computeIfAbsent(d.product(), p -> new TreeMap<>())
          .computeIfAbsent(d.plant(), p -> new Deliveries())
          .add(d);
      supply(d, d.store());
      if (d.fromCentre()) {
        supply(d, Ids.HUB);
      } else {
        direct.computeIfAbsent(new Make(d.plant(), d.product()), m -> new Deliveries()).add(d);
        directByPlant.computeIfAbsent(d.plant(), p -> new Deliveries()).add(d);
      }
    }
  }

  private void supply(Delivery d, String customerSite) {
    bySupply
        .computeIfAbsent(new Supply(d.plant(), d.product(), customerSite), s -> new Deliveries())
        .add(d);
  }

  /** Lines by product and by the plant that made it, in the order of their ids. */
  SortedMap<String, SortedMap<String, Deliveries>> byProduct() {
    return byProduct;
  }

  /** The plants that have delivered a product, with their lines. */
  SortedMap<String, Deliveries> makers(String product) {
    return byProduct.getOrDefault(product, new TreeMap<>());
  }

  /**
   * Lines of a product from a plant to a customer, directly or through the centre; null of none.
   */
  @Nullable Deliveries supplied(String plant, String product, String customerSite) {
    return bySupply.get(new Supply(plant, product, customerSite));
  }

  /** Direct drops of a product from a plant, else of all its products, else null. */
  @Nullable Deliveries direct(String plant, String product) {
    Deliveries same = direct.get(new Make(plant, product));
    return same == null ? directByPlant.get(plant) : same;
  }

  /** As {@link #direct}, but only such lines whose lead times are known. */
  @Nullable Deliveries timed(String plant, String product) {
    Deliveries same = direct.get(new Make(plant, product));
    return same != null && same.knowsLead() ? same : directByPlant.get(plant);
  }

  /** Direct drops by plant. */
  Map<String, Deliveries> directByPlant() {
    return directByPlant;
  }
}
