package tenon.packages.scms;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tenon.packages.word.Names;
import tenon.packages.word.Words;

/**
 * Which vendor runs which plant. The file does not say; this is the rule.
 *
 * <p>The <em>house</em> of a plant is the first word of its name ({@code Aurobindo Unit III,
 * India}). A vendor looks like the maker of a plant from which it has delivered directly if the
 * house stands as a word in the vendor's own name, or if at least {@value #LEAST_LINES} of its
 * direct lines and {@value #LEAST_PERCENT} % of them come from plants of that one house ({@code
 * BMS} of Bristol-Myers Squibb). A wholesaler, which sells goods of many houses, is neither. Of the
 * vendors that look like the maker, the one with most direct lines from the plant runs it, if these
 * are at least {@value #LEAST_SHARE_PERCENT} % of the direct lines from there; where there is none,
 * a firm named after the plant does.
 */
final class Makers {
  /** Name of a plant that the file leaves blank. */
  static final String NOT_STATED = "Not stated";

  private static final Set<String> NO_NAMES =
      Set.of("not applicable", "not stated", "n a", "na", "unknown");
  private static final int LEAST_LINES = 10;
  private static final int LEAST_PERCENT = 90;
  private static final int LEAST_SHARE_PERCENT = 10;

  private final Names plants;
  private final Names vendors;
  private final Map<String, Map<String, Integer>> linesByVendorAndHouse = new HashMap<>();
  private final Map<String, String> vendorOf = new TreeMap<>();

  Makers(History history, Names plants, Names vendors) {
    this.plants = plants;
    this.vendors = vendors;
    history.directByPlant().forEach(this::count);
    history.directByPlant().forEach(this::decide);
  }

  /** Whether the name of a plant says that its maker is unknown. */
  static boolean unknown(String plantName) {
    String plain = Words.plain(plantName);
    return plain.isEmpty() || NO_NAMES.contains(plain);
  }

  /** The vendor that runs a plant; null where none looks like it. */
  @Nullable String vendor(String plant) {
    return vendorOf.get(plant);
  }

  /** How many plants are taken to be run by a vendor. */
  int run() {
    return vendorOf.size();
  }

  private String house(String plant) {
    return Words.first(plants.text(plant));
  }

  private void count(String plant, Deliveries direct) {
    if (unknown(plants.text(plant))) {
      return;
    }
    for (Delivery line : direct.lines()) {
      linesByVendorAndHouse
          .computeIfAbsent(line.vendor(), v -> new HashMap<>())
          .merge(house(plant), 1, Integer::sum);
    }
  }

  private void decide(String plant, Deliveries direct) {
    if (unknown(plants.text(plant))) {
      return;
    }
    Map<String, Integer> candidates = new TreeMap<>();
    for (Delivery line : direct.lines()) {
      candidates.merge(line.vendor(), 1, Integer::sum);
    }
    candidates.keySet().removeIf(vendor -> !looksLikeMaker(vendor, house(plant)));
    String vendor = Deliveries.most(candidates);
    int lines = vendor == null ? 0 : candidates.getOrDefault(vendor, 0);
    if (vendor != null && 100 * lines >= LEAST_SHARE_PERCENT * direct.lines().size()) {
      vendorOf.put(plant, vendor);
    }
  }

  private boolean looksLikeMaker(String vendor, String house) {
    if ((" " + Words.plain(vendors.text(vendor)) + " ").contains(" " + house + " ")) {
      return true;
    }
    Map<String, Integer> houses = linesByVendorAndHouse.getOrDefault(vendor, Map.of());
    int all = houses.values().stream().mapToInt(Integer::intValue).sum();
    int own = houses.getOrDefault(house, 0);
    return own >= LEAST_LINES && 100 * own >= LEAST_PERCENT * all;
  }
}
