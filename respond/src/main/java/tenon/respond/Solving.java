package tenon.respond;

import java.util.ArrayList;
import java.util.List;

/**
 * Solves a programme, opens the nodes that the solution asks for too much or whose goods have a
 * price, adds the days within periods
 * on which a stock fell below 0, and solves again until there are none of either.
 */
final class Solving {
  /** Price of a day's whole use of a held node, in days of all demand, that opens it. */
  private static final double PRICED = 1e-7;

  /** Rounds in which days within periods are added. */
  private static final int DIP_ROUNDS = 6;

  final Tariffs tariffs;
  int dipsLeft;
  int rounds;
  private final Setting setting;
  private final Timeline timeline;
  private final List<Dip> dips = new ArrayList<>();
  Programme programme;
  Optimum optimum;

  Solving(Setting setting, Timeline timeline) {
    this.setting = setting;
    this.timeline = timeline;
    tariffs = new Tariffs(setting.rules);
    programme = new Programme(setting, timeline, tariffs, dips);
    optimum = Optimum.of(programme);
  }

  void solve() {
    int dipRounds = 0;
    while (true) {
      rounds++;
      boolean opened = open();
      List<Dip> found = opened ? List.of() : Dips.of(programme, optimum);
      dipsLeft = found.size();
      if (!opened && (found.isEmpty() || dipRounds == DIP_ROUNDS)) {
        return;
      }
      dipRounds += opened ? 0 : 1;
      dips.addAll(found);
      programme = new Programme(setting, timeline, tariffs, dips);
      optimum = Optimum.of(programme);
    }
  }

  /** Whether any node had to be opened. */
  private boolean open() {
    Asked asked = new Asked(programme, optimum);
    List<Integer> opened = new ArrayList<>();
    for (int node = 0; node < setting.rules.nodes(); node++) {
      if (setting.scope.isOpen(node) || setting.isFree(node)) {
        continue;
      }
      if (setting.isIn(node) ? isPriced(node) : asked.tooMuch(node)) {
        opened.add(node);
      }
    }
    opened.forEach(setting.scope::open);
    return !opened.isEmpty();
  }

  private boolean isPriced(int node) {
    for (int row : programme.at.stockRow[node]) {
      if (row >= 0 && optimum.heldDual[row] + optimum.dual[row] > PRICED) {
        return true;
      }
    }
    return false;
  }
}
