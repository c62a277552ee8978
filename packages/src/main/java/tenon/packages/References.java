package tenon.packages;

import java.util.EnumMap;
import java.util.Map;
import tenon.model.Columns;
import tenon.model.Keys;
import tenon.model.Resource;

/**
 * What the references of the tables point to. An entity is the position of its id among the distinct
 * ids of its table, so that checks go on where ids are unknown or occur twice.
 */
final class References {
  private final Map<Resource, int[][]> targets = new EnumMap<>(Resource.class);

  /** Entities of one referring column by row. */
  static final class Column {
    private final Columns columns;
    private final int field;
    private final int[] targetOf;

    private Column(Columns columns, int field, int[] targetOf) {
      this.columns = columns;
      this.field = field;
      this.targetOf = targetOf;
    }

    /** The entity that a row refers to; -1 where the cell is blank or the id unknown. */
    int at(int row) {
      int code = columns.code(field, row);
      return code < 0 ? -1 : targetOf[code];
    }
  }

  /** Resolves a column and keeps the result; -1 stands for an unknown id. */
  int[] resolve(Table table, int field, Keys known) {
    Keys names = table.columns().dictionary(table.resource().fields().get(field).name());
    int[] targetOf = new int[names.count()];
    for (int i = 0; i < targetOf.length; i++) {
      targetOf[i] = known.id(names.key(i));
    }
    targets.computeIfAbsent(table.resource(), r -> new int[r.fields().size()][])[field] = targetOf;
    return targetOf;
  }

  Column column(Table table, String name) {
    int field = table.resource().position(name);
    int[][] resolved = targets.get(table.resource());
    return new Column(
        table.columns(), field, resolved == null ? new int[0] : resolved[field]);
  }
}
