package tenon.respond.playbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Response levels in order of urgency, and which of them holds. */
public final class Levels {

  /** What calls the most urgent level: the chain is about to break. */
  public static final String CHAIN_BREAK = "chain_break";

  private final List<Level> byRank;

  private Levels(List<Level> byRank) {
    this.byRank = byRank;
  }

  /**
   * Levels in any order.
   *
   * @throws IllegalArgumentException if there are none, or two share a rank or a trigger
   */
  public static Levels of(List<Level> levels) {
    if (levels.isEmpty()) {
      throw new IllegalArgumentException("there is no level");
    }
    Set<Object> seen = new HashSet<>();
    for (Level level : levels) {
      if (!seen.add(level.rank()) || !seen.add(level.trigger())) {
        throw new IllegalArgumentException(
            "rank " + level.rank() + " or trigger " + level.trigger() + " is there twice");
      }
    }
    return new Levels(levels.stream().sorted(Comparator.comparingInt(Level::rank)).toList());
  }

  /** The four levels of the published study. */
  public static Levels published() {
    return of(
        List.of(
            new Level(1, CHAIN_BREAK, "start_alternatives", 24, "regional_command"),
            new Level(2, "tight_supply", "reconcile_inventory", 48, "industry_alliance"),
            new Level(3, "demand_fluctuation", "adjust_capacity", 72, "key_enterprises"),
            new Level(4, "abnormal_quality", "control_source", 96, "related_companies")));
  }

  /** The levels, most urgent first. */
  public List<Level> all() {
    return byRank;
  }

  /** The level of a rank. */
  public Optional<Level> rank(int rank) {
    return byRank.stream().filter(level -> level.rank() == rank).findFirst();
  }

  /** Whether some level is called by the trigger. */
  public boolean knows(String trigger) {
    return byRank.stream().anyMatch(level -> level.trigger().equals(trigger));
  }

  /**
   * The level that holds while several triggers are met: the most urgent wins. Where the twin sees
   * that the chain will break, that counts as the trigger {@link #CHAIN_BREAK}, whatever was
   * signalled.
   *
   * @param triggers what is signalled; triggers of no level are passed over
   * @param breaksChain whether the twin, run forward from now, sees the chain break
   * @return the level, empty where no trigger calls one
   */
  public Optional<Level> holding(Set<String> triggers, boolean breaksChain) {
    List<String> met = new ArrayList<>(triggers);
    if (breaksChain) {
      met.add(CHAIN_BREAK);
    }
    return byRank.stream().filter(level -> met.contains(level.trigger())).findFirst();
  }
}
