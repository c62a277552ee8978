package tenon.study.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tenon.assess.Assessment;
import tenon.assess.Scaling;
import tenon.assess.Scores;
import tenon.model.Hierarchy;
import tenon.model.Keys;
import tenon.study.part.Subject;

/**
 * All that this part tells.
 *
 * @param subject what the study is about
 * @param assessment what the stage found
 * @param top node at the top whose score is the index
 * @param dimensions the nodes right beneath it, in the order of the hierarchy
 * @param ranked units by the index in the last period, best first; those without a score are left
 *     out
 */
record IndexFacts(
    Subject subject,
    Assessment assessment,
    int top,
    List<Integer> dimensions,
    List<Integer> ranked) {

  /** Units told from either end of the ranking. */
  private static final int EACH_END = 3;

  IndexFacts {
    dimensions = List.copyOf(dimensions);
    ranked = List.copyOf(ranked);
  }

  static IndexFacts of(Subject subject, Assessment assessment) {
    Hierarchy hierarchy = assessment.panel().hierarchy();
    int top = children(hierarchy, -1).getFirst();
    Scores scores = assessment.scores();
    int last = assessment.panel().periods().count() - 1;
    Keys units = assessment.panel().units();
    List<Integer> ranked =
        IntStream.range(0, units.count())
            .boxed()
            .filter(unit -> !Double.isNaN(scores.score(top, unit, last)))
            .sorted(
                Comparator.comparingDouble((Integer unit) -> scores.score(top, unit, last))
                    .reversed()
                    .thenComparing(units::key))
            .toList();
    return new IndexFacts(subject, assessment, top, children(hierarchy, top), ranked);
  }

  /** Nodes beneath a node, or at the top for -1. */
  static List<Integer> children(Hierarchy hierarchy, int parent) {
    List<Integer> children = new ArrayList<>();
    for (int node = 0; node < hierarchy.count(); node++) {
      if (hierarchy.parent(node) == parent) {
        children.add(node);
      }
    }
    return children;
  }

  Hierarchy hierarchy() {
    return assessment.panel().hierarchy();
  }

  int lastPeriod() {
    return assessment.panel().periods().count() - 1;
  }

  String period(int period) {
    return assessment.panel().periods().key(period);
  }

  String unit(int unit) {
    return subject.names().unit(assessment.panel().units().key(unit));
  }

  /** Name of a node in the reader's language; its code where it has none. */
  String node(int node) {
    return subject
        .names()
        .either(hierarchy().name(node), hierarchy().nameZh(node), hierarchy().keys().key(node));
  }

  boolean isLeaf(int node) {
    return children(hierarchy(), node).isEmpty();
  }

  /** Whether grades mean the same in every study with these goalposts. */
  boolean absolute() {
    return assessment.spec().scaling() instanceof Scaling.Goalposts;
  }

  /** Ranks from 1 of those told in a few rows: the best and the last. */
  List<Integer> ends() {
    int last = ranked.size();
    return IntStream.rangeClosed(1, last)
        .filter(rank -> rank <= EACH_END || rank > last - EACH_END)
        .boxed()
        .toList();
  }

  /**
   * Indicator and unit of the last period where a target is missed.
   *
   * @param points what the gap costs in points of the index
   */
  record Missed(int unit, int node, double points) {}

  /** Where targets are missed in the last period, what costs the index most first. */
  List<Missed> missed() {
    List<Missed> widest = new ArrayList<>();
    for (int node = 0; node < hierarchy().count(); node++) {
      for (int unit : ranked) {
        double points =
            assessment.gaps().points(node, unit, lastPeriod()) * assessment.weights().global(node);
        if (isLeaf(node) && points > 0) {
          widest.add(new Missed(unit, node, points));
        }
      }
    }
    widest.sort(
        Comparator.comparingDouble(Missed::points)
            .reversed()
            .thenComparingInt(Missed::unit)
            .thenComparingInt(Missed::node));
    return widest;
  }

  double score(int node, int unit) {
    return assessment.scores().score(node, unit, lastPeriod());
  }
}
