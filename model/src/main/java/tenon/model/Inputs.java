package tenon.model;

import org.jspecify.annotations.Nullable;
import tenon.model.Columns.CodeColumn;
import tenon.model.Columns.NumberColumn;

/** Inputs of recipes by row. */
public final class Inputs {
  private final Columns columns;
  private final CodeColumn recipe;
  private final CodeColumn product;
  private final NumberColumn quantity;
  private final CodeColumn essential;

  Inputs(Columns columns, Keys recipes, Keys products) {
    this.columns = columns;
    recipe = columns.references("recipe_id", recipes);
    product = columns.references("product_id", products);
    quantity = columns.numberColumn("quantity");
    essential = columns.codeColumn("essential");
  }

  public int count() {
    return columns.rows();
  }

  /** Recipe that takes the input. */
  public int recipe(int input) {
    return recipe.at(input);
  }

  /** Product taken. */
  public int product(int input) {
    return product.at(input);
  }

  /** Units taken per unit of output started, above 0. */
  public double quantity(int input) {
    return quantity.at(input);
  }

  /** Whether output stops without the input; blank means it does. */
  public boolean essential(int input) {
    return essential.at(input) != 0;
  }

  /** Inputs of one recipe in the same group replace each other; null stands alone. */
  public @Nullable String substituteGroup(int input) {
    return columns.text("substitute_group", input);
  }
}
