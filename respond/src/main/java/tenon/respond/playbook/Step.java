package tenon.respond.playbook;

import java.util.List;

/**
 * A step of a playbook.
 *
 * @param id key within the playbook
 * @param what what is to be done, in the words of its author
 * @param role code of the party that does it
 * @param after ids of the steps that must be finished before it starts
 * @param hours hours it takes, at least 0
 * @param cost what it costs once, money, at least 0
 * @param needs what must hold before it starts, in words; a person checks it
 * @param actions what is done to the chain when it is finished
 */
public record Step(
    String id,
    String what,
    String role,
    List<String> after,
    double hours,
    double cost,
    List<String> needs,
    List<Action> actions) {
  public Step {
    after = List.copyOf(after);
    needs = List.copyOf(needs);
    actions = List.copyOf(actions);
    if (!(hours >= 0) || !(cost >= 0)) {
      throw new IllegalArgumentException(
          "step " + id + " takes " + hours + " hours and costs " + cost);
    }
  }
}
