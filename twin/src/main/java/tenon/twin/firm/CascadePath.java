package tenon.twin.firm;

import java.util.ArrayList;
import java.util.List;

/**
 * The course of one cascade: which firm fell in which step because of whom, in both directions. It
 * follows the steps of the published program; a firm's cause is, in the slot that limits it, the
 * partner with the greatest lost amount (the first of equal ones).
 */
public final class CascadePath {
  private CascadePath() {}

  /**
   * Follows a cascade until no loss changes by more than eps in a step.
   *
   * @param lost lost share of capacity of every firm, 0 to 1
   * @param bar loss from which a firm counts as fallen, above 0
   * @return falls by step, then direction, then firm
   */
  public static List<Fall> trace(
      FirmNetwork network,
      Replaceability replaceability,
      Stopping.Eps stopping,
      double[] lost,
      double bar) {
    if (!(bar > 0 && bar <= 1)) {
      throw new IllegalArgumentException("bar " + bar + " is no loss; write above 0, up to 1");
    }
    boolean replaced = replaceability == Replaceability.SECTOR;
    Market market = replaced ? new Market(network, Market.PUBLISHED_GUARD) : null;
    Course down = new Course(Direction.DOWN, new Wave(network.down, market), bar);
    Course up = new Course(Direction.UP, new Wave(network.up, null), bar);
    List<Fall> falls = new ArrayList<>();
    down.wave.begin(lost);
    up.wave.begin(lost);
    double change = 1;
    for (int step = 0; change > stopping.eps(); step++) {
      down.note(step, falls);
      up.note(step, falls);
      change = Math.max(down.wave.step(), up.wave.step());
      if (change <= stopping.eps()) {
        down.note(step + 1, falls);
        up.note(step + 1, falls);
      }
    }
    return List.copyOf(falls);
  }

  /** One direction with what has fallen in it. */
  private static final class Course {
    private final Direction direction;
    private final Wave wave;
    private final double bar;
    private final boolean[] fallen;

    Course(Direction direction, Wave wave, double bar) {
      this.direction = direction;
      this.wave = wave;
      this.bar = bar;
      fallen = new boolean[wave.loss().length];
    }

    void note(int step, List<Fall> falls) {
      double[] loss = wave.loss();
      for (int firm = 0; firm < loss.length; firm++) {
        if (!fallen[firm] && loss[firm] >= bar) {
          fallen[firm] = true;
          falls.add(fall(firm, step, loss[firm]));
        }
      }
    }

    private Fall fall(int firm, int step, double loss) {
      int entry = step == 0 ? Wave.NOBODY : wave.heaviest(firm);
      if (entry == Wave.NOBODY) {
        return new Fall(firm, direction, step, loss, Fall.SHOCK, 1);
      }
      return new Fall(firm, direction, step, loss, wave.source(entry), wave.part(firm, entry));
    }
  }
}
