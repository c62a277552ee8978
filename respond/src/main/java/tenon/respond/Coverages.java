package tenon.respond;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import tenon.model.Scenario;
import tenon.twin.site.Rules;

/** Who else makes what the disrupted sites make, how much, and what stands in the way. */
final class Coverages {
  private static final double TOLERANCE = 1e-6;

  private final Programme programme;
  private final Flows planned;
  private final Shadows shadows;
  private final Rules rules;
  private final Timeline timeline;

  Coverages(Programme programme, Flows planned, Shadows shadows) {
    this.programme = programme;
    this.planned = planned;
    this.shadows = shadows;
    rules = programme.rules;
    timeline = programme.timeline;
  }

  /** For each product that a disrupted site makes; uncovered ones first, then by what is lost. */
  List<Coverage> list(Scenario scenario) {
    if (scenario.disruptions().isEmpty()) {
      return List.of();
    }
    double[] lost = new double[rules.nodes()];
    BitSet disrupted = new BitSet();
    for (int node = 0; node < lost.length; node++) {
      lost[node] = programme.setting.isIn(node) ? lostPerDay(node) : 0;
      if (lost[node] > 0) {
        disrupted.set(rules.site(node));
      }
    }
    List<Coverage> list = new ArrayList<>();
    for (int node = 0; node < lost.length; node++) {
      if (lost[node] > 0) {
        list.add(coverage(node, lost[node], disrupted));
      }
    }
    list.sort(
        Comparator.comparing(Coverage::isUncovered)
            .reversed()
            .thenComparing(Comparator.comparingDouble(Coverage::lostPerDay).reversed())
            .thenComparing(Coverage::siteId)
            .thenComparing(Coverage::productId));
    return list;
  }

  /** Greatest loss of usual output on any day: of what is made there, or can leave it. */
  private double lostPerDay(int node) {
    double worst = 0;
    for (int day = 0; day < rules.days(); day++) {
      if (rules.changes(day)) {
        double made = 0;
        double makes = 0;
        for (int arc : makersAt(node)) {
          makes += programme.setting.usual.flow(arc);
          made += missing(arc, day);
        }
        double left = 0;
        for (int link : rules.out(node)) {
          left += missing(link, day);
        }
        double passed = Math.max(0, makes - rules.passLimitPerDay(node, day));
        worst = Math.max(worst, Math.max(made, Math.max(passed, Math.min(makes, left))));
      }
    }
    return worst > TOLERANCE * programme.setting.nodeScale(node) ? worst : 0;
  }

  private double missing(int arc, int day) {
    return Math.max(0, programme.setting.usual.flow(arc) - rules.limitPerDay(arc, day));
  }

  /** Recipes and assumed sources of a node. */
  private List<Integer> makersAt(int node) {
    List<Integer> makers = new ArrayList<>();
    for (int arc : rules.into(node)) {
      if (!rules.isLink(arc)) {
        makers.add(arc);
      }
    }
    return makers;
  }

  private Coverage coverage(int node, double lost, BitSet disrupted) {
    List<Integer> makers = makersElsewhere(node, disrupted);
    BitSet sites = new BitSet();
    double spare = 0;
    int period = fullest(node, makers);
    double delivered = delivered(makers, period);
    for (int arc : makers) {
      sites.set(rules.site(rules.head(arc)));
      spare += Math.max(0, rules.capacityPerDay(arc) - programme.setting.usual.flow(arc));
    }
    double coverable = Math.min(lost, spare);
    double helps = delivered > TOLERANCE * lost ? Math.min(lost, delivered) : 0;
    return new Coverage(
        rules.siteId(node),
        rules.productId(node),
        lost,
        sites.cardinality(),
        spare,
        coverable,
        helps,
        gap(node, lost, coverable, helps, makers, period));
  }

  /** Planned output; that of a source that never runs short is what leaves it. */
  private double planned(int arc, int period) {
    if (programme.setting.inScope(arc)) {
      return planned.perDay(arc, period);
    }
    double usual = 0;
    double left = 0;
    for (int link : rules.out(rules.head(arc))) {
      usual += programme.setting.usual.flow(link);
      left +=
          programme.setting.inScope(link)
              ? planned.perDay(link, period)
              : programme.setting.usual.flow(link);
    }
    return programme.setting.usual.flow(arc) + left - usual;
  }

