package tenon.model;

/** Writes an industry table as rows of its resource. */
final class IndustryRows {

  /** A final use that makes an industry whole whose deliveries fall short of its output. */
  private static final String DISCREPANCY = "discrepancy";

  /** Smaller differences come from adding up. */
  private static final double ROUNDING = 1e-9;

  private final IndustryTable table;
  private final String year;
  private final Columns.Builder rows = new Columns.Builder(Resource.INDUSTRY_TABLE);

  IndustryRows(IndustryTable table, String year) {
    this.table = table;
    this.year = year;
  }

  Columns build() {
    int n = table.count();
    for (int i = 0; i < n; i++) {
      // Written first and whatever they are, so that no industry is lost and their order is kept.
      Industry own = table.industries().get(i);
      row(own, own, "intermediate", table.intermediate(i, i));
    }
    for (int i = 0; i < n; i++) {
      Industry from = table.industries().get(i);
      for (int j = 0; j < n; j++) {
        add(from, table.industries().get(j), "intermediate", i == j ? 0 : table.intermediate(i, j));
      }
      for (int f = 0; f < table.finalUses().size(); f++) {
        add(from, table.finalUses().get(f), "final", table.finalDemand(i, f));
      }
      double gap = table.output(i) - table.delivered(i);
      if (Math.abs(gap) > ROUNDING * Math.abs(table.output(i))) {
        add(from, new Industry(from.region(), DISCREPANCY), "final", gap);
      }
    }
    for (int k = 0; k < table.valueAddedKinds().size(); k++) {
      Industry kind = table.valueAddedKinds().get(k);
      for (int j = 0; j < n; j++) {
        Industry to = table.industries().get(j);
        String region = kind.region().isEmpty() ? to.region() : kind.region();
        add(new Industry(region, kind.sector()), to, "value_added", table.valueAdded(k, j));
      }
    }
    for (int o = 0; o < table.origins().size(); o++) {
      Industry origin = table.origins().get(o);
      for (int j = 0; j < n + table.finalUses().size(); j++) {
        Industry to = j < n ? table.industries().get(j) : table.finalUses().get(j - n);
        add(origin, to, "import", table.imports(o, j));
      }
    }
    return rows.build();
  }

  private void add(Industry from, Industry to, String kind, double value) {
    if (value != 0) {
      row(from, to, kind, value);
    }
  }

  private void row(Industry from, Industry to, String kind, double value) {
    rows.row()
        .set("year", year)
        .set("from_region", from.region())
        .set("from_sector", from.sector())
        .set("to_region", to.region())
        .set("to_sector", to.sector())
        .set("kind", kind)
        .set("value", value);
  }
}
