package tenon.study.index;

import java.util.ArrayList;
import java.util.List;
import tenon.assess.Grade;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.text.Labels;
import tenon.study.text.Numbers;
import tenon.study.text.Words;

/** The state of the units in a few rows: the best and the last. */
final class IndexBrief {
  /** Rows told from either end of the ranking. */
  private static final int EACH_END = 3;

  private final IndexFacts facts;
  private final Words words;

  IndexBrief(IndexFacts facts) {
    this.facts = facts;
    words = facts.subject().words();
  }

  List<Block> blocks() {
    if (facts.ranked().isEmpty()) {
      return List.of();
    }
    List<String> header = new ArrayList<>();
    header.add(words.get("column.rank"));
    header.add(words.get("column.unit.assessed"));
    header.add(facts.node(facts.top()));
    header.add(words.get("column.grade"));
    facts.dimensions().forEach(node -> header.add(facts.node(node)));
    List<List<Cell>> rows = new ArrayList<>();
    int last = facts.ranked().size();
    for (int rank = 1; rank <= last; rank++) {
      if (rank <= EACH_END || rank > last - EACH_END) {
        rows.add(row(rank));
      }
    }
    String title = words.get("brief.state.table", facts.period(facts.lastPeriod()));
    return List.of(
        new Block.Heading(2, words.get("brief.state")),
        new Block.Grid("state", title, header, rows, List.of(words.get("brief.sheet", "scores"))));
  }

  private List<Cell> row(int rank) {
    int unit = facts.ranked().get(rank - 1);
    double score = facts.score(facts.top(), unit);
    Grade grade = Grade.of(score);
    List<Cell> row = new ArrayList<>();
    row.add(Cell.of(Integer.toString(rank), rank));
    row.add(Cell.of(Labels.brief(facts.unit(unit))));
    row.add(Cell.of(Numbers.fixed(score, 1), score));
    row.add(Cell.of(grade == null ? "" : grade.title(words.locale())));
    for (int node : facts.dimensions()) {
      double part = facts.score(node, unit);
      row.add(Double.isNaN(part) ? Cell.of("–") : Cell.of(Numbers.fixed(part, 1), part));
    }
    return row;
  }
}
