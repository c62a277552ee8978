package tenon.respond.recovery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tenon.model.Chain;
import tenon.model.Disruption.CapacityLoss;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.respond.PairedDifference;
import tenon.twin.site.Simulation;
import tenon.twin.site.SimulationSpec;
import tenon.twin.site.Trajectory;

/**
 * The order in which scarce crews repair what a scenario damages, so that the loss on the twin is
 * least. Every capacity loss of the scenario is a repair that takes one crew as long as the
 * scenario says it lasts, unless more is told of it; until it works again, the loss goes on.
 *
 * <p>Up to a stated number of repairs every order is tried. Beyond, a local search exchanges two
 * repairs, and moves one to another place, until nothing is better; it begins from the better of
 * the order of arrival and the order of loss per crew day, which is optimal where the losses of the
 * sites add up (Smith 1956). Orders are compared on few replications and all under the same draws;
 * the best is then set beside the order of arrival on all of them.
 *
 * @param repairs what is to be repaired, in the order of the scenario
 * @param means crews, spare parts and room to restart that they share
 * @param first the schedule in order of arrival
 * @param best the best schedule found
 * @param lossFirst loss in order of arrival
 * @param lossBest loss by the best
 * @param saved loss saved by the best, with its interval
 * @param exact whether every order was tried
 * @param evaluations different schedules that were simulated
 */
