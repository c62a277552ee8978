package tenon.study.ask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.model.Basis;
import tenon.model.Chain;
import tenon.study.text.Numbers;
import tenon.twin.Trial;
import tenon.twin.ValueOfInformation;

/**
 * The missing and weak numbers of a chain, with the range that is plausible for each kind. Those
 * that concern the products of the most exposed sites come first.
 */
final class Candidates {
  private static final double UNKNOWN_TTR_LOW = 0.5;
  private static final double UNKNOWN_TTR_HIGH = 2;
  private static final double SOME_SPARE = 1.25;
  private static final double[] STOCK_DAYS = {0, 7, 30};

  /** The value that blanks stand for anyway: unlimited, no stock, the assumed or stated time. */
  private static final double AS_IT_IS = Double.NaN;

  private final Chain chain;
  private final double assumedTtrDays;
  private final Map<Integer, Double> weightOfProduct = new HashMap<>();
  private final Map<Integer, Double> priorityOfSite = new HashMap<>();

  private record Ranked(double weight, String key, Candidate candidate) {}

  Candidates(Chain chain, double assumedTtrDays, double[] priorities) {
    this.chain = chain;
    this.assumedTtrDays = assumedTtrDays;
    for (int site = 0; site < priorities.length; site++) {
      priorityOfSite.put(site, priorities[site]);
    }
    for (int recipe = 0; recipe < chain.recipes().count(); recipe++) {
      double priority = priorityOfSite.getOrDefault(chain.recipes().site(recipe), 0.0);
      weightOfProduct.merge(chain.recipes().product(recipe), priority, Math::max);
    }
    for (int demand = 0; demand < chain.demands().count(); demand++) {
      double priority = priorityOfSite.getOrDefault(chain.demands().site(demand), 0.0);
      weightOfProduct.merge(chain.demands().product(demand), priority, Math::max);
    }
  }

  /** Candidates that concern an exposed site or its products, by kind; most urgent first. */
  List<Candidate> all() {
    List<Ranked> found = new ArrayList<>();
    timesToRecover(found);
    Map<Long, Double> usual = usual();
    capacities(found, usual);
    stocks(found, usual);
    links(found);
    found.sort(Comparator.comparingDouble(Ranked::weight).reversed().thenComparing(Ranked::key));
    return found.stream().filter(row -> row.weight() > 0).map(Ranked::candidate).toList();
  }

  private void timesToRecover(List<Ranked> found) {
    for (int site = 0; site < chain.sites().count(); site++) {
      double stated = chain.sites().ttrDays(site);
      Basis basis = chain.sites().ttrBasis(site);
      boolean unknown = Double.isNaN(stated);
      if (unknown || basis == Basis.ASSUMED || basis == Basis.MODELLED) {
        double middle = unknown ? assumedTtrDays : stated;
        double low = unknown ? middle * UNKNOWN_TTR_LOW : interval(basis, middle, true);
        double high = unknown ? middle * UNKNOWN_TTR_HIGH : interval(basis, middle, false);
        String key = chain.sites().keys().key(site);
        List<Double> days = List.of(low, middle, high);
        add(
            found,
            priorityOfSite.getOrDefault(site, 0.0),
            new Candidate(
                Candidate.Kind.TIME_TO_RECOVER,
                site,
                key,
                -1,
                days.stream().map(Numbers::cell).toList(),
                ValueOfInformation.threePoints(),
                new Trial.Recovering(site),
                new double[] {low, AS_IT_IS, high}));
      }
    }
  }

  private static double interval(@Nullable Basis basis, double middle, boolean low) {
    Basis known = basis == null ? Basis.ASSUMED : basis;
    return low ? known.around(middle).low() : known.around(middle).high();
  }

