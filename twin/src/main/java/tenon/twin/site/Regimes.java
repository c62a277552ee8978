package tenon.twin.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.model.Disruption;

/** The regime of every day of a run. Immutable; shared by all threads. */
final class Regimes {
  private final Regime calm;
  private final Regime[] days;
  private final int[] longestDelay;

  private Regimes(Regime calm, Regime[] days, int links) {
    this.calm = calm;
    this.days = days;
    longestDelay = new int[links];
    for (Regime regime : days) {
      for (int link = 0; link < links; link++) {
        longestDelay[link] = Math.max(longestDelay[link], regime.pressure.longer[link]);
      }
    }
  }

  static Regimes of(Network network, List<Disruption> disruptions, int days, double outBelow) {
    Pressure none = new Pressure(network);
    Reaction still = new Reaction(network, outBelow);
    still.advance(0, none);
    return new Regimes(
        still.regime(none), new Walk(network, disruptions, outBelow).days(days), network.links);
  }

  /** The rules of a day; those of no disruption before day 0. */
  Regime on(int day) {
    return day < 0 ? calm : days[day];
  }

  /** Most days that any shipment over a link is delayed. */
  int longestDelay(int arc) {
    return arc < longestDelay.length ? longestDelay[arc] : 0;
  }

  /** Goes through the days, and makes a new regime only where something changes. */
  private static final class Walk {
    private final Network network;
    private final List<Disruption> disruptions;
    private final List<Reach> reaches = new ArrayList<>();
    private final Reaction reaction;
    private double @Nullable [] before;
    private @Nullable Regime last;
    private boolean struck;

    private Walk(Network network, List<Disruption> disruptions, double outBelow) {
      this.network = network;
      this.disruptions = disruptions;
      disruptions.forEach(disruption -> reaches.add(new Reach(network, disruption.target())));
      reaction = new Reaction(network, outBelow);
    }

    private Regime[] days(int count) {
      Regime[] days = new Regime[count];
      for (int day = 0; day < count; day++) {
        days[day] = next(day);
      }
      return days;
    }

    private Regime next(int day) {
      double[] strengths = new double[disruptions.size()];
      boolean strikes = false;
      for (int i = 0; i < strengths.length; i++) {
        strengths[i] = disruptions.get(i).window().strength(day);
        strikes |= day == disruptions.get(i).window().firstDay();
      }
      Regime known = last;
      boolean same = known != null && !strikes && !struck && Arrays.equals(strengths, before);
      Pressure pressure = same && known != null ? known.pressure : pressure(day, strengths);
      boolean reacted = reaction.advance(day, pressure);
      struck = strikes;
      before = strengths;
      Regime today = same && !reacted && known != null ? known : reaction.regime(pressure);
      last = today;
      return today;
    }

    private Pressure pressure(int day, double[] strengths) {
      Pressure pressure = new Pressure(network);
      for (int i = 0; i < strengths.length; i++) {
        if (strengths[i] > 0) {
          Disruption disruption = disruptions.get(i);
          pressure.add(
              disruption, reaches.get(i), strengths[i], day == disruption.window().firstDay());
        }
      }
      return pressure;
    }
  }
}
