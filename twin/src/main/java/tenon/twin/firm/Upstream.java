package tenon.twin.firm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the value of a firm's purchases comes from, tier by tier. A unit of purchases is followed
 * to its suppliers in proportion to amounts, from each on to its own suppliers, and so on; it ends
 * at firms that buy from nobody, the ultimate suppliers. What still circles after the last tier is
 * unresolved.
 *
 * <p>Concentration is the Herfindahl-Hirschman index, the sum of squared shares (Hirschman 1964): 1
 * where all comes from one firm, 1/n where n firms share equally. Firms that look diverse in tier 1
 * may depend on one firm in tier 3.
 */
public final class Upstream {
  private final List<Double> hhi;
  private final double ultimateHhi;
  private final double unresolved;
  private final double[] ultimate;
  private final double[] through;

  private Upstream(
      List<Double> hhi,
      double ultimateHhi,
      double unresolved,
      double[] ultimate,
      double[] through) {
    this.hhi = List.copyOf(hhi);
    this.ultimateHhi = ultimateHhi;
    this.unresolved = unresolved;
    this.ultimate = ultimate;
    this.through = through;
  }

  /**
   * Follows the purchases of a firm.
   *
   * @param tiers number of tiers to follow, at least 1
   */
  public static Upstream of(FirmNetwork network, int firm, int tiers) {
    if (tiers < 1) {
      throw new IllegalArgumentException("tiers " + tiers + " is too few; write at least 1");
    }
    return new Walk(network, firm).follow(tiers);
  }

  /**
   * Concentration of the suppliers in a tier, 1 being the direct ones; what ended earlier stays.
   */
  public double hhi(int tier) {
    return hhi.get(tier - 1);
  }

  /**
   * Concentration of the ultimate suppliers, as shares of what is resolved; NaN where nothing is.
   */
  public double ultimateHhi() {
    return ultimateHhi;
  }

  /** Share of the purchases that still circles after the last tier. */
  public double unresolved() {
    return unresolved;
  }

  /** Share of the purchases that ends at a firm. */
  public double ultimate(int firm) {
    return ultimate[firm];
  }

  /**
   * Value that passes through a firm for each unit of purchases, in any tier; it counts each time,
   * so in circles it may exceed 1.
   */
  public double through(int firm) {
    return through[firm];
  }

  private static final class Walk {
    private final FirmNetwork network;
    private final double[] ultimate;
    private final double[] through;
    private double[] now;
    private double[] next;

    Walk(FirmNetwork network, int firm) {
      this.network = network;
      int firms = network.firms();
      ultimate = new double[firms];
      through = new double[firms];
      now = new double[firms];
      next = new double[firms];
      now[firm] = network.input(firm) > 0 ? 1 : 0;
    }

    Upstream follow(int tiers) {
      List<Double> hhi = new ArrayList<>();
      for (int tier = 0; tier < tiers; tier++) {
        step();
        hhi.add(squares(1));
      }
      double circling = 0;
      double ended = 0;
      for (int firm = 0; firm < now.length; firm++) {
        circling += now[firm];
        ended += ultimate[firm];
        now[firm] = 0;
      }
      return new Upstream(hhi, squares(ended), circling, ultimate, through);
    }

    private void step() {
      Arrays.fill(next, 0);
      for (int firm = 0; firm < now.length; firm++) {
        double part = now[firm] / network.input(firm);
        for (int at = network.firstPurchase(firm);
            now[firm] > 0 && at < network.firstPurchase(firm + 1);
            at++) {
          next[network.supplier(at)] += part * network.purchaseAmount(at);
        }
      }
      for (int firm = 0; firm < next.length; firm++) {
        through[firm] += next[firm];
        if (network.input(firm) == 0) {
          ultimate[firm] += next[firm];
          next[firm] = 0;
        }
      }
      double[] swap = now;
      now = next;
      next = swap;
    }

    /** Sum of squared shares of a total, of what has ended and what is under way. */
    private double squares(double total) {
      double sum = 0;
      for (int firm = 0; firm < now.length; firm++) {
        double share = (now[firm] + ultimate[firm]) / total;
        sum += share * share;
      }
      return sum;
    }
  }
}
