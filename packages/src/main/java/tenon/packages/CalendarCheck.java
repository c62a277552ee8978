package tenon.packages;

import java.util.HashSet;
import java.util.Set;
import tenon.model.Columns;
import tenon.model.Findings;
import tenon.model.Resource;

/** Checks that holidays end after they begin, and that seasons name a demand. */
final class CalendarCheck {
  private CalendarCheck() {}

  static void run(Tables tables, Findings findings) {
    Table table = tables.get(Resource.HOLIDAYS);
    Columns days = table.columns();
    for (int row = 0; row < days.rows(); row++) {
      int last = days.code("last_day", row);
      if (last != Columns.UNKNOWN_DATE && last < days.code("first_day", row)) {
        findings.add(
            Fault.error("holiday-backwards", table.file())
                .line(table.line(row))
                .column("last_day")
                .value(String.valueOf(days.text("last_day", row)))
                .args(String.valueOf(days.text("first_day", row)))
                .finding());
      }
    }
    Set<String> demanded = new HashSet<>();
    Columns demands = tables.get(Resource.DEMAND).columns();
    for (int row = 0; row < demands.rows(); row++) {
      demanded.add(name(demands, row));
    }
    Table seasons = tables.get(Resource.SEASONS);
    for (int row = 0; row < seasons.columns().rows(); row++) {
      String name = name(seasons.columns(), row);
      if (!demanded.contains(name)) {
        findings.add(
            Fault.warning("season-of-nothing", seasons.file())
                .line(seasons.line(row))
                .column("product_id")
                .value(name)
                .finding());
      }
    }
  }

  private static String name(Columns columns, int row) {
    return columns.text("site_id", row) + " / " + columns.text("product_id", row);
  }
}
