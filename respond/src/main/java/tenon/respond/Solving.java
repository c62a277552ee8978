package tenon.respond;

import java.util.ArrayList;
import java.util.List;

/**
 * Solves a programme, draws in and opens the nodes that could save losses, adds the days within
 * periods on which a stock fell below 0, and solves again until there are none of either.
 */
final class Solving {
  /** Price of a day's whole use of a held node, in days of all demand, that opens it. */
  private static final double PRICED = 1e-7;

  /** Rounds in which days within periods are added. */
  private static final int DIP_ROUNDS = 3;

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
    optimum = Optimum.ofFirst(programme);
  }

  void solve() {
    int dipRounds = 0;
    while (true) {
      rounds++;
      boolean grown = grow();
      if (!grown) {
        optimum = Optimum.of(programme);
        grown = grow(); // of several duals it may have met others
      }
      if (!grown) {
        List<Dip> found = Dips.of(programme, optimum);
        dipsLeft = found.size();
        int most = optimum.unsettled ? 1 : DIP_ROUNDS; // each is dear where nothing settles
        if (found.isEmpty() || dipRounds >= most) {
          return;
        }
        dipRounds++;
        dips.addAll(found);
      }
      programme = new Programme(setting, timeline, tariffs, dips);
      optimum = Optimum.ofFirst(programme);
    }
  }

  /** Whether any node had to be held or opened. */
  private boolean grow() {
    List<Integer> priced = new ArrayList<>();
    for (int node = 0; node < setting.rules.nodes(); node++) {
      if (setting.isIn(node) && isPriced(node)) {
        priced.add(node);
      }
    }
    boolean grown = false;
    for (int node : priced) {
      if (!setting.scope.isOpen(node)) {
        setting.scope.open(node);
        grown = true;
      }
      for (int arc : setting.rules.into(node)) {
        grown |= couldRise(arc) && setting.scope.holdSuppliers(arc);
      }
      for (int input : setting.rules.uses(node)) {
        grown |= holdRivals(input);
      }
    }
    return grown;
  }

  private boolean isPriced(int node) {
    for (int row : programme.at.stockRow[node]) {
      if (row >= 0 && optimum.heldDual[row] + optimum.dual[row] > PRICED) {
        return true;
      }
    }
    return false;
  }

  private boolean couldRise(int arc) {
    for (int period = 0; period < timeline.periods(); period++) {
      if (programme.limit(arc, period) > setting.usual.flow(arc)) {
        return true;
      }
    }
    return false;
  }

  /** Brings in what could replace a scarce input. */
  private boolean holdRivals(int input) {
    int arc = setting.rules.inputArc(input);
    for (int[] group : setting.rules.groups(arc)) {
      for (int member : group) {
        if (member == input && group.length > 1) {
          return setting.inScope(arc) && setting.scope.holdSuppliers(arc);
        }
      }
    }
    return false;
  }
}
