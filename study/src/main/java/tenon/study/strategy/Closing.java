package tenon.study.strategy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tenon.model.Chain;
import tenon.respond.standby.Maker;
import tenon.study.text.Money;
import tenon.study.text.Names;
import tenon.study.text.Numbers;
import tenon.study.text.Words;

/**
 * How much of its lever closes the gap of a metric that the chain tells, and where it acts first.
 *
 * <ul>
 *   <li>Supply: a second source that takes half of what the largest maker of a product makes takes
 *       m^2 / 2 off its Herfindahl index, m being that maker's share; the products with the
 *       greatest m come first.
 *   <li>Innovation: each substitute moves one technology in use; so many that their share passes
 *       the target.
 *   <li>Capacity: usual output times target over use, at the capacity that is there.
 *   <li>Market: a new market that takes s of all demand from the largest, of share m, changes the
 *       index by 2 s^2 - 2 m s; the least s that suffices.
 *   <li>Finance: assets above revenue over target.
 * </ul>
 */
final class Closing {
  private static final int NAMED = 3;

  private final Chain chain;
  private final KeyMetrics metrics;
  private final Words words;
  private final Names names;
  private final Money money;

  Closing(Chain chain, KeyMetrics metrics, Words words, Money money) {
    this.chain = chain;
    this.metrics = metrics;
    this.words = words;
    this.money = money;
    names = new Names(chain, words);
  }

  /** The sentence for an open gap; empty where the lever of a metric is not known here. */
  String of(Targets.Row row) {
    return switch (row.metric()) {
      case "Supplier concentration" -> supply(row.target());
      case "Independent innovation rate" -> innovation(row.target());
      case "Capacity utilization" -> capacity(row.target());
      case "Market concentration" -> market(row.target());
      case "Capital turnover rate" -> finance(row.target());
      default -> "";
    };
  }

  private String supply(double target) {
    Map<Integer, Double> largest = new HashMap<>();
    metrics
        .makers()
        .forEach(
            (product, makers) -> {
              double sum = makers.values().stream().mapToDouble(Double::doubleValue).sum();
              double most =
                  makers.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
              largest.put(product, most / sum);
            });
    List<Integer> order =
        largest.keySet().stream()
            .sorted(
                Comparator.comparingDouble((Integer product) -> -largest.getOrDefault(product, 0.0))
                    .thenComparing(product -> product))
            .toList();
    double left = metrics.supplierConcentration();
    int sources = 0;
    while (sources < order.size() && !(left < target)) {
      double share = largest.getOrDefault(order.get(sources), 0.0);
      left -= share * share / 2 / order.size();
      sources++;
    }
    return words.get(
        left < target ? "strategy.closes.supply" : "strategy.closes.supply.not",
        Numbers.count(sources),
        Numbers.count(order.size()),
        Numbers.fixed(left, 3),
        list(order.stream().map(names::product).toList()));
  }

  private String innovation(double target) {
    List<Integer> foreign = metrics.foreign();
    int all = metrics.essential().size();
    int needed = (int) Math.floor(target * all) + 1 - (all - foreign.size());
    Map<String, Long> used =
        foreign.stream()
            .map(row -> String.valueOf(chain.dependencies().technology(row)))
            .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    List<String> first =
        used.keySet().stream()
            .sorted(
                Comparator.comparingLong((String name) -> -used.getOrDefault(name, 0L))
                    .thenComparing(name -> name))
            .toList();
    return words.get(
        "strategy.closes.innovation", Numbers.count(needed), Numbers.count(all), list(first));
  }

  private String capacity(double target) {
    List<String> idle =
        metrics.used().stream()
            .sorted(
                Comparator.comparingDouble(
                    (Maker maker) ->
                        -maker.capacityPerDay() * (1 - KeyMetrics.use(maker)) * worth(maker)))
            .map(
                maker ->
                    words.get(
                        "strategy.at", names.product(maker.product()), names.site(maker.site())))
            .toList();
    return words.get(
        "strategy.closes.capacity",
        Numbers.percentFine(target / metrics.utilisation() - 1),
        list(idle));
  }

  private double worth(Maker maker) {
    double value = chain.products().unitValue(maker.product());
    return value > 0 ? value : 1;
  }

  private String market(double target) {
    Map<String, Double> markets = metrics.markets();
    double sum = markets.values().stream().mapToDouble(Double::doubleValue).sum();
    String largest =
        markets.keySet().stream()
            .max(Comparator.comparingDouble(name -> markets.getOrDefault(name, 0.0)))
            .orElse("");
    double share = markets.getOrDefault(largest, 0.0) / sum;
    double root = share * share - 2 * (metrics.marketConcentration() - target);
    return root > 0
        ? words.get(
            "strategy.closes.market",
            Numbers.percentFine((share - Math.sqrt(root)) / 2),
            words.code("market", largest),
            Numbers.percentFine(share))
        : words.get(
            "strategy.closes.market.not",
            Numbers.fixed(metrics.marketConcentration() - share * share / 2, 3),
            words.code("market", largest),
            Numbers.percentFine(share));
  }

  private String finance(double target) {
    double[] both = metrics.revenueAndAssets();
    double free = both[1] - both[0] / target;
    return words.get(
        "strategy.closes.finance", money.text(free), Numbers.percentFine(free / both[1]));
  }

  private String list(List<String> all) {
    List<String> first = new ArrayList<>(all.stream().distinct().limit(NAMED).toList());
    return String.join(words.get("strategy.comma"), first);
  }
}