public record RecoveryOrder(
    List<Repair> repairs,
    Means means,
    RepairSchedule first,
    RepairSchedule best,
    Trajectory lossFirst,
    Trajectory lossBest,
    PairedDifference saved,
    boolean exact,
    int evaluations) {
  private static final String TASK = "order";
  private static final double LEAST_GAIN = 1e-9;

  public RecoveryOrder {
    repairs = List.copyOf(repairs);
  }

  /**
   * How to look for it.
   *
   * @param means what repairs share
   * @param exactUpTo number of repairs up to which every order is tried, at most 8
   * @param most schedules simulated at most by the local search
   * @param search how schedules are simulated while they are compared
   * @param simulation how the two that are told are simulated
   */
  public record Spec(
      Means means, int exactUpTo, int most, SimulationSpec search, SimulationSpec simulation) {
    public Spec {
      if (exactUpTo < 1 || exactUpTo > 8 || most < 1) {
        throw new IllegalArgumentException("exact up to " + exactUpTo + ", at most " + most);
      }
    }
  }

  /** What a scenario damages, in its order. */
  public static List<Repair> repairs(Scenario scenario) {
    List<Repair> repairs = new ArrayList<>();
    for (int i = 0; i < scenario.disruptions().size(); i++) {
      if (scenario.disruptions().get(i) instanceof CapacityLoss loss) {
        repairs.add(
            new Repair(
                i,
                loss.target().id(),
                loss.window().start().value(),
                loss.window().duration().value()));
      }
    }
    return repairs;
  }

  /**
   * The best order.
   *
   * @throws IllegalArgumentException where the scenario damages nothing
   */
  public static RecoveryOrder of(Chain chain, Scenario scenario, Spec spec, Progress progress) {
    return of(chain, scenario, repairs(scenario), spec, progress);
  }

  /**
   * The best order.
   *
   * @param repairs those of the scenario, with what they take
   */
  public static RecoveryOrder of(
      Chain chain, Scenario scenario, List<Repair> repairs, Spec spec, Progress progress) {
    if (repairs.isEmpty()) {
      throw new IllegalArgumentException("scenario " + scenario.name() + " damages nothing");
    }
    double parts = repairs.stream().mapToDouble(Repair::parts).sum();
    int crews = repairs.stream().mapToInt(Repair::crews).max().orElse(1);
    if (crews > spec.means().crews() || Double.isInfinite(spec.means().partsDay(parts))) {
      throw new IllegalArgumentException(
          "repairs need " + crews + " crews at once and " + parts + " parts");
    }
    return new Search(chain, scenario, repairs, spec, progress).result();
  }

  /** Compares schedules on the twin; the same schedule is simulated once. */
  private static final class Search {
    private final Chain chain;
    private final Scenario scenario;
    private final List<Repair> repairs;
    private final Spec spec;
    private final Progress progress;
    private final Map<String, Double> losses = new HashMap<>();

    private List<Integer> best;
    private double least;

    Search(Chain chain, Scenario scenario, List<Repair> repairs, Spec spec, Progress progress) {
      this.chain = chain;
      this.scenario = scenario;
      this.repairs = repairs;
      this.spec = spec;
      this.progress = progress;
      best = arrival();
      least = loss(best);
    }

    /** Those reported first come first; of one day, in the order of the scenario. */
    private List<Integer> arrival() {
      return IntStream.range(0, repairs.size())
          .boxed()
          .sorted(Comparator.comparingDouble(place -> repairs.get(place).reportedDay()))
          .toList();
    }

    RecoveryOrder result() {
      List<Integer> first = best;
      boolean exact = repairs.size() <= spec.exactUpTo();
      if (exact) {
        permute(new ArrayList<>(first), 0);
      } else {
        consider(byLossPerCrewDay());
        descend();
      }
      RepairSchedule arrival = schedule(first);
      RepairSchedule found = schedule(best);
      Trajectory without = simulate(arrival, spec.simulation());
      Trajectory with = simulate(found, spec.simulation());
      if (with.loss().mean() > without.loss().mean()) {
        // Better on the few replications of the search alone: nothing was gained.
        found = arrival;
        with = without;
      }
      return new RecoveryOrder(
          repairs,
          spec.means(),
          arrival,
          found,
          without,
          with,
          PairedDifference.of(without.losses(), with.losses()),
          exact,
          losses.size());
    }

    private RepairSchedule schedule(List<Integer> order) {
      return RepairSchedule.of(repairs, order, spec.means());
    }

    private Trajectory simulate(RepairSchedule schedule, SimulationSpec how) {
      return Simulation.simulate(chain, schedule.in(scenario, repairs), how, Progress.NONE);
    }

    private double loss(List<Integer> order) {
      RepairSchedule schedule = schedule(order);
      Double known = losses.get(schedule.key());
      if (known != null) {
        return known;
      }
      double loss = simulate(schedule, spec.search()).loss().mean();
      losses.put(schedule.key(), loss);
      progress.report(TASK, losses.size(), Math.max(losses.size(), spec.most()));
      return loss;
    }

    private boolean consider(List<Integer> order) {
      double loss = loss(order);
      boolean better = loss < least - LEAST_GAIN * Math.abs(least);
      if (better) {
        best = List.copyOf(order);
        least = loss;
      }
      return better;
    }

    private void permute(List<Integer> order, int from) {
      if (from == order.size()) {
        consider(order);
        return;
      }
      for (int other = from; other < order.size(); other++) {
        Collections.swap(order, from, other);
        permute(order, from + 1);
        Collections.swap(order, from, other);
      }
    }

    /** What each damage alone costs, by the crew days that end it. */
    private List<Integer> byLossPerCrewDay() {
      double[] rate = new double[repairs.size()];
      for (int place = 0; place < rate.length; place++) {
        Repair repair = repairs.get(place);
        Scenario alone =
            new Scenario(
                scenario.name(),
                scenario.horizon(),
                List.of(scenario.disruptions().get(repair.disruption())));
        double loss = Simulation.simulate(chain, alone, spec.search(), Progress.NONE).loss().mean();
        rate[place] = loss / repair.days() / (repair.days() * repair.crews());
      }
      return IntStream.range(0, rate.length)
          .boxed()
          .sorted(Comparator.comparingDouble((Integer place) -> -rate[place]))
          .toList();
    }

    private void descend() {
      boolean better = true;
      while (better && losses.size() < spec.most()) {
        better = false;
        for (int from = 0; from < best.size() && losses.size() < spec.most(); from++) {
          for (int to = 0; to < best.size() && losses.size() < spec.most(); to++) {
            List<Integer> moved = new ArrayList<>(best);
            Collections.rotate(
                moved.subList(Math.min(from, to), Math.max(from, to) + 1), from < to ? -1 : 1);
            better |= from != to && consider(moved);
            List<Integer> exchanged = new ArrayList<>(best);
            Collections.swap(exchanged, from, to);
            better |= from < to && consider(exchanged);
          }
        }
      }
    }
  }
}
