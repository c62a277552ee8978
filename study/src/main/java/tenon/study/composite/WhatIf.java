package tenon.study.composite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tenon.assess.Tree;
import tenon.assess.Weighting;
import tenon.assess.pipeline.PipelineResult;
import tenon.model.Finding;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;

/** Scores under other choices beside those of the study as it stands. */
final class WhatIf {
  private WhatIf() {}

  /** Pieces that commas cut out of one value are joined again: only a piece with = begins one. */
  static List<String> changes(List<String> pieces) {
    List<String> changes = new ArrayList<>();
    for (String piece : pieces) {
      if (changes.isEmpty() || piece.matches("[\\w.-]+ *=.*")) {
        changes.add(piece);
      } else {
        changes.add(changes.removeLast() + ", " + piece);
      }
    }
    return changes;
  }

  /**
   * The weights of a run with some replaced: a node named takes its new share of its siblings, and
   * the others share the rest as before.
   *
   * @param asked {@code CODE=SHARE}, shares from 0 to 1
   */
  static Weighting weights(PipelineResult result, List<String> asked, List<Finding> faults) {
    Tree tree = result.last().tree();
    Map<Integer, Double> named = new LinkedHashMap<>();
    for (String one : asked) {
      int at = one.indexOf('=');
      String code = at < 0 ? one : one.substring(0, at).strip();
      String text = at < 0 ? "" : one.substring(at + 1).strip();
      int node = tree.keys().id(code);
      double share = text.matches("0|1|[01]?\\.\\d+") ? Double.parseDouble(text) : Double.NaN;
      if (node < 0) {
        String known = String.join(", ", tree.keys().stream().toList());
        faults.add(Refusal.of("what-if-code", "--what-if", code, known));
      } else if (!(share >= 0 && share <= 1)) {
        faults.add(Refusal.of("what-if-share", "--what-if", one));
      } else {
        named.put(node, share);
      }
    }
    Map<String, Double> byCode = new LinkedHashMap<>();
    for (int node = 0; node < tree.nodes(); node++) {
      int parent = tree.hierarchy().parent(node);
      double taken = 0;
      double others = 0;
      for (int nth = 0; parent >= 0 && nth < tree.childCount(parent); nth++) {
        int sibling = tree.child(parent, nth);
        taken += named.getOrDefault(sibling, 0.0);
        others += named.containsKey(sibling) ? 0 : result.weights().local(sibling);
      }
      boolean moved = named.containsKey(node) && parent >= 0;
      double local = result.weights().local(node);
      double rest = taken > 0 && others > 0 ? local * (1 - taken) / others : local;
      byCode.put(tree.code(node), moved ? named.getOrDefault(node, local) : rest);
      if (moved && (taken > 1 + 1e-9 || (others == 0 && Math.abs(taken - 1) > 1e-6))) {
        faults.add(Refusal.of("what-if-sum", "--what-if", Double.toString(taken)));
      }
    }
    return new Weighting.Fixed("what-if", byCode);
  }

  /** Scores and ranks of a node before and after, by unit and period. */
  static Table changes(PipelineResult before, PipelineResult after, String code) {
    int was = before.last().tree().keys().id(code);
    int is = after.last().tree().keys().id(code);
    List<List<String>> rows = new ArrayList<>();
    for (int period = 0; period < after.last().periods().count(); period++) {
      int old = before.last().periods().id(after.last().periods().key(period));
      int[] ranks = after.scores().ranks(is, period);
      int[] oldRanks = old < 0 || was < 0 ? new int[0] : before.scores().ranks(was, old);
      for (int unit = 0; unit < ranks.length; unit++) {
        int same = before.last().units().id(after.last().units().key(unit));
        boolean known = same >= 0 && oldRanks.length > 0;
        double score = after.scores().score(is, unit, period);
        double oldScore = known ? before.scores().score(was, same, old) : Double.NaN;
        rows.add(
            List.of(
                after.last().units().key(unit),
                after.last().periods().key(period),
                Numbers.exactCell(oldScore),
                Numbers.exactCell(score),
                Numbers.exactCell(score - oldScore),
                known ? Integer.toString(oldRanks[same]) : "",
                Integer.toString(ranks[unit])));
      }
    }
    return new Table(
        "changes.csv",
        List.of(
            "unit", "period", "score_before", "score_after", "change", "rank_before", "rank_after"),
        rows);
  }
}
