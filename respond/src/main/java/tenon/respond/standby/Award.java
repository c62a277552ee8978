package tenon.respond.standby;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * An urgent order given to one site or split over several.
 *
 * <p>A unit has a burden: the weighted mean of its cost, of the day it is there, of the distance
 * and of the risk, each divided by the greatest among the offers that deliver anything; what is
 * unknown counts as the greatest. The units of a line come one after the other, so the burden of
 * its next unit rises with what it has already got: b + s x, where s = time weight / (rate x
 * greatest days).
 *
 * <p>In competition the offer whose last unit has the least burden among those that can deliver all
 * gets the order, or where none can, the one that delivers most. In cooperation the sum of the
 * burdens of all units is least: minimise sum of b x + s x^2 / 2 over 0 &lt;= x &lt;= most with a
 * given sum. That is convex and separable, so at the optimum all who get a part and could take more
 * have the same burden at their last unit, and the level of it is found exactly among its
 * breakpoints.
 *
 * @param parts what each gets, in the order of giving
 * @param given units given in all
 */
public record Award(List<Part> parts, double given) {
  private static final double ROUNDING = 1e-9;

  public Award {
    parts = List.copyOf(parts);
  }

  /**
   * A part of the order.
   *
   * @param offer who
   * @param quantity units given
   * @param burden burden of its last unit, 0 to 1
   */
  public record Part(Offer offer, double quantity, double burden) {}

  /**
   * Weights of what is looked at, of any sum above 0.
   *
   * @param cost of a unit
   * @param time until it is there
   * @param distance to who orders
   * @param risk of an outage
   */
  public record Weights(double cost, double time, double distance, double risk) {}

  /** Burden of the units of an offer: of the first, and by how much it rises with each. */
  private record Slope(Offer offer, double first, double rise) {
    double at(double units) {
      return first + rise * units;
    }

    /** Units whose burden is at most a level. */
    double below(double level) {
      if (rise == 0) {
        return first <= level ? offer.quantity() : 0;
      }
      return Math.clamp((level - first) / rise, 0, offer.quantity());
    }
  }

  /** Day when all of it is there, the last part; 0 where nothing is given. */
  public double days() {
    return parts.stream()
        .mapToDouble(part -> part.offer().daysFor(part.quantity()))
        .max()
        .orElse(0);
  }

  /** What it costs; NaN where the cost of a part is untold. */
  public double cost() {
    return parts.stream().mapToDouble(part -> part.quantity() * part.offer().costPerUnit()).sum();
  }

  /** To one site. */
  public static Award competition(List<Offer> offers, double quantity, Weights weights) {
    List<Slope> slopes = slopes(offers, quantity, weights);
    Comparator<Slope> least =
        Comparator.<Slope>comparingDouble(one -> one.at(Math.min(quantity, one.offer().quantity())))
            .thenComparingInt(one -> one.offer().site());
    double most = slopes.stream().mapToDouble(one -> one.offer().quantity()).max().orElse(0);
    double asked = Math.min(quantity, most);
    return slopes.stream()
        .filter(one -> one.offer().quantity() >= asked * (1 - ROUNDING))
        .min(least)
        .map(one -> new Award(List.of(new Part(one.offer(), asked, one.at(asked))), asked))
        .orElse(new Award(List.of(), 0));
  }

  /** Split over several. */
  public static Award cooperation(List<Offer> offers, double quantity, Weights weights) {
    List<Slope> slopes = slopes(offers, quantity, weights);
    double all = slopes.stream().mapToDouble(one -> one.offer().quantity()).sum();
    double asked = Math.min(quantity, all);
    double level = level(slopes, asked);
    double open = asked;
    List<Part> parts = new ArrayList<>();
    // Lines whose burden rises are cut off at the level; level ones share what is left by order.
    for (boolean flat : new boolean[] {false, true}) {
      for (Slope one : slopes) {
        boolean atLevel = one.rise() == 0 && one.first() >= level;
        double take = Math.min(open, one.below(level));
        if (atLevel == flat && take > ROUNDING * asked) {
          parts.add(new Part(one.offer(), take, one.at(take)));
          open -= take;
        }
      }
    }
    return new Award(parts, asked - Math.max(0, open));
  }

  /** The least level up to which as many units lie as are asked. */
  private static double level(List<Slope> slopes, double asked) {
    double[] breaks =
        slopes.stream()
            .flatMapToDouble(one -> DoubleStream.of(one.first(), one.at(one.offer().quantity())))
            .sorted()
            .distinct()
            .toArray();
    double before = 0;
    double units = 0;
    for (double level : breaks) {
      double rising = rising(slopes, before, level);
      double reached = units + rising;
      if (rising > 0 && reached >= asked * (1 - ROUNDING)) {
        return before + (level - before) * Math.clamp((asked - units) / rising, 0, 1);
      }
      units = slopes.stream().mapToDouble(one -> one.below(level)).sum();
      if (units >= asked * (1 - ROUNDING)) {
        return level;
      }
      before = level;
    }
    return before;
  }

  /** Units between two levels of lines whose burden rises. */
  private static double rising(List<Slope> slopes, double from, double to) {
    return slopes.stream()
        .filter(one -> one.rise() > 0)
        .mapToDouble(one -> one.below(to) - one.below(from))
        .sum();
  }

  private static List<Slope> slopes(List<Offer> offers, double quantity, Weights weights) {
    List<Offer> able = offers.stream().filter(offer -> offer.quantity() > 0).toList();
    double all = weights.cost() + weights.time() + weights.distance() + weights.risk();
    double cost = greatest(able, Offer::costPerUnit);
    double distance = greatest(able, Offer::distanceKm);
    double risk = greatest(able, Offer::risk);
    double days = greatest(able, one -> one.daysFor(Math.min(one.quantity(), quantity)));
    List<Slope> slopes = new ArrayList<>();
    for (Offer offer : able) {
      double first =
          (weights.cost() * scaled(offer.costPerUnit(), cost)
                  + weights.time() * scaled(offer.daysFor(0), days)
                  + weights.distance() * scaled(offer.distanceKm(), distance)
                  + weights.risk() * scaled(offer.risk(), risk))
              / all;
      double rise = days > 0 ? weights.time() / all / days / offer.ratePerDay() : 0;
      slopes.add(new Slope(offer, first, rise));
    }
    slopes.sort(
        Comparator.comparingDouble(Slope::first).thenComparingInt(one -> one.offer().site()));
    return slopes;
  }

  private static double greatest(List<Offer> offers, ToDoubleFunction<Offer> measure) {
    return offers.stream().mapToDouble(measure).filter(Double::isFinite).max().orElse(0);
  }

  private static double scaled(double value, double greatest) {
    return !Double.isFinite(value) ? 1 : greatest > 0 ? value / greatest : 0;
  }
}
