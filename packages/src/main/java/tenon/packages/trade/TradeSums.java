package tenon.packages.trade;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sums of a trade file that say how one economy depends on others: what its members buy from
 * each country outside, from each other and sell, and what every country sells to the world.
 */
public final class TradeSums implements TradeFlow {
  private final Set<String> members;
  private final Set<String> products;
  private final Map<Key, Sums> sums = new HashMap<>();

  /**
   * A year and a product.
   *
   * @param year year
   * @param product six digits
   */
  public record Key(int year, String product) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byProduct = product.compareTo(other.product);
      return byProduct != 0 ? byProduct : Integer.compare(year, other.year);
    }
  }

  /** Sums of one product in one year. */
  public static final class Sums {
    private final Map<String, double[]> imports = new TreeMap<>();
    private final Map<String, double[]> world = new HashMap<>();
    private double within;
    private double exports;

    /** Value and quantity bought from each country outside; a quantity is NaN where one is. */
    public Map<String, double[]> imports() {
      return imports;
    }

    /** Value that each country sells to all others. */
    public double[] worldExports() {
      // In the order of size, so that sums over them do not depend on the order of a hash map.
      return world.values().stream().mapToDouble(sum -> sum[0]).sorted().toArray();
    }

    /** Value that the members buy from each other. */
    public double within() {
      return within;
    }

    /** Value that the members sell outside. */
    public double exports() {
      return exports;
    }
  }

  /**
   * Sums for an economy.
   *
   * @param members codes of its countries; one for a single country
   * @param products products wanted; empty for all
   */
  public TradeSums(Set<String> members, Set<String> products) {
    this.members = Set.copyOf(members);
    this.products = Set.copyOf(products);
  }

  @Override
  public void hear(
      int year, String exporter, String importer, String hs6, double value, double quantity) {
    if (!products.isEmpty() && !products.contains(hs6)) {
      return;
    }
    Sums sum = sums.computeIfAbsent(new Key(year, hs6), key -> new Sums());
    add(sum.world, exporter, value, 0);
    boolean from = members.contains(exporter);
    boolean to = members.contains(importer);
    if (from && to) {
      sum.within += value;
    } else if (to) {
      add(sum.imports, exporter, value, quantity);
    } else if (from) {
      sum.exports += value;
    }
  }

  private static void add(Map<String, double[]> sums, String key, double value, double quantity) {
    double[] sum = sums.computeIfAbsent(key, k -> new double[2]);
    sum[0] += value;
    sum[1] += quantity;
  }

  /** Sums of one product in one year; null where the file has none. */
  public @Nullable Sums of(Key key) {
    return sums.get(key);
  }

  /** Sums by product, then year. */
  public SortedMap<Key, Sums> byProduct() {
    return new TreeMap<>(sums);
  }

  /** Years in words; a dash for none. */
  public static String list(Collection<Integer> years) {
    return years.isEmpty()
        ? "-"
        : years.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
