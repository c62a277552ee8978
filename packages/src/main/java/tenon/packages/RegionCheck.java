package tenon.packages;

import java.util.ArrayList;
import java.util.List;
import tenon.model.Columns;
import tenon.model.Findings;
import tenon.model.Resource;

/** Checks that nothing contains itself: regions by their parents, nodes of a hierarchy by theirs. */
final class RegionCheck {
  private RegionCheck() {}

  static void run(Tables tables, References references, Findings findings) {
    parents(tables.get(Resource.REGIONS), "parent_id", references, findings);
  }

  /** Reports each cycle of parents once, where its first row stands. */
  static void parents(Table table, String column, References references, Findings findings) {
    Columns columns = table.columns();
    String id = table.resource().key().getFirst().name();
    int field = table.resource().position(id);
    References.Column parent = references.column(table, column);
    int entities = columns.dictionary(id).count();
    List<List<Integer>> cycles =
        Cycles.of(entities, columns.rows(), row -> columns.code(field, row), parent::at);
    for (List<Integer> rows : cycles) {
      List<String> path = new ArrayList<>();
      rows.forEach(row -> path.add(columns.text(id, row)));
      path.add(path.getFirst());
      int first = rows.getFirst();
      findings.add(
          Fault.error("parent-cycle", table.file())
              .line(table.line(first))
              .column(column)
              .value(columns.text(column, first))
              .args(String.join(" -> ", path))
              .finding());
    }
  }
}
