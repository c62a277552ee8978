package tenon.twin.site;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.twin.site.Purchases.Amount;

/**
 * What running the chain costs over the horizon, as far as the package states what things cost.
 *
 * @param items what is stated, and the sum of it last
 */
public record Costs(List<Item> items) {

  /** What money goes to. */
  public enum Kind {
    /** Stock on hand in the evening x holding cost, every day. */
    HOLDING,
    /** Units made x production cost. */
    PRODUCTION,
    /** Units shipped x landed cost of the day. */
    PURCHASES,
    /** Units lost x lost-sale cost; where demand waits, units x days x lost-sale cost. */
    STOCKOUT,
    /** All of these. */
    TOTAL
  }

  /**
   * A kind of cost.
   *
   * @param undisturbed the same undisturbed, under the same draws; NaN mean where it was not run
   * @param more by how much it is more than undisturbed, paired by replication
   */
  public record Item(Kind kind, Amount cost, Amount undisturbed, Amount more) {}

  public Costs {
    items = List.copyOf(items);
  }

  static Costs of(Network network, Stakes stakes, Ledger ledger, @Nullable Ledger reference) {
    List<Item> items = new ArrayList<>();
    double[] sum = new double[ledger.loss.length];
    double[] calm = new double[sum.length];
    boolean made = java.util.Arrays.stream(network.productionCost).anyMatch(cost -> cost > 0);
    boolean penal = java.util.Arrays.stream(stakes.penalty).anyMatch(cost -> cost > 0);
    for (Kind kind : Kind.values()) {
      boolean stated =
          switch (kind) {
            case HOLDING -> network.costly.length > 0;
            case PRODUCTION -> made;
            case PURCHASES -> stakes.landed.any();
            case STOCKOUT -> penal;
            case TOTAL -> !items.isEmpty();
          };
      if (stated) {
        double[] own = kind == Kind.TOTAL ? sum : amounts(kind, stakes, ledger);
        double[] before =
            reference == null
                ? new double[0]
                : kind == Kind.TOTAL ? calm : amounts(kind, stakes, reference);
        items.add(
            new Item(
                kind,
                Amount.of(own),
                Amount.of(before),
                Amount.of(reference == null ? new double[0] : Outcomes.less(own, before))));
        if (kind != Kind.TOTAL) {
          Lanes.add(sum, own);
          if (reference != null) {
            Lanes.add(calm, before);
          }
        }
      }
    }
    return new Costs(items);
  }

  private static double[] amounts(Kind kind, Stakes stakes, Ledger ledger) {
    return switch (kind) {
      case HOLDING -> ledger.holding;
      case PRODUCTION -> ledger.production;
      case PURCHASES -> ledger.purchases;
      case STOCKOUT -> {
        double[] penalty = new double[ledger.loss.length];
        for (int demand = 0; demand < stakes.penalty.length; demand++) {
          double[] units =
              stakes.lost[demand] ? ledger.lostUnits[demand] : ledger.lateUnitDays[demand];
          Lanes.addScaled(penalty, units, stakes.penalty[demand]);
        }
        yield penalty;
      }
      case TOTAL -> throw new IllegalArgumentException("a sum");
    };
  }
}
