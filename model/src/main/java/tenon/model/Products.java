package tenon.model;

import org.jspecify.annotations.Nullable;
import tenon.model.Columns.NumberColumn;

/** Products by row. */
public final class Products {
  private final Columns columns;
  private final NumberColumn unitValue;
  private final NumberColumn marginPerUnit;
  private final NumberColumn criticality;

  Products(Columns columns) {
    this.columns = columns;
    unitValue = columns.numberColumn("unit_value");
    marginPerUnit = columns.numberColumn("margin_per_unit");
    criticality = columns.numberColumn("criticality");
  }

  public int count() {
    return columns.rows();
  }

  /** The string keys of the rows. */
  public Keys keys() {
    return columns.dictionary("product_id");
  }

  /** Name in English. */
  public @Nullable String name(int product) {
    return columns.text("name", product);
  }

  /** Name in Chinese. */
  public @Nullable String nameZh(int product) {
    return columns.text("name_zh", product);
  }

  /** Unit of quantity. */
  public @Nullable String unit(int product) {
    return columns.text("unit", product);
  }

  /** Value of one unit, money. */
  public double unitValue(int product) {
    return unitValue.at(product);
  }

  /** Margin lost with one unit of unmet demand, money. */
  public double marginPerUnit(int product) {
    return marginPerUnit.at(product);
  }

  /** Weight of the product beside its margin; 1 is ordinary. */
  public double criticality(int product) {
    return criticality.at(product);
  }
}