  /** Usual amounts that leave a site, by site and product: links in use, and demand of its own. */
  private Map<Long, Double> usual() {
    Map<Long, Double> usual = new HashMap<>();
    for (int link = 0; link < chain.links().count(); link++) {
      double volume = chain.links().volumePerDay(link);
      if (volume > 0 && !chain.links().standby(link) && !chain.links().closed(link)) {
        usual.merge(
            key(chain.links().supplier(link), chain.links().product(link)), volume, Double::sum);
      }
    }
    for (int demand = 0; demand < chain.demands().count(); demand++) {
      double mean = chain.demands().meanPerDay(demand);
      usual.merge(
          key(chain.demands().site(demand), chain.demands().product(demand)), mean, Double::sum);
    }
    return usual;
  }

  private static long key(int site, int product) {
    return (long) site << 32 | product;
  }

  private void capacities(List<Ranked> found, Map<Long, Double> usual) {
    for (int recipe = 0; recipe < chain.recipes().count(); recipe++) {
      int product = chain.recipes().product(recipe);
      int site = chain.recipes().site(recipe);
      Double use = usual.get(key(site, product));
      if (Double.isNaN(chain.recipes().capacityPerDay(recipe)) && use != null && use > 0) {
        List<Double> values = List.of(use, use * SOME_SPARE, Double.POSITIVE_INFINITY);
        add(
            found,
            weightOfProduct.getOrDefault(product, 0.0),
            new Candidate(
                Candidate.Kind.CAPACITY,
                site,
                chain.recipes().keys().key(recipe),
                product,
                values.stream().map(Numbers::cell).toList(),
                ValueOfInformation.threePoints(),
                new Trial.Recipe(recipe),
                new double[] {use, use * SOME_SPARE, AS_IT_IS}));
      }
    }
  }

  private void stocks(List<Ranked> found, Map<Long, Double> usual) {
    Map<Long, Integer> rows = new HashMap<>();
    for (int stock = 0; stock < chain.stocks().count(); stock++) {
      rows.put(key(chain.stocks().site(stock), chain.stocks().product(stock)), stock);
    }
    usual.forEach(
        (where, perDay) -> {
          int site = (int) (where >>> 32);
          int product = (int) (long) where;
          Integer row = rows.get(where);
          if (perDay > 0 && (row == null || Double.isNaN(chain.stocks().onHand(row)))) {
            stock(found, site, product, perDay);
          }
        });
  }

  private void stock(List<Ranked> found, int site, int product, double perDay) {
    String siteKey = chain.sites().keys().key(site);
    String productKey = chain.products().keys().key(product);
    double[] units = Arrays.stream(STOCK_DAYS).map(days -> perDay * days).toArray();
    add(
        found,
        weightOfProduct.getOrDefault(product, 0.0),
        new Candidate(
            Candidate.Kind.STOCK,
            site,
            siteKey + " / " + productKey,
            product,
            Arrays.stream(units).mapToObj(Numbers::cell).toList(),
            ValueOfInformation.threePoints(),
            new Trial.Stock(site, product),
            new double[] {AS_IT_IS, units[1], units[2]}));
  }

  private void links(List<Ranked> found) {
    for (int link = 0; link < chain.links().count(); link++) {
      double confidence = chain.links().confidence(link);
      boolean inferred = chain.links().inferred(link);
      if (!chain.links().closed(link) && (inferred || confidence < 1)) {
        double sure = Double.isNaN(confidence) ? 0.5 : confidence;
        add(
            found,
            weightOfProduct.getOrDefault(chain.links().product(link), 0.0),
            new Candidate(
                Candidate.Kind.LINK,
                chain.links().customer(link),
                chain.links().keys().key(link),
                chain.links().product(link),
                List.of("absent", "present"),
                new double[] {1 - sure, sure},
                new Trial.Link(link),
                new double[] {0, AS_IT_IS}));
      }
    }
  }

  private static void add(List<Ranked> found, double weight, Candidate candidate) {
    found.add(new Ranked(weight, candidate.kind().name() + candidate.key(), candidate));
  }
}
