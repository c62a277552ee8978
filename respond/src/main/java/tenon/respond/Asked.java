package tenon.respond;

import tenon.twin.site.Rules;

/** What a solution asks of nodes outside its programme. */
final class Asked {
  /** What is asked too much counts from here on, in days of usual use; below is rounding. */
  private static final double NOTICED = 1e-4;

  private final Programme programme;
  private final Rules rules;
  private final Flows[] runs;

  Asked(Programme programme, Optimum optimum) {
    this.programme = programme;
    rules = programme.rules;
    runs =
        new Flows[] {
          new Flows(programme, optimum.held), new Flows(programme, optimum.planned)
        };
  }

  /**
   * Whether stock and usual flow cannot give what is asked of a node, or would leave less stock at
   * the end.
   */
  boolean tooMuch(int node) {
    for (Flows run : runs) {
      double more = 0;
      for (int period = 0; period < programme.timeline.periods(); period++) {
        more += morePerDay(run, node, period) * programme.timeline.days(period);
        if (more > rules.startStock(node) + NOTICED * programme.setting.nodeScale(node)) {
          return true;
        }
      }
      if (more > NOTICED * programme.setting.nodeScale(node)) {
        return true;
      }
    }
    return false;
  }

  /** Units per day handed over beyond the usual. */
  private double morePerDay(Flows run, int node, int period) {
    double more = 0;
    for (int link : rules.out(node)) {
      if (programme.setting.inScope(link)) {
        more += run.perDay(link, period) - programme.setting.usual.flow(link);
      }
    }
    for (int input : rules.uses(node)) {
      if (programme.setting.inScope(rules.inputArc(input))) {
        more += run.inputPerDay(input, period) - programme.setting.usual.input(input);
      }
    }
    return more;
  }
}
