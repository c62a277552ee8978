package tenon.packages;

import tenon.model.Columns;
import tenon.model.Finding;
import tenon.model.Findings;
import tenon.model.Resource;

/** Checks single links: their two ends, their dates, and how soon a standby can be used. */
final class LinkCheck {
  private static final Resource LINKS = Resource.SOURCING;
  private static final int STATUS = LINKS.position("status");
  private static final int STANDBY = LINKS.fields().get(STATUS).categories().indexOf("standby");
  private static final int VALID_FROM = LINKS.position("valid_from");
  private static final int VALID_TO = LINKS.position("valid_to");
  private static final int ACTIVATION = LINKS.position("activation_days");

  private LinkCheck() {}

  static void run(Tables tables, References references, Findings findings) {
    Table table = tables.get(LINKS);
    Columns columns = table.columns();
    References.Column customer = references.column(table, "customer_site_id");
    References.Column supplier = references.column(table, "supplier_site_id");
    for (int row = 0; row < columns.rows(); row++) {
      if (customer.at(row) >= 0 && customer.at(row) == supplier.at(row)) {
        findings.add(
            Fault.error("self-link", table.file())
                .line(table.line(row))
                .column("supplier_site_id")
                .value(columns.text("supplier_site_id", row))
                .finding());
      }
      dates(table, row, findings);
      if (columns.code(STATUS, row) == STANDBY && Double.isNaN(columns.number(ACTIVATION, row))) {
        findings.add(standby(table, row));
      }
      activationCost(table, columns.code(STATUS, row) == STANDBY, row, findings);
      minimum(table, row, findings);
    }
  }

  /** A cost of activation on what is not on standby. */
  static void activationCost(Table table, boolean standby, int row, Findings findings) {
    if (!standby && table.columns().number("activation_cost", row) > 0) {
      findings.add(
          Fault.warning("activation-cost-idle", table.file())
              .line(table.line(row))
              .column("activation_cost")
              .value(CsvCell.number(table.columns().number("activation_cost", row)))
              .finding());
    }
  }

  private static void minimum(Table table, int row, Findings findings) {
    Columns columns = table.columns();
    double least = columns.number("minimum_per_day", row);
    double capacity = columns.number("capacity_per_day", row);
    if (least > capacity) {
      findings.add(
          Fault.error("minimum-above-capacity", table.file())
              .line(table.line(row))
              .column("minimum_per_day")
              .value(CsvCell.number(least))
              .args(CsvCell.number(capacity))
              .finding());
    }
    if (Double.isNaN(least) && columns.text("minimum_kind", row) != null) {
      findings.add(
          Fault.warning("minimum-kind-alone", table.file())
              .line(table.line(row))
              .column("minimum_kind")
              .value(columns.text("minimum_kind", row))
              .finding());
    }
  }

  private static void dates(Table table, int row, Findings findings) {
    int from = table.columns().code(VALID_FROM, row);
    int to = table.columns().code(VALID_TO, row);
    if (to != Columns.UNKNOWN_DATE && to < from) {
      findings.add(
          Fault.error("valid-to-before-from", table.file())
              .line(table.line(row))
              .column("valid_to")
              .value(table.columns().text("valid_to", row))
              .args(String.valueOf(table.columns().text("valid_from", row)))
              .finding());
    }
  }

  /** A standby link or recipe that does not say how long it takes to be used. */
  static Finding standby(Table table, int row) {
    return Fault.warning("standby-without-days", table.file())
        .line(table.line(row))
        .column("activation_days")
        .finding();
  }
}
