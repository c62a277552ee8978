package tenon.study.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tenon.model.Finding;
import tenon.respond.stock.DiscreteLaw;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;
import tools.jackson.databind.JsonNode;

/** One item of which stock is kept, read number by number; what is wrong with it is collected. */
final class StockItem {
  private static final Pattern LAW =
      Pattern.compile(
          "(?i)\\s*(normal|poisson)\\s*\\(\\s*([-+.\\deE]+)\\s*(?:,\\s*([-+.\\deE]+)\\s*)?\\).*");

  /** Beyond this mean, Poisson demand is taken as normal. */
  private static final double COUNTED = 1000;

  private final String place;
  private final JsonNode given;
  private final double service;
  private final List<Finding> faults = new ArrayList<>();

  /**
   * An item.
   *
   * @param service level where the item states none
   */
  StockItem(String place, JsonNode given, double service) {
    this.place = place;
    this.given = given;
    this.service = service;
  }

  String name() {
    return given.path("name").asString("");
  }

  List<Finding> faults() {
    return faults;
  }

  boolean has(String key) {
    return given.has(key);
  }

  void refuse(String code, String... arguments) {
    faults.add(Refusal.of(code, place, null, arguments));
  }

  /** A number within bounds that are allowed themselves where {@code closed}. */
  double number(String key, double low, double high, boolean closed) {
    JsonNode node = given.path(key);
    double number = node.isNumber() ? node.asDouble() : Double.NaN;
    boolean within = closed ? number >= low && number <= high : number > low && number < high;
    if (!within) {
      String shown =
          node.isMissingNode()
              ? null
              : node.isNumber() ? Numbers.exactCell(number) : node.asString(node.toString());
      String top = high >= Double.MAX_VALUE ? "..." : Numbers.exactCell(high);
      faults.add(
          Refusal.of(
              shown == null ? "stock-lacks" : "stock-range",
              place,
              shown,
              key,
              closed
                  ? "[" + Numbers.exactCell(low) + ", " + top + "]"
                  : "(" + Numbers.exactCell(low) + ", " + top + ")"));
    }
    return number;
  }

  /** A number of at least 0; where it is not needed and not there, 0. */
  double amount(String key, boolean needed) {
    return needed || has(key) ? number(key, 0, Double.MAX_VALUE, true) : 0;
  }

  double above(String key) {
    return number(key, 0, Double.POSITIVE_INFINITY, false);
  }

  double service() {
    return has("service") ? number("service", 0, 1, false) : service;
  }

  /** Cost of a unit short: as given, or the one at which the service level is right. */
  double penalty(double holding) {
    if (has("p")) {
      return above("p");
    }
    double level = service();
    return holding * level / (1 - level);
  }

  /**
   * Demand of a period.
   *
   * @param mean units
   * @param sd units
   * @param counted whether it comes unit by unit at random, which is Poisson
   * @param chances probabilities of 0, 1, ... units where they are listed; else empty
   */
  @SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
  record Demand(double mean, double sd, boolean counted, double[] chances) {
    boolean listed() {
      return chances.length > 0;
    }

    /** In lots of a unit. */
    DiscreteLaw law(double unit) {
      if (listed()) {
        return DiscreteLaw.listed(chances);
      }
      return counted ? DiscreteLaw.poisson(mean) : DiscreteLaw.normal(mean / unit, sd / unit);
    }
  }

  /** Demand by its law, or by d and sd, which is normal. */
  Demand demand() {
    JsonNode node = given.path("demand");
    if (node.isArray()) {
      return listed(node);
    }
    if (node.isMissingNode()) {
      return new Demand(above("d"), amount("sd", true), false, new double[0]);
    }
    Matcher law = LAW.matcher(node.asString(""));
    double mean = law.matches() ? parsed(law.group(2)) : Double.NaN;
    boolean poisson = law.matches() && law.group(1).equalsIgnoreCase("poisson");
    double sd = poisson ? Math.sqrt(mean) : law.matches() ? parsed(law.group(3)) : Double.NaN;
    if (!(mean > 0 && mean < 1e15 && sd >= 0 && sd < 1e15)) {
      faults.add(Refusal.of("stock-law", place, node.asString(node.toString())));
    }
    return new Demand(mean, sd, poisson && mean <= COUNTED, new double[0]);
  }

  private Demand listed(JsonNode node) {
    double[] chances = new double[node.size()];
    double sum = 0;
    double mean = 0;
    double square = 0;
    boolean sound = true;
    for (int n = 0; n < chances.length; n++) {
      chances[n] = node.get(n).asDouble(Double.NaN);
      sound &= chances[n] >= 0;
      sum += chances[n];
      mean += n * chances[n];
      square += n * n * chances[n];
    }
    if (!sound || Math.abs(sum - 1) > 1e-6 || !(mean > 0)) {
      faults.add(Refusal.of("stock-law", place, node.toString()));
    }
    return new Demand(mean, Math.sqrt(Math.max(0, square - mean * mean)), false, chances);
  }

  private static double parsed(String text) {
    try {
      return text == null ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException none) {
      return Double.NaN;
    }
  }
}
