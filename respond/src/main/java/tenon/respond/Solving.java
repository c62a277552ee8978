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

  /** Solves after which one layer more is drawn in at once. */
  private static final int ROUNDS_PER_LAYER = 2;

  /** Layers that are drawn in at once from the beginning. */
  private static final int FIRST_LAYERS = 2;

  /** Layers that are drawn into a large programme: each of its solves is dear. */
  private static final int LARGE_LAYERS = 8;

  /** Rounds in which days within periods are added. */
  private static final int DIP_ROUNDS = 3;

  /** Of them, rounds before costs are settled. */
  private static final int EARLY_DIP_ROUNDS = 2;

  /** Rounds in which a large programme may grow once more at the end. */
  private static final int LAST_ROUNDS = 3;

  /** A large programme that saved less than this share of its loss by growing grows no more. */
  private static final double WORTH_GROWING = 1e-3;

  /** Share of the loss, or of a day's use of a node, that is as well as nothing. */
  private static final double NOTHING = 1e-6;

  final Tariffs tariffs;
  int dipsLeft;
  int rounds;
  private final Setting setting;
  private final Timeline timeline;
  private final List<Dip> dips = new ArrayList<>();
  Programme programme;
  Optimum optimum;

  /** Whether costs are settled where nobody reacts though the programme is large, as at the end. */
  private boolean last;

  private int lastRounds;

  /** Whether a large programme stopped growing before it was sure to hold all that could save. */
  boolean left;

  /**
   * What the whole chain could save beside the programme at most, in days of all demand; NaN where
   * it is not known.
   */
  double mostLeft;

  /** The least loss before the programme grew last, in days of all demand. */
  private double lossBefore = Double.POSITIVE_INFINITY;

  /** Whether the optimum at hand is of the plan alone. */
  private boolean alone;

  Solving(Setting setting, Timeline timeline) {
    this.setting = setting;
    this.timeline = timeline;
    tariffs = new Tariffs(setting.rules);
    programme = new Programme(setting, timeline, tariffs, dips);
    optimum = Optimum.ofFirst(programme, true, false);
  }

  private Optimum first(boolean calm) {
    return Optimum.ofFirst(programme, calm, last || !optimum.isLarge());
  }

  void solve() {
    try {
      search();
      boundWhatIsLeft();
    } finally {
      optimum.close();
    }
  }

  private void search() {
    int dipRounds = 0;
    while (true) {
      rounds++;
      boolean again = mayGrow() && grow(layers());
      if (!again && alone) {
        alone = false;
        replace(optimum.completed());
        lossBefore = Double.POSITIVE_INFINITY; // nobody's reacting may lack other nodes
        last |= optimum.isLarge() && !optimum.usualBefore; // what goes on before is as it will be
        continue;
      }
      if (!again && dipRounds < EARLY_DIP_ROUNDS) {
        again = addDips(); // settling is dear: what is added before it is not settled twice
        dipRounds++;
      }
      if (!again && !last && optimum.isLarge() && !optimum.usualBefore) {
        last = true; // with what goes on before the decision as it will be
        replace(first(false));
        continue;
      }
      if (!again) {
        boolean large = optimum.isLarge();
        replace(optimum.settled());
        again = !left && grow(1); // of several duals it may have met others
        if (!again) {
          dipsLeft = Dips.of(programme, optimum).size();
          if (large || dipRounds >= DIP_ROUNDS || !addDips()) {
            return;
          }
          dipRounds++;
        }
      }
      programme = new Programme(setting, timeline, tariffs, dips);
      // Nobody's reacting is solved again at the end; until then the plan says what is lacking.
      boolean calm = optimum.usualBefore;
      alone = calm && (!dips.isEmpty() || optimum.isLarge());
      replace(alone ? Optimum.ofPlan(programme, true) : first(calm));
    }
  }

  private void replace(Optimum next) {
    if (next != optimum) {
      optimum.close();
      optimum = next;
    }
  }

  private int layers() {
    return optimum.isLarge() ? LARGE_LAYERS : FIRST_LAYERS + rounds / ROUNDS_PER_LAYER;
  }

  /** Whether the programme is to grow; a large one no more once growing saves next to nothing. */
  private boolean mayGrow() {
    double loss = setting.goals.weighted() ? Double.NaN : programme.lost(optimum.leastLoss);
    boolean worth = !(lossBefore - loss <= WORTH_GROWING * loss);
    left |= last && lastRounds++ >= LAST_ROUNDS;
    left |= optimum.isLarge() && !worth && lacks() && !isShort();
    lossBefore = loss;
    return !left;
  }

  /**
   * Solves the programme with everything outside as helpful as can be: no plan of the whole chain
   * loses less than that.
   */
  private void boundWhatIsLeft() {
    if (!left || setting.revised) {
      return;
    }
    if (setting.goals.weighted()) {
      mostLeft = Double.NaN; // what weighs on flows outside is not in the programme
      return;
    }
    Programme relaxed = new Programme(setting, timeline, tariffs, dips, true);
    try (Optimum best = Optimum.ofPlan(relaxed, optimum.usualBefore)) {
      mostLeft = Math.max(0, optimum.leastLoss - best.leastLoss);
    }
    left = mostLeft > NOTHING * programme.lost(optimum.leastLoss);
  }

  /** Adds the days on which a stock fell below 0; whether there were any. */
  private boolean addDips() {
    boolean added = dips.addAll(Dips.of(programme, optimum));
    lossBefore = added ? Double.POSITIVE_INFINITY : lossBefore; // they make it another programme
    return added;
  }

  /** Whether held nodes hand over what they do not have, which only growing can mend. */
  private boolean isShort() {
    for (int[] node : programme.at.shortfall) {
      for (int column : node) {
        if (column >= 0 && optimum.held[column] + optimum.planned[column] > NOTHING) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the programme could grow. */
  private boolean lacks() {
    for (int node = 0; node < setting.rules.nodes(); node++) {
      if (setting.isIn(node) && isPriced(node) && lacks(node)) {
        return true;
      }
    }
    return false;
  }

  private boolean lacks(int node) {
    if (!setting.scope.isOpen(node)) {
      return true;
    }
    for (int arc : setting.rules.into(node)) {
      if (couldRise(arc) && !setting.scope.canRise(arc)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Draws in what could save losses, and so many layers behind it at once: few of them would not be
   * asked for by the next solves, and each solve saved is worth more.
   *
   * @return whether any node had to be held or opened
   */
  private boolean grow(int layers) {
    List<Integer> priced = new ArrayList<>();
    for (int node = 0; node < setting.rules.nodes(); node++) {
      if (setting.isIn(node) && isPriced(node)) {
        priced.add(node);
      }
    }
    boolean grown = false;
    for (int layer = 0; layer < layers && !priced.isEmpty(); layer++) {
      List<Integer> drawn = new ArrayList<>();
      grown |= drawIn(priced, drawn);
      priced = drawn;
    }
    return grown;
  }

  /** Opens nodes and holds what is behind their sources; whether anything was not so before. */
  private boolean drawIn(List<Integer> nodes, List<Integer> drawn) {
    boolean opened = false;
    for (int node : nodes) {
      if (!setting.scope.isOpen(node)) {
        setting.scope.open(node);
        opened = true;
      }
      for (int arc : setting.rules.into(node)) {
        if (couldRise(arc)) {
          setting.scope.holdSuppliers(arc, drawn);
        }
      }
      for (int input : setting.rules.uses(node)) {
        holdRivals(input, drawn);
      }
    }
    return opened || !drawn.isEmpty();
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
  private void holdRivals(int input, List<Integer> drawn) {
    int arc = setting.rules.inputArc(input);
    for (int[] group : setting.rules.groups(arc)) {
      for (int member : group) {
        if (member == input && group.length > 1 && setting.inScope(arc)) {
          setting.scope.holdSuppliers(arc, drawn);
        }
      }
    }
  }
}
