package tenon.respond.standby;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * An urgent order given to one site or split over several.
 *
 * <p>Each offer has a burden: the weighted mean of its cost, time, distance and risk, each divided
 * by the greatest among the offers; what is unknown counts as the greatest. In competition the
 * offer of least burden among those that can deliver all gets it, or where none can, the one that
 * delivers most. In cooperation the order is filled by ascending burden, which is optimal as burden
 * is per unit and offers have no fixed part.
 *
 * @param parts what each gets, in the order of giving
 * @param given units given in all
 */
public record Award(List<Part> parts, double given) {
  public Award {
    parts = List.copyOf(parts);
  }

  /**
   * A part of the order.
   *
   * @param offer who
   * @param quantity units given
   * @param burden its burden, 0 to 1
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

  /** To one site. */
  public static Award competition(List<Offer> offers, double quantity, Weights weights) {
    List<Part> parts = burdened(offers, weights);
    List<Part> able =
        parts.stream().filter(part -> part.offer().quantity() >= quantity * (1 - 1e-9)).toList();
    Part best =
        able.isEmpty()
            ? parts.stream()
                .max(Comparator.comparingDouble(part -> part.offer().quantity()))
                .orElse(null)
            : able.getFirst();
    if (best == null) {
      return new Award(List.of(), 0);
    }
    double given = Math.min(quantity, best.offer().quantity());
    return new Award(List.of(new Part(best.offer(), given, best.burden())), given);
  }

  /** Split over several. */
  public static Award cooperation(List<Offer> offers, double quantity, Weights weights) {
    List<Part> parts = new ArrayList<>();
    double open = quantity;
    for (Part part : burdened(offers, weights)) {
      double take = Math.min(open, part.offer().quantity());
      if (take > 1e-9 * quantity) {
        parts.add(new Part(part.offer(), take, part.burden()));
        open -= take;
      }
    }
    return new Award(parts, quantity - Math.max(0, open));
  }

  private static List<Part> burdened(List<Offer> offers, Weights weights) {
    double all = weights.cost() + weights.time() + weights.distance() + weights.risk();
    List<ToDoubleFunction<Offer>> sides =
        List.of(Offer::costPerUnit, Offer::days, Offer::distanceKm, Offer::risk);
    double[] of = {weights.cost(), weights.time(), weights.distance(), weights.risk()};
    double[] greatest = new double[of.length];
    for (int side = 0; side < of.length; side++) {
      ToDoubleFunction<Offer> measure = sides.get(side);
      greatest[side] =
          offers.stream().mapToDouble(measure).filter(Double::isFinite).max().orElse(0);
    }
    List<Part> parts = new ArrayList<>();
    for (Offer offer : offers) {
      double burden = 0;
      for (int side = 0; side < of.length; side++) {
        double value = sides.get(side).applyAsDouble(offer);
        boolean known = Double.isFinite(value);
        double scaled = !known ? 1 : greatest[side] > 0 ? value / greatest[side] : 0;
        burden += of[side] / all * scaled;
      }
      parts.add(new Part(offer, 0, burden));
    }
    parts.sort(
        Comparator.comparingDouble(Part::burden).thenComparingInt(part -> part.offer().site()));
    return parts;
  }
}
