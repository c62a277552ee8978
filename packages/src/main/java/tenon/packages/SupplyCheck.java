package tenon.packages;

import java.util.stream.Stream;
import tenon.model.Columns;
import tenon.model.Findings;
import tenon.model.Resource;

/**
 * Warns where something is needed that cannot come: a link from a site that neither makes, stocks nor
 * receives the product; an input or a demand at a site without a link, recipe or stock for it.
 */
final class SupplyCheck {
  private final Tables tables;
  private final References references;
  private final SitePairs pairs;
  private final Findings findings;

  private SupplyCheck(Tables tables, References references, SitePairs pairs, Findings findings) {
    this.tables = tables;
    this.references = references;
    this.pairs = pairs;
    this.findings = findings;
  }

  static void run(Tables tables, References references, SitePairs pairs, Findings findings) {
    boolean whole =
        Stream.of(
                Resource.SITES,
                Resource.PRODUCTS,
                Resource.RECIPES,
                Resource.SOURCING,
                Resource.STOCKS)
            .allMatch(resource -> tables.get(resource).whole());
    if (whole) {
      SupplyCheck check = new SupplyCheck(tables, references, pairs, findings);
      check.suppliers();
      check.inputs();
      check.demands();
    }
  }

  private void suppliers() {
    Table links = tables.get(Resource.SOURCING);
    Columns columns = links.columns();
    if (columns.rows() > 0
        && tables.get(Resource.RECIPES).columns().rows() == 0
        && tables.get(Resource.STOCKS).columns().rows() == 0) {
      findings.add(Fault.warning("nothing-made", links.file()).finding());
      return;
    }
    References.Column supplier = references.column(links, "supplier_site_id");
    References.Column product = references.column(links, "product_id");
    for (int row = 0; row < columns.rows(); row++) {
      if (lacks(supplier.at(row), product.at(row))) {
        warn("supplier-without-product", links, row, "supplier_site_id", "product_id");
      }
    }
  }

  private void inputs() {
    Table inputs = tables.get(Resource.INPUTS);
    Table recipes = tables.get(Resource.RECIPES);
    References.Column recipe = references.column(inputs, "recipe_id");
    References.Column product = references.column(inputs, "product_id");
    References.Column site = references.column(recipes, "site_id");
    int[] rowOf = new int[recipes.columns().dictionary("recipe_id").count()];
    for (int row = recipes.columns().rows() - 1; row >= 0; row--) {
      int id = recipes.columns().code("recipe_id", row);
      if (id >= 0) {
        rowOf[id] = row;
      }
    }
    for (int row = 0; row < inputs.columns().rows(); row++) {
      int made = recipe.at(row);
      if (made >= 0 && lacks(site.at(rowOf[made]), product.at(row))) {
        String where = String.valueOf(recipes.columns().text("site_id", rowOf[made]));
        findings.add(
            Fault.warning("input-without-source", inputs.file())
                .line(inputs.line(row))
                .column("product_id")
                .value(inputs.columns().text("product_id", row))
                .args(where, String.valueOf(inputs.columns().text("product_id", row)))
                .finding());
      }
    }
  }

  private void demands() {
    Table demand = tables.get(Resource.DEMAND);
    References.Column site = references.column(demand, "site_id");
    References.Column product = references.column(demand, "product_id");
    for (int row = 0; row < demand.columns().rows(); row++) {
      if (lacks(site.at(row), product.at(row))) {
        warn("demand-without-source", demand, row, "site_id", "product_id");
      }
    }
  }

  private boolean lacks(int site, int product) {
    return site >= 0 && product >= 0 && !pairs.has(site, product);
  }

  private void warn(String code, Table table, int row, String site, String product) {
    findings.add(
        Fault.warning(code, table.file())
            .line(table.line(row))
            .column(site)
            .value(table.columns().text(site, row))
            .args(
                String.valueOf(table.columns().text(site, row)),
                String.valueOf(table.columns().text(product, row)))
            .finding());
  }
}
