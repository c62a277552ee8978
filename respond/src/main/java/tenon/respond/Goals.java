package tenon.respond;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a plan makes least. Either one goal after the other, the shortfall first; or all at once,
 * each with its weight: money for the shortfall (lost margin by criticality and priority, waiting)
 * and the cost, kg for CO2, so that a weight of CO2 is a price per kg; value of goods for
 * concentration and change, so that their weights are shares of it.
 *
 * @param order goals in order; where they are weighted, in the order written
 * @param weights one for each goal, above 0; none where the goals are in order
 */
public record Goals(List<Goal> order, List<Double> weights) {

  /** One thing that is to be small. */
  public enum Goal {
    /** Demand that is lost or waits. */
    SHORTFALL,
    /** What the flows beyond the usual ones cost. */
    COST,
    /** Emissions of the shipments beyond the usual ones. */
    CO2,
    /** Value of what comes from one supplier above the cap of shares. */
    CONCENTRATION,
    /** Value of what differs from the usual flows. */
    CHANGE
  }

  public Goals {
    order = List.copyOf(order);
    weights = List.copyOf(weights);
    if (!isSound(order, weights)) {
      throw new IllegalArgumentException("goals " + order + " with weights " + weights);
    }
  }

  private static boolean isSound(List<Goal> order, List<Double> weights) {
    boolean distinct = order.stream().distinct().count() == order.size();
    boolean first = !weights.isEmpty() || (!order.isEmpty() && order.getFirst() == Goal.SHORTFALL);
    boolean each = weights.isEmpty() || weights.size() == order.size();
    return distinct
        && first
        && each
        && order.contains(Goal.SHORTFALL)
        && weights.stream().allMatch(weight -> weight > 0 && weight < Double.POSITIVE_INFINITY);
  }

  /** The shortfall, then the cost. */
  public static Goals standard() {
    return new Goals(List.of(Goal.SHORTFALL, Goal.COST), List.of());
  }

  /**
   * Goals as written: {@code shortfall,cost,co2} in order, {@code shortfall:1,cost:1,co2:0.05} with
   * weights. Empty where a goal is unknown or named twice, only some have weights, a weight is not
   * above 0, or goals in order do not begin with the shortfall.
   */
  public static Optional<Goals> parse(String text) {
    List<Goal> order = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    try {
      for (String part : text.split(",", -1)) {
        String[] pair = part.strip().split(":", -1);
        order.add(Goal.valueOf(pair[0].strip().toUpperCase(Locale.ROOT)));
        if (pair.length > 1) {
          weights.add(Double.parseDouble(pair[1].strip()));
        }
        if (pair.length > 2) {
          return Optional.empty();
        }
      }
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
    return isSound(order, weights) ? Optional.of(new Goals(order, weights)) : Optional.empty();
  }

  boolean weighted() {
    return !weights.isEmpty();
  }

  /** Whether the first objective holds the cost too. */
  boolean paidFirst() {
    return weighted() && order.contains(Goal.COST);
  }

  /** Weight of a goal against the shortfall; 0 where it is not asked for. */
  double against(Goal goal) {
    int at = order.indexOf(goal);
    return at < 0 ? 0 : weights.get(at) / weights.get(order.indexOf(Goal.SHORTFALL));
  }

  /** The goals after the first, where they are in order. */
  List<Goal> later() {
    return weighted() ? List.of() : order.subList(1, order.size());
  }
}
