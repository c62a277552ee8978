package tenon.respond.recovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Disruption.CapacityLoss;
import tenon.model.Disruption.Window;
import tenon.model.Scenario;

/**
 * When each repair begins: the crew that is free first takes the next repair of an order, and waits
 * for it where it is not reported yet.
 *
 * @param order places of the repairs in the list they were given in, first to be begun first
 * @param beginDay day on which each repair begins, by place in the list
 * @param endDay day on which it ends, likewise
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
public record RepairSchedule(List<Integer> order, double[] beginDay, double[] endDay) {
  public RepairSchedule {
    order = List.copyOf(order);
  }

  /** The schedule of an order for a number of crews, each on one repair at a time. */
  static RepairSchedule of(List<Repair> repairs, List<Integer> order, int crews) {
    double[] free = new double[crews];
    double[] begin = new double[repairs.size()];
    double[] end = new double[repairs.size()];
    for (int place : order) {
      Repair repair = repairs.get(place);
      int crew = 0;
      for (int other = 1; other < crews; other++) {
        crew = free[other] < free[crew] ? other : crew;
      }
      begin[place] = Math.max(free[crew], repair.reportedDay());
      end[place] = begin[place] + repair.days();
      free[crew] = end[place];
    }
    return new RepairSchedule(order, begin, end);
  }

  /**
   * The scenario with these repairs: what is damaged stays so from the day of the damage to the end
   * of its repair, and fades as it did. A repair that ends after the horizon is cut there.
   */
  Scenario in(Scenario scenario, List<Repair> repairs) {
    List<Disruption> disruptions = new ArrayList<>(scenario.disruptions());
    for (int place = 0; place < repairs.size(); place++) {
      Repair repair = repairs.get(place);
      CapacityLoss loss = (CapacityLoss) disruptions.get(repair.disruption());
      Window window = loss.window();
      Window longer =
          new Window(
              window.start(),
              new Days(endDay[place] - repair.reportedDay()),
              window.recovery(),
              window.recoveryDays());
      disruptions.set(repair.disruption(), new CapacityLoss(loss.target(), longer, loss.lost()));
    }
    return new Scenario(scenario.name(), scenario.horizon(), disruptions, scenario.hazards());
  }

  /** What makes two orders the same work. */
  String key() {
    return Arrays.toString(beginDay);
  }
}
