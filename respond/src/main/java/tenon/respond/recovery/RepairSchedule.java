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
 * When each repair begins. Repairs are scheduled in their order: each takes the crews that are free
 * first, as many as it needs, and spare parts before those that come after it in the order; it
 * waits where it is not reported yet. What is mended then restarts as soon as there is room.
 *
 * @param order places of the repairs in the list they were given in, first to be begun first
 * @param beginDay day on which each repair begins, by place in the list
 * @param mendedDay day on which its crews are free again, likewise
 * @param endDay day on which it works again, likewise
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
public record RepairSchedule(
    List<Integer> order, double[] beginDay, double[] mendedDay, double[] endDay) {
  public RepairSchedule {
    order = List.copyOf(order);
  }

  /**
   * The schedule of an order.
   *
   * @param repairs none of which needs more crews than there are, or parts that never come
   */
  static RepairSchedule of(List<Repair> repairs, List<Integer> order, Means means) {
    double[] free = new double[means.crews()];
    double[] room = new double[Math.min(means.restarts(), repairs.size())];
    double[] begin = new double[repairs.size()];
    double[] mended = new double[repairs.size()];
    double[] end = new double[repairs.size()];
    double parts = 0;
    for (int place : order) {
      Repair repair = repairs.get(place);
      Arrays.sort(free);
      parts += repair.parts();
      double crewsDay = free[repair.crews() - 1];
      double partsDay = repair.parts() > 0 ? means.partsDay(parts) : 0;
      begin[place] = Math.max(Math.max(crewsDay, partsDay), repair.reportedDay());
      mended[place] = begin[place] + repair.days();
      Arrays.fill(free, 0, repair.crews(), mended[place]);
      end[place] = mended[place];
      if (repair.restartDays() > 0) {
        Arrays.sort(room);
        end[place] = Math.max(room[0], mended[place]) + repair.restartDays();
        room[0] = end[place];
      }
    }
    return new RepairSchedule(order, begin, mended, end);
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
    return Arrays.toString(endDay);
  }
}
