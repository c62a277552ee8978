package tenon.study;

import java.util.LinkedHashMap;
import java.util.Map;
import tenon.model.Columns;
import tenon.model.Resource;
import tenon.packages.DataPackage;
import tenon.study.page.Json;
import tools.jackson.databind.node.ObjectNode;

/** How many rows each table of a package has. */
final class RowCounts {
  private RowCounts() {}

  /** Rows by table, in the order of the declaration; tables that the package lacks are left out. */
  static Map<String, Integer> of(DataPackage data) {
    Map<String, Integer> rows = new LinkedHashMap<>();
    for (Resource resource : Resource.values()) {
      Columns columns = data.tables().get(resource);
      if (columns != null) {
        rows.put(resource.title(), columns.rows());
      }
    }
    return rows;
  }

  static ObjectNode json(Map<String, Integer> rows) {
    ObjectNode node = Json.object();
    rows.forEach(node::put);
    return node;
  }
}
