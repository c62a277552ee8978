package tenon.respond.playbook;

import java.util.List;

/**
 * What is done when a trigger calls: steps with roles, in an order.
 *
 * @param name key of the playbook
 * @param title what it is for, in the words of its author
 * @param trigger code of the trigger it answers
 * @param level rank of the level it belongs to
 * @param startsAfterHours hours from the trigger to the start of the first step, at least 0
 * @param endWithinHours hours from the trigger within which all of it must be finished; infinite
 *     where no end is set
 * @param steps the steps
 */
public record Playbook(
    String name,
    String title,
    String trigger,
    int level,
    double startsAfterHours,
    double endWithinHours,
    List<Step> steps) {
  public Playbook {
    steps = List.copyOf(steps);
    if (!(startsAfterHours >= 0) || !(endWithinHours > 0)) {
      throw new IllegalArgumentException(
          name + " starts after " + startsAfterHours + " and ends within " + endWithinHours);
    }
  }

  /** What the steps cost once, money. */
  public double stepCost() {
    return steps.stream().mapToDouble(Step::cost).sum();
  }
}
