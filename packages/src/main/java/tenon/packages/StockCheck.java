package tenon.packages;

import tenon.model.Columns;
import tenon.model.Findings;
import tenon.model.Resource;

/** Checks that a replenishment policy orders at least up to the point that triggers an order. */
final class StockCheck {
  private StockCheck() {}

  static void run(Tables tables, Findings findings) {
    Table table = tables.get(Resource.STOCKS);
    Columns columns = table.columns();
    for (int row = 0; row < columns.rows(); row++) {
      double upTo = columns.number("order_up_to", row);
      double point = columns.number("reorder_point", row);
      if (upTo < point) {
        findings.add(
            Fault.error("order-up-to-below-point", table.file())
                .line(table.line(row))
                .column("order_up_to")
                .value(CsvCell.number(upTo))
                .args(CsvCell.number(point))
                .finding());
      }
    }
  }
}
