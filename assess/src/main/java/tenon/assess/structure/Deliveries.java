package tenon.assess.structure;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import tenon.assess.Notes;
import tenon.model.Chain;
import tenon.model.Links;

/** Who delivers to whom over links that carry goods today. */
final class Deliveries {
  private final Chain chain;
  private final Links links;
  private final int[] active;

  Deliveries(Chain chain, Notes notes) {
    this.chain = chain;
    this.links = chain.links();
    active =
        IntStream.range(0, links.count())
            .filter(link -> !links.closed(link) && !links.standby(link))
            .toArray();
    long volumes = count(link -> Double.isNaN(links.volumePerDay(link)));
    long values =
        count(link -> !Double.isNaN(links.volumePerDay(link)) && Double.isNaN(value(link)));
    String all = Integer.toString(active.length);
    if (active.length == 0) {
      notes.warn("structure-no-links", null, null);
    }
    if (volumes > 0) {
      notes.warn("structure-blank", "volume_per_day", null, Long.toString(volumes), all);
    }
    if (values > 0) {
      notes.warn("structure-no-value", "price_per_unit", null, Long.toString(values), all);
    }
  }

  private long count(IntPredicate asked) {
    return Arrays.stream(active).filter(asked).count();
  }

  /** Money per day: volume times price, or times the product's value where there is no price. */
  private double value(int link) {
    double price = links.pricePerUnit(link);
    double unit = Double.isNaN(price) ? chain.products().unitValue(links.product(link)) : price;
    return links.volumePerDay(link) * unit;
  }

  /** Volume of a product by firm that ships it; unknown volumes count as none, and are told. */
  double[] volumes(int product) {
    Map<Integer, Double> byFirm = new TreeMap<>();
    for (int link : active) {
      if (links.product(link) == product) {
        double volume = links.volumePerDay(link);
        byFirm.merge(
            chain.sites().firm(links.supplier(link)),
            Double.isNaN(volume) ? 0 : volume,
            Double::sum);
      }
    }
    return byFirm.values().stream().mapToDouble(v -> v).toArray();
  }
}
