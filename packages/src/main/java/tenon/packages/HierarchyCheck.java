package tenon.packages;

import tenon.model.Columns;
import tenon.model.Findings;
import tenon.model.Resource;

/** Checks a hierarchy of indicators, and that its panel fits into memory. */
final class HierarchyCheck {
  private final Table table;
  private final Columns columns;
  private final Findings findings;

  private HierarchyCheck(Table table, Findings findings) {
    this.table = table;
    this.findings = findings;
    columns = table.columns();
  }

  static void run(Tables tables, References references, Findings findings) {
    Table table = tables.get(Resource.HIERARCHY);
    RegionCheck.parents(table, "parent", references, findings);
    HierarchyCheck check = new HierarchyCheck(table, findings);
    for (int row = 0; row < table.columns().rows(); row++) {
      check.goalposts(row);
      check.direction(row);
    }
    check.weights(references.column(table, "parent"));
    panelSize(tables, findings);
  }

  private void goalposts(int row) {
    double low = columns.number("low", row);
    double high = columns.number("high", row);
    if (low >= high) {
      Fault fault =
          Fault.error("goalposts", table.file())
              .line(table.line(row))
              .column("high")
              .value(CsvCell.number(high))
              .args(CsvCell.number(low), CsvCell.number(high));
      findings.add((low == high ? fault.mend("equal") : fault).finding());
    }
  }

  private void direction(int row) {
    if (columns.number("direction", row) == 0) {
      findings.add(
          Fault.error("no-direction", table.file())
              .line(table.line(row))
              .column("direction")
              .value("0")
              .finding());
    }
  }

  private void weights(References.Column parent) {
    int groups = columns.dictionary("code").count() + 1;
    int[] nodes = new int[groups];
    int[] known = new int[groups];
    double[] sum = new double[groups];
    for (int row = 0; row < columns.rows(); row++) {
      int group = parent.at(row) + 1; // the nodes at the top are siblings, too
      double weight = columns.number("weight", row);
      nodes[group]++;
      if (!Double.isNaN(weight)) {
        known[group]++;
        sum[group] += weight;
      }
    }
    for (int row = 0; row < columns.rows(); row++) {
      int group = parent.at(row) + 1;
      if (known[group] == 0) {
        continue;
      }
      if (known[group] < nodes[group] && Double.isNaN(columns.number("weight", row))) {
        findings.add(weight("weight-blank", row, nodes[group]).finding());
      } else if (known[group] == nodes[group] && sum[group] == 0) {
        findings.add(
            Fault.error("weights-zero", table.file())
                .line(table.line(row))
                .column("weight")
                .args(nodes[group])
                .finding());
        nodes[group] = 0; // once for all siblings
      }
    }
  }

  private Fault weight(String code, int row, int siblings) {
    return Fault.warning(code, table.file())
        .line(table.line(row))
        .column("weight")
        .args(siblings);
  }

  private static void panelSize(Tables tables, Findings findings) {
    Table indicators = tables.get(Resource.INDICATORS);
    Columns given = indicators.columns();
    long units = given.dictionary("unit_id").count();
    long periods = given.dictionary("period").count();
    long nodes = tables.get(Resource.HIERARCHY).columns().dictionary("code").count();
    double size = (double) units * periods * nodes;
    if (size > Integer.MAX_VALUE) {
      findings.add(
          Fault.error("panel-size", indicators.file()).args(units, periods, nodes).finding());
    }
  }
}
