package tenon.study.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tenon.assess.Gaps;
import tenon.assess.Grade;
import tenon.assess.Scores;
import tenon.assess.Weights;
import tenon.model.Keys;
import tenon.study.page.Table;
import tenon.study.text.Numbers;

/** The tables of this part, by the keys of the package. Grades are named in English. */
final class IndexTables {
  private final IndexFacts facts;
  private final Scores scores;
  private final Keys units;
  private final Keys periods;
  private final Keys codes;

  IndexTables(IndexFacts facts) {
    this.facts = facts;
    scores = facts.assessment().scores();
    units = facts.assessment().panel().units();
    periods = facts.assessment().panel().periods();
    codes = facts.hierarchy().keys();
  }

  List<Table> all() {
    return List.of(scores(), levels(), weights(), gaps());
  }

  /** Score, grade and rank of every node, by unit and period. */
  private Table scores() {
    List<List<String>> rows = new ArrayList<>();
    for (int node = 0; node < codes.count(); node++) {
      for (int period = 0; period < periods.count(); period++) {
        int[] ranks = scores.ranks(node, period);
        for (int unit = 0; unit < units.count(); unit++) {
          double score = scores.score(node, unit, period);
          rows.add(
              List.of(
                  units.key(unit),
                  periods.key(period),
                  codes.key(node),
                  Numbers.cell(score),
                  title(Grade.of(score)),
                  rank(ranks[unit])));
        }
      }
    }
    return new Table(
        "scores.csv", List.of("unit_id", "period", "code", "score", "grade", "rank"), rows);
  }

  /** The same as the mean over the periods. */
  private Table levels() {
    List<List<String>> rows = new ArrayList<>();
    for (int node = 0; node < codes.count(); node++) {
      int[] ranks = scores.meanRanks(node);
      for (int unit = 0; unit < units.count(); unit++) {
        double score = scores.mean(node, unit);
        rows.add(
            List.of(
                units.key(unit),
                codes.key(node),
                Numbers.cell(score),
                title(Grade.of(score)),
                rank(ranks[unit])));
      }
    }
    return new Table("levels.csv", List.of("unit_id", "code", "score", "grade", "rank"), rows);
  }

  /** Weights of every node by every method that took part; the last method is the one used. */
  private Table weights() {
    Weights weights = facts.assessment().weights();
    List<List<String>> rows = new ArrayList<>();
    for (String method : weights.methods()) {
      for (int node = 0; node < codes.count(); node++) {
        rows.add(
            List.of(
                codes.key(node),
                method,
                Numbers.cell(weights.local(method, node)),
                Numbers.cell(weights.global(method, node))));
      }
    }
    return new Table("weights.csv", List.of("code", "method", "local", "global"), rows);
  }

  private Table gaps() {
    Gaps gaps = facts.assessment().gaps();
    List<List<String>> rows = new ArrayList<>();
    for (int node = 0; node < codes.count(); node++) {
      for (int period = 0; period < periods.count(); period++) {
        for (int unit = 0; unit < units.count(); unit++) {
          double points = gaps.points(node, unit, period);
          if (!Double.isNaN(points)) {
            rows.add(
                List.of(
                    units.key(unit),
                    periods.key(period),
                    codes.key(node),
                    Numbers.cell(gaps.inUnit(node, unit, period)),
                    Numbers.cell(gaps.share(node, unit, period)),
                    Numbers.cell(points)));
          }
        }
      }
    }
    return new Table(
        "gaps.csv", List.of("unit_id", "period", "code", "gap", "share", "points"), rows);
  }

  private static String title(@Nullable Grade grade) {
    return grade == null ? "" : grade.title(Locale.ENGLISH);
  }

  private static String rank(int rank) {
    return rank == 0 ? "" : Integer.toString(rank);
  }
}
