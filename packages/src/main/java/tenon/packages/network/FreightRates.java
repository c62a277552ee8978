package tenon.packages.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tenon.packages.FlatTable;

/**
 * What a shipment costs: the rate of its weight bracket times its weight, at least the minimum
 * cost; NaN where the table has no rate for it.
 */
final class FreightRates {
  static final List<String> TEXTS = List.of("Carrier", "orig_port_cd", "dest_port_cd", "svc_cd");
  static final List<String> NUMBERS =
      List.of("minm_wgh_qty", "max_wgh_qty", "minimum cost", "rate");

  private record Bracket(double from, double to, double least, double rate) {}

  private final Map<List<String>, List<Bracket>> brackets = new HashMap<>();

  FreightRates(FlatTable rates) {
    List<List<String>> keys = TEXTS.stream().map(rates::texts).toList();
    List<double[]> numbers = NUMBERS.stream().map(rates::numbers).toList();
    for (int row = 0; row < rates.rows(); row++) {
      int at = row;
      brackets
          .computeIfAbsent(
              keys.stream().map(column -> column.get(at)).toList(), k -> new ArrayList<>())
          .add(
              new Bracket(
                  numbers.get(0)[row],
                  numbers.get(1)[row],
                  numbers.get(2)[row],
                  numbers.get(3)[row]));
    }
  }

  /** The cheapest rate that fits: a bracket may be quoted for several modes. */
  double cost(String carrier, String from, String to, String service, double weight) {
    double cheapest = Double.NaN;
    for (Bracket bracket : brackets.getOrDefault(List.of(carrier, from, to, service), List.of())) {
      if (weight >= bracket.from() && weight <= bracket.to()) {
        double cost = Math.max(bracket.least(), bracket.rate() * weight);
        cheapest = Double.isNaN(cheapest) ? cost : Math.min(cheapest, cost);
      }
    }
    return cheapest;
  }
}
