package tenon.packages;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.model.Columns;
import tenon.model.Resource;

/** The tables that a package lists, whether they could be read or not. */
final class Tables {
  private final Map<Resource, Table> tables;

  Tables(Map<Resource, Table> tables) {
    this.tables = new EnumMap<>(Resource.class);
    this.tables.putAll(tables);
  }

  Collection<Table> all() {
    return tables.values();
  }

  /** The table, or null where the package does not list it. */
  @Nullable Table find(Resource resource) {
    return tables.get(resource);
  }

  /** The table; one without rows where the package does not list it. */
  Table get(Resource resource) {
    Table table = tables.get(resource);
    return table == null ? Table.absent(resource) : table;
  }

  Map<Resource, Columns> columns() {
    Map<Resource, Columns> columns = new EnumMap<>(Resource.class);
    tables.forEach((resource, table) -> columns.put(resource, table.columns()));
    return columns;
  }
}
