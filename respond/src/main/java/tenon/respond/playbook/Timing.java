package tenon.respond.playbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When the steps of a playbook start and finish, hours from the trigger, each as early as those it
 * waits for allow (critical path method).
 */
public final class Timing {
  private final Map<String, Double> start = new HashMap<>();
  private final Map<String, Double> finish = new HashMap<>();
  private final List<String> critical;

  private Timing(Playbook playbook) {
    Set<String> path = new HashSet<>();
    for (Step step : playbook.steps()) {
      finish(playbook, step, path);
    }
    critical = criticalPath(playbook);
  }

  /**
   * The timing of a playbook.
   *
   * @throws IllegalArgumentException if a step waits for one that is not there, or for itself
   */
  public static Timing of(Playbook playbook) {
    return new Timing(playbook);
  }

  private double finish(Playbook playbook, Step step, Set<String> path) {
    Double known = finish.get(step.id());
    if (known != null) {
      return known;
    }
    if (!path.add(step.id())) {
      throw new IllegalArgumentException("step " + step.id() + " waits for itself");
    }
    double from = playbook.startsAfterHours();
    for (String before : step.after()) {
      from = Math.max(from, finish(playbook, step(playbook, before), path));
    }
    path.remove(step.id());
    start.put(step.id(), from);
    finish.put(step.id(), from + step.hours());
    return from + step.hours();
  }

  private static Step step(Playbook playbook, String id) {
    return playbook.steps().stream()
        .filter(step -> step.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no step " + id));
  }

  /** Back from a step that is finished last, always to the one that kept it waiting longest. */
  private List<String> criticalPath(Playbook playbook) {
    List<String> path = new ArrayList<>();
    @Nullable Step at = null;
    for (Step step : playbook.steps()) {
      if (at == null || finish(step.id()) > finish(at.id())) {
        at = step;
      }
    }
    while (at != null) {
      path.addFirst(at.id());
      @Nullable Step last = null;
      for (String before : at.after()) {
        if (last == null || finish(before) > finish(last.id())) {
          last = step(playbook, before);
        }
      }
      at = last;
    }
    return List.copyOf(path);
  }

  /** Hours from the trigger to the start of a step. */
  public double start(String step) {
    return get(start, step);
  }

  /** Hours from the trigger to the end of a step. */
  public double finish(String step) {
    return get(finish, step);
  }

  /** Hours from the trigger to the end of the last step; 0 where there is none. */
  public double end() {
    return finish.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  /** The steps that decide when all is finished, in their order. */
  public List<String> critical() {
    return critical;
  }

  private static double get(Map<String, Double> hours, String step) {
    Double found = hours.get(step);
    if (found == null) {
      throw new IllegalArgumentException("there is no step " + step);
    }
    return found;
  }
}
