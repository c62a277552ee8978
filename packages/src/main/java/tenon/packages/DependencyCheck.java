package tenon.packages;

import tenon.model.Columns;
import tenon.model.Findings;
import tenon.model.Resource;

/** Checks that each technology is needed by something. */
final class DependencyCheck {
  private DependencyCheck() {}

  static void run(Tables tables, Findings findings) {
    Table table = tables.get(Resource.DEPENDENCIES);
    Columns columns = table.columns();
    for (int row = 0; row < columns.rows(); row++) {
      if (columns.code("site_id", row) == Columns.UNKNOWN
          && columns.code("recipe_id", row) == Columns.UNKNOWN
          && columns.code("firm_id", row) == Columns.UNKNOWN) {
        findings.add(
            Fault.error("dependency-of-nothing", table.file())
                .line(table.line(row))
                .column("site_id")
                .args(String.valueOf(columns.text("technology", row)))
                .finding());
      }
    }
  }
}
