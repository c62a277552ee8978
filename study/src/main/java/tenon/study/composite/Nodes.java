package tenon.study.composite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tenon.model.Columns;
import tenon.model.Finding;
import tenon.model.Resource;
import tenon.packages.FlatTable;
import tenon.study.text.Refusal;

/**
 * A hierarchy from a table in the columns of a package (code, parent, direction, weight, ...) or in
 * those of COINr's iMeta (iCode, Parent, Direction, Weight, Denominator, Target, Type). Rows of
 * type Group are no nodes.
 */
final class Nodes {
  private Nodes() {}

  /** The nodes, or null after errors were added. */
  static @Nullable Columns of(FlatTable table, List<Finding> faults) {
    boolean coinr = table.has("iCode");
    String code = coinr ? "iCode" : "code";
    String parent = coinr ? "Parent" : "parent";
    int before = faults.size();
    for (String name : List.of(code, parent)) {
      if (!table.has(name)) {
        faults.add(table.unknown(name));
      }
    }
    if (faults.size() > before) {
      return null;
    }
    List<String> codes = table.texts(code);
    List<String> parents = table.texts(parent);
    List<Integer> rows = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (int row = 0; row < table.rows(); row++) {
      if (coinr && table.has("Type") && table.texts("Type").get(row).equals("Group")) {
        continue;
      }
      rows.add(row);
      if (!known.add(codes.get(row))) {
        faults.add(Refusal.of("code-twice", table.place(row), codes.get(row)));
      }
    }
    for (int row : rows) {
      if (!parents.get(row).isEmpty() && !known.contains(parents.get(row))) {
        faults.add(Refusal.of("parent-unknown", table.place(row), parents.get(row)));
      }
    }
    return faults.size() > before ? null : nodes(table, coinr, codes, parents, rows);
  }

  private static Columns nodes(
      FlatTable table,
      boolean coinr,
      List<String> codes,
      List<String> parents,
      List<Integer> rows) {
    Columns.Builder builder = new Columns.Builder(Resource.HIERARCHY);
    for (int row : rows) {
      builder.row().set("code", codes.get(row));
      builder.set("parent", parents.get(row).isEmpty() ? null : parents.get(row));
      text(builder, table, row, "name", coinr ? "iName" : "name");
      text(builder, table, row, "name_zh", "name_zh");
      text(builder, table, row, "unit", coinr ? "Unit" : "unit");
      text(builder, table, row, "denominator", coinr ? "Denominator" : "denominator");
      number(builder, table, row, "direction", coinr ? "Direction" : "direction");
      number(builder, table, row, "weight", coinr ? "Weight" : "weight");
      number(builder, table, row, "target", coinr ? "Target" : "target");
      number(builder, table, row, "low", "low");
      number(builder, table, row, "high", "high");
    }
    return builder.build();
  }

  private static void text(
      Columns.Builder builder, FlatTable table, int row, String column, String from) {
    if (table.has(from) && !table.texts(from).get(row).isEmpty()) {
      builder.set(column, table.texts(from).get(row));
    }
  }

  private static void number(
      Columns.Builder builder, FlatTable table, int row, String column, String from) {
    if (table.has(from) && table.isNumeric(from)) {
      builder.set(column, table.numbers(from)[row]);
    }
  }
}