  private List<Integer> makersElsewhere(int node, BitSet disrupted) {
    List<Integer> makers = new ArrayList<>();
    for (int other = 0; other < rules.nodes(); other++) {
      if (rules.product(other) == rules.product(node)
          && !disrupted.get(rules.site(other))
          && !(rules.usualUse(other) == 0 && rules.out(other).length == 0)) {
        makers.addAll(makersAt(other));
      }
    }
    return makers;
  }

  /** What makers make beyond their usual output in a period, units per day. */
  private double delivered(List<Integer> makers, int period) {
    double delivered = 0;
    for (int arc : makers) {
      delivered += Math.max(0, planned(arc, period) - programme.setting.usual.flow(arc));
    }
    return delivered;
  }

  /**
   * Of the periods in which a node is short the one in which the others make most more; where they
   * never do, the first in which more would save losses.
   */
  private int fullest(int node, List<Integer> makers) {
    int fullest = -1;
    int missed = -1;
    double most = TOLERANCE * programme.setting.nodeScale(node);
    for (int period = 0; period < timeline.periods(); period++) {
      if (isTouched(node, period)) {
        double delivered = delivered(makers, period);
        fullest = delivered > most || fullest < 0 ? period : fullest;
        most = Math.max(most, delivered);
        missed = missed < 0 && isMissed(node, period) ? period : missed;
      }
    }
    boolean none = most <= TOLERANCE * programme.setting.nodeScale(node);
    return none && missed >= 0 ? missed : Math.max(0, fullest);
  }

  private boolean isTouched(int node, int period) {
    int day = timeline.end(period) - 1;
    double missing = Math.max(0, rules.usualUse(node) - rules.passLimitPerDay(node, day));
    for (int arc : makersAt(node)) {
      missing += missing(arc, day);
    }
    for (int link : rules.out(node)) {
      missing += missing(link, day);
    }
    return missing > 0;
  }

  private Coverage.Gap gap(
      int node, double lost, double coverable, double helps, List<Integer> makers, int period) {
    if (helps >= lost * (1 - TOLERANCE)) {
      return Coverage.Gap.NONE;
    }
    if (makers.isEmpty()) {
      return Coverage.Gap.NO_MAKER;
    }
    if (!isMissed(node, period)) {
      return Coverage.Gap.NOT_NEEDED;
    }
    if (helps >= coverable * (1 - TOLERANCE)) {
      return Coverage.Gap.CAPACITY;
    }
    boolean open = false;
    boolean fed = false;
    for (int arc : makers) {
      boolean idle = rules.capacityPerDay(arc) > planned(arc, period) * (1 + TOLERANCE);
      boolean inTime = idle && inTime(arc, period);
      open |= inTime;
      fed |= inTime && fed(arc, period);
    }
    if (!open) {
      return Coverage.Gap.TOO_LATE;
    }
    return fed ? Coverage.Gap.LINKS : Coverage.Gap.INPUTS;
  }

  /** Whether a customer of a node would lose less with a unit more. */
  private boolean isMissed(int node, int period) {
    boolean missed = shadows.unitAt(node, period) > 0;
    for (int link : rules.out(node)) {
      int arrives = timeline.start(period) + rules.leadDays(link);
      if (programme.setting.usual.flow(link) > 0) {
        int later = timeline.of(Math.min(arrives, rules.days() - 1));
        missed |= shadows.unitAt(rules.head(link), later) > 0;
      }
    }
    return missed;
  }

  /** Whether more of a maker's output would be finished within the horizon. */
  private boolean inTime(int arc, int period) {
    boolean opened = programme.setting.opens(arc) < timeline.end(period);
    return opened && timeline.start(period) + rules.leadDays(arc) < rules.days();
  }

  /** Whether no essential input of a maker is scarce. */
  private boolean fed(int arc, int period) {
    for (int[] group : rules.groups(arc)) {
      boolean plenty = !rules.essential(group[0]);
      for (int input : group) {
        plenty |= shadows.unitAt(rules.inputNode(input), period) == 0;
      }
      if (!plenty) {
        return false;
      }
    }
    return true;
  }
}
