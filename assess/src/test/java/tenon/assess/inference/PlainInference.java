package tenon.assess.inference;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Confidence of a link for one product, each customer a firm of its own, as the formulas are
 * written: every sum is made anew for every link.
 */
record PlainInference(
    int makers,
    int customers,
    List<int[]> known,
    List<Integer> country,
    Map<ImportShares.Flow, Double> flows,
    List<Delivery> seen) {

  boolean isKnown(int maker, int customer) {
    return known.stream().anyMatch(link -> link[0] == maker && link[1] == customer);
  }

  double confidence(int maker, int customer) {
    double named = 0;
    double other = 0;
    for (Delivery delivery : seen) {
      if (delivery.supplier() == maker && delivery.customer() == customer) {
        named += delivery.product() == 0 ? delivery.times() : 0;
        other += delivery.product() == 0 ? 0 : delivery.times();
      }
    }
    double missing = Math.max(0, usual() - suppliers(customer));
    double none = Math.pow(0.3, named) * Math.pow(0.8, other);
    return 1 - none * (1 - Math.min(0.95, missing * weight(maker, customer)));
  }

  private double usual() {
    long served =
        IntStream.range(makers, makers + customers)
            .filter(customer -> suppliers(customer) > 0)
            .count();
    return served == 0 ? 1 : known.size() / (double) served;
  }

  private long suppliers(int customer) {
    return known.stream().filter(link -> link[1] == customer).count();
  }

  private double weight(int maker, int customer) {
    double own = known.stream().filter(link -> link[0] == maker).count();
    int from = country.get(maker);
    if (from < 0 || imports(country.get(customer)) <= 0) {
      return known.isEmpty() ? 0 : own / known.size();
    }
    double home = known.stream().filter(link -> country.get(link[0]) == from).count();
    double there = 0;
    for (int other = 0; other < makers; other++) {
      there += country.get(other) == from ? 1 : 0;
    }
    double within = home > 0 ? own / home : 1 / there;
    if (from == country.get(customer)) {
      return (1 - abroad()) * within;
    }
    double value = flows.getOrDefault(new ImportShares.Flow(0, from, country.get(customer)), 0.0);
    return abroad() * value / imports(country.get(customer)) * within;
  }

  private double imports(int to) {
    double sum = 0;
    for (int from = 0; from < 4; from++) {
      sum += from == to || to < 0 ? 0 : flows.getOrDefault(new ImportShares.Flow(0, from, to), 0.0);
    }
    return sum;
  }

  private double abroad() {
    double cases = 0;
    double hits = 0;
    for (int[] link : known) {
      if (country.get(link[0]) >= 0 && imports(country.get(link[1])) > 0) {
        cases++;
        hits += country.get(link[0]).equals(country.get(link[1])) ? 0 : 1;
      }
    }
    return (hits + 1) / (cases + 2);
  }
}
