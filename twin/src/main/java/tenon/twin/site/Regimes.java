package tenon.twin.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.model.Disruption;

/** The regime of every day of a run. Immutable; shared by all threads. */
final class Regimes implements Course {
  private final Regime calm;
  private final Regime[] days;
  private final boolean planned;
  private final int[] longestDelay;
  private final int[] longestNews;

  private Regimes(Regime calm, Regime[] days, int links, boolean planned) {
    this.calm = calm;
    this.days = days;
    this.planned = planned;
    longestDelay = new int[links];
    longestNews = new int[links];
    for (Regime regime : days) {
      for (int link = 0; link < links; link++) {
        longestDelay[link] = Math.max(longestDelay[link], regime.pressure.longer[link]);
        longestNews[link] = Math.max(longestNews[link], regime.pressure.late[link]);
      }
    }
  }

  static Regimes of(Network network, List<Disruption> disruptions, int days, double outBelow) {
    return of(network, disruptions, days, outBelow, Response.OWN_RULE);
  }

  static Regimes of(
      Network network, List<Disruption> disruptions, int days, double outBelow, Response response) {
    Walk walk = new Walk(network, disruptions, outBelow, response);
    return new Regimes(
        calm(network, outBelow), walk.days(days), network.links, isPlanned(response));
  }

  private static boolean isPlanned(Response response) {
    return response instanceof Planned || response instanceof Steering;
  }

  /** The rules of a day without disruptions. */
  static Regime calm(Network network, double outBelow) {
    Pressure none = new Pressure(network).settled();
    Reaction still = new Reaction(network, outBelow, false);
    still.advance(0, none);
    return still.regime(none);
  }

  @Override
  public boolean planned() {
    return planned;
  }

  /** The rules of a day; those of no disruption before day 0. */
  @Override
  public Regime on(int day) {
    return day < 0 ? calm : days[day];
  }

  @Override
  public int longestDelay(int arc) {
    return arc < longestDelay.length ? longestDelay[arc] : 0;
  }

  @Override
  public int longestNews(int arc) {
    return arc < longestNews.length ? longestNews[arc] : 0;
  }

  /** Goes through the days, and makes a new regime only where something changes. */
  static final class Walk {
    private final Network network;
    private final List<Effect> effects = new ArrayList<>();
    private final Reaction reaction;
    private final Response response;
    private @Nullable Agenda agenda;
    private double @Nullable [] before;
    private @Nullable Regime last;
    private boolean struck;

    Walk(Network network, List<Disruption> disruptions, double outBelow, Response response) {
      this.network = network;
      this.response = response;
      disruptions.forEach(disruption -> effects.addAll(Effect.of(network, disruption)));
      reaction = new Reaction(network, outBelow, response instanceof Response.Cheapest);
    }

    private Regime[] days(int count) {
      Regime[] days = new Regime[count];
      for (int day = 0; day < count; day++) {
        days[day] = next(day);
      }
      return days;
    }

    /** Bound of the delay of a shipment over each link: as if all delays overlapped. */
    int[] longestDelay() {
      int[] longest = new int[network.links];
      for (int i = 0; i < effects.size(); i++) {
        if (effects.get(i).disruption() instanceof Disruption.Delay delay) {
          for (int link = 0; link < network.links; link++) {
            int days = Math.toIntExact(Math.round(delay.longer().value()));
            longest[link] += effects.get(i).reach().link(link) ? days : 0;
          }
        }
      }
      return longest;
    }

    /** Bound of how late an order over each link is: as if all that make it late overlapped. */
    int[] longestNews() {
      int[] longest = new int[network.links];
      for (Effect effect : effects) {
        if (effect.disruption() instanceof Disruption.InformationDelay delay) {
          for (int link = 0; link < network.links; link++) {
            int days = Math.toIntExact(Math.round(delay.late().value()));
            longest[link] += effect.reach().into(link) ? days : 0;
          }
        }
      }
      return longest;
    }

    /** The rules of the next day; days in order, from 0. */
    Regime next(int day) {
      double[] strengths = new double[effects.size()];
      boolean strikes = false;
      for (int i = 0; i < strengths.length; i++) {
        strengths[i] = effects.get(i).disruption().window().strength(day);
        strikes |= day == effects.get(i).disruption().window().firstDay();
      }
      Regime known = last;
      boolean same = known != null && !strikes && !struck && Arrays.equals(strengths, before);
      Pressure pressure = same && known != null ? known.pressure : pressure(day, strengths);
      boolean reacted = reaction.advance(day, pressure);
      struck = strikes;
      before = strengths;
      boolean turned = response instanceof Planned plan && plan.turns(day);
      Regime today = same && !reacted && !turned && known != null ? known : regime(day, pressure);
      last = today;
      return today;
    }

    private Regime regime(int day, Pressure pressure) {
      return switch (response) {
        case Response.OwnRule own -> reaction.regime(pressure);
        case Response.Cheapest cheapest -> reaction.regime(pressure);
        case Steering steering -> reaction.regime(pressure);
        case Response.Nothing nothing -> reaction.unmoved(pressure);
        case Planned plan -> planned(plan, day, pressure);
      };
    }

    private Regime planned(Planned plan, int day, Pressure pressure) {
      int period = plan.period(day);
      if (period < 0) {
        return reaction.regime(pressure);
      }
      boolean fresh = plan.firstDay(period) == day;
      Agenda now = agenda;
      if (now == null || fresh) {
        now = new Agenda(network, plan, period);
        agenda = now;
      }
      return reaction.planned(pressure, now, day, fresh);
    }

    private Pressure pressure(int day, double[] strengths) {
      Pressure pressure = new Pressure(network);
      for (int i = 0; i < strengths.length; i++) {
        if (strengths[i] > 0) {
          Disruption disruption = effects.get(i).disruption();
          pressure.add(
              disruption,
              effects.get(i).reach(),
              strengths[i],
              day == disruption.window().firstDay());
        }
      }
      return pressure.settled();
    }
  }
}
