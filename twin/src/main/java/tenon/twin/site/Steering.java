package tenon.twin.site;

import org.jspecify.annotations.Nullable;

/**
 * Plans that are made while a scenario goes on: each replication is asked every morning, from what
 * is known by then. Until the first plan every site goes by its own rule.
 *
 * <p>Asked from several threads at once, each with another replication; the answer must depend on
 * the morning alone.
 */
public non-sealed interface Steering extends Response {

  /**
   * The plan that holds from this morning on, its days counted from day 0 of the scenario; null
   * where the one before goes on.
   */
  @Nullable Planned decide(Morning morning);
}
