package tenon.twin.site;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tenon.model.Disruption;
import tenon.model.Hazard;
import tenon.model.Interval;
import tenon.model.Scenario;

/** Divides the loss of a scenario; the rules stand in {@link Attribution}. */
final class Attributing {
  /** Most players of Shapley's rule: 2^4 cases. */
  static final int MOST = 4;

  private final Scenario scenario;
  private final double[] whole;
  private final Function<List<Scenario>, List<double[]>> lossesOf;
  private final int players;

  /**
   * Divides a loss.
   *
   * @param whole loss of each replication when all of it happens
   * @param lossesOf losses of each replication of scenarios with a part of what happens
   */
  Attributing(
      Scenario scenario,
      LossByReplication whole,
      Function<List<Scenario>, List<double[]>> lossesOf) {
    this.scenario = scenario;
    this.whole = new double[whole.replications()];
    java.util.Arrays.setAll(this.whole, whole::at);
    this.lossesOf = lossesOf;
    players = scenario.disruptions().size() + scenario.hazards().size();
  }

  Attribution answer() {
    boolean shapley = players <= MOST;
    double[][] shares = shapley ? shapley() : last();
    double[] together = shapley ? new double[whole.length] : whole.clone();
    List<Attribution.Part> parts = new ArrayList<>();
    for (int player = 0; player < players; player++) {
      int hazard = player - scenario.disruptions().size();
      String name = hazard < 0 ? null : scenario.hazards().get(hazard).name();
      parts.add(part(hazard < 0 ? player : -1, name, shares[player]));
      if (!shapley) {
        Lanes.subtract(together, shares[player]);
      }
    }
    return new Attribution(
        shapley ? Attribution.Rule.SHAPLEY : Attribution.Rule.LAST,
        parts,
        part(-1, null, together));
  }

  private Attribution.Part part(int disruption, @Nullable String hazard, double[] losses) {
    double mean = Quantiles.mean(losses);
    double half = losses.length < 2 ? 0 : Quantiles.halfWidth(losses);
    double all = Quantiles.mean(whole);
    return new Attribution.Part(
        disruption,
        hazard,
        mean,
        new Interval(mean - half, mean + half),
        all == 0 ? Double.NaN : mean / all);
  }

  /** Shares of each replication by Shapley's rule; sets of players are the bits of a number. */
  private double[][] shapley() {
    int sets = 1 << players;
    List<Scenario> cases = new ArrayList<>();
    for (int set = 1; set < sets - 1; set++) {
      cases.add(only(set));
    }
    List<double[]> losses = new ArrayList<>();
    losses.add(new double[whole.length]);
    losses.addAll(cases.isEmpty() ? List.of() : lossesOf.apply(cases));
    losses.add(whole);
    double[][] shares = new double[players][whole.length];
    for (int player = 0; player < players; player++) {
      for (int set = 0; set < sets; set++) {
        if ((set >> player & 1) == 0) {
          double weight = weight(Integer.bitCount(set));
          Lanes.addScaled(shares[player], losses.get(set | 1 << player), weight);
          Lanes.addScaled(shares[player], losses.get(set), -weight);
        }
      }
    }
    return shares;
  }

  /** |S|! (n - |S| - 1)! / n! */
  private double weight(int size) {
    double weight = 1.0 / players;
    for (int k = 1; k <= size; k++) {
      weight *= (double) k / (players - k);
    }
    return weight;
  }

  private double[][] last() {
    List<Scenario> cases = new ArrayList<>();
    int all = players;
    for (int player = 0; player < all; player++) {
      cases.add(without(player));
    }
    double[][] shares = lossesOf.apply(cases).toArray(double[][]::new);
    for (double[] share : shares) {
      for (int r = 0; r < share.length; r++) {
        share[r] = whole[r] - share[r];
      }
    }
    return shares;
  }

  private Scenario only(int set) {
    return part(player -> (set >> player & 1) == 1);
  }

  private Scenario without(int left) {
    return part(player -> player != left);
  }

  private Scenario part(java.util.function.IntPredicate happens) {
    List<Disruption> disruptions = new ArrayList<>();
    List<Hazard> hazards = new ArrayList<>();
    int certain = scenario.disruptions().size();
    for (int player = 0; player < players; player++) {
      if (happens.test(player)) {
        if (player < certain) {
          disruptions.add(scenario.disruptions().get(player));
        } else {
          hazards.add(scenario.hazards().get(player - certain));
        }
      }
    }
    return new Scenario(scenario.name(), scenario.horizon(), disruptions, hazards);
  }
}
