package tenon.study.index;

import java.util.ArrayList;
import java.util.List;
import tenon.assess.Grade;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.recipe.Stage;
import tenon.study.text.Labels;
import tenon.study.text.Numbers;
import tenon.study.text.Words;

/** The state of the units in a few rows: the best and the last. */
final class IndexBrief {
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
    facts.ends().forEach(rank -> rows.add(row(rank)));
    String title = words.get("brief.state.table", facts.period(facts.lastPeriod()));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(2, words.get("brief.state")));
    blocks.add(
        new Block.Grid("state", title, header, rows, List.of(words.get("brief.sheet", "scores"))));
    if (!facts.subject().recipe().does(Stage.EXPOSURE)) {
      // There is room, and the index is all that there is to tell.
      blocks.addAll(new IndexOutlook(facts).blocks());
    }
    return blocks;
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
