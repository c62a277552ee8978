package tenon.packages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tenon.model.Columns;
import tenon.model.Findings;
import tenon.model.Keys;
import tenon.model.Resource;

/**
 * Checks recipes: none may use up as much of its own product as it yields; where products are made
 * from each other in a circle, nothing comes out without a first stock, which is worth a warning.
 */
final class RecipeCheck {
  private final Table recipes;
  private final Table inputs;
  private final References.Column recipeOfInput;
  private final References.Column productOfInput;
  private final int[] productOf;
  private final double[] yieldOf;
  private final Keys products;
  private final Findings findings;

  private RecipeCheck(Tables tables, References references, Findings findings) {
    this.findings = findings;
    recipes = tables.get(Resource.RECIPES);
    inputs = tables.get(Resource.INPUTS);
    products = tables.get(Resource.PRODUCTS).columns().dictionary("product_id");
    recipeOfInput = references.column(inputs, "recipe_id");
    productOfInput = references.column(inputs, "product_id");
    References.Column product = references.column(recipes, "product_id");
    Columns columns = recipes.columns();
    int count = columns.dictionary("recipe_id").count();
    productOf = new int[count];
    yieldOf = new double[count];
    Arrays.fill(productOf, -1);
    for (int row = columns.rows() - 1; row >= 0; row--) {
      int recipe = columns.code("recipe_id", row);
      if (recipe >= 0) {
        productOf[recipe] = product.at(row);
        double share = columns.number("yield", row);
        yieldOf[recipe] = Double.isNaN(share) ? 1 : share;
      }
    }
  }

  static void run(Tables tables, References references, Findings findings) {
    RecipeCheck check = new RecipeCheck(tables, references, findings);
    check.standby();
    check.ownProduct();
    check.circles();
  }

  private void standby() {
    Columns columns = recipes.columns();
    for (int row = 0; row < columns.rows(); row++) {
      boolean standby = "standby".equals(columns.text("status", row));
      if (standby && Double.isNaN(columns.number("activation_days", row))) {
        findings.add(LinkCheck.standby(recipes, row));
      }
      LinkCheck.activationCost(recipes, standby, row, findings);
    }
  }

  private int output(int input) {
    int recipe = recipeOfInput.at(input);
    return recipe < 0 ? -1 : productOf[recipe];
  }

  private void ownProduct() {
    Columns columns = inputs.columns();
    for (int row = 0; row < columns.rows(); row++) {
      int product = productOfInput.at(row);
      if (product < 0 || product != output(row)) {
        continue;
      }
      double share = yieldOf[recipeOfInput.at(row)];
      double quantity = columns.number("quantity", row);
      if (quantity / share >= 1) {
        findings.add(
            Fault.error("recipe-consumes-itself", inputs.file())
                .line(inputs.line(row))
                .column("quantity")
                .value(CsvCell.number(quantity))
                .args(products.key(product), CsvCell.number(share))
                .finding());
      }
    }
  }

  private void circles() {
    List<List<Integer>> cycles =
        Cycles.of(
            products.count(),
            inputs.columns().rows(),
            row -> output(row) == productOfInput.at(row) ? -1 : output(row),
            productOfInput::at);
    for (List<Integer> rows : cycles) {
      List<String> path = new ArrayList<>();
      rows.forEach(row -> path.add(products.key(output(row))));
      path.add(path.getFirst());
      findings.add(
          Fault.warning("product-cycle", inputs.file())
              .line(inputs.line(rows.getFirst()))
              .column("product_id")
              .value(inputs.columns().text("product_id", rows.getFirst()))
              .args(String.join(" <- ", path))
              .finding());
    }
  }
}
