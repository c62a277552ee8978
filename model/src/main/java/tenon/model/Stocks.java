package tenon.model;

import org.jspecify.annotations.Nullable;
import tenon.model.Columns.CodeColumn;
import tenon.model.Columns.NumberColumn;

/** Stocks by row. */
public final class Stocks {
  private final Columns columns;
  private final CodeColumn site;
  private final CodeColumn product;
  private final NumberColumn onHand;
  private final NumberColumn safetyStock;
  private final NumberColumn reorderPoint;
  private final NumberColumn orderUpTo;
  private final NumberColumn holdingCostPerDay;
  private final NumberColumn reviewDays;
  private final NumberColumn shelfLifeDays;

  Stocks(Columns columns, Keys sites, Keys products) {
    this.columns = columns;
    site = columns.references("site_id", sites);
    product = columns.references("product_id", products);
    onHand = columns.numberColumn("on_hand");
    safetyStock = columns.numberColumn("safety_stock");
    reorderPoint = columns.numberColumn("reorder_point");
    orderUpTo = columns.numberColumn("order_up_to");
    holdingCostPerDay = columns.numberColumn("holding_cost_per_day");
    reviewDays = columns.numberColumn("review_days");
    shelfLifeDays = columns.numberColumn("shelf_life_days");
  }

  public int count() {
    return columns.rows();
  }

  /** Site that holds the stock. */
  public int site(int stock) {
    return site.at(stock);
  }

  /** Product held. */
  public int product(int stock) {
    return product.at(stock);
  }

  /** Stock on hand, units; infinite is unlimited. */
  public double onHand(int stock) {
    return onHand.at(stock);
  }

  /** Safety stock, units. */
  public double safetyStock(int stock) {
    return safetyStock.at(stock);
  }

  /** Stock position that triggers an order, units. */
  public double reorderPoint(int stock) {
    return reorderPoint.at(stock);
  }

  /** Stock position after an order, units. */
  public double orderUpTo(int stock) {
    return orderUpTo.at(stock);
  }

  /** Holding cost of one unit, money per day. */
  public double holdingCostPerDay(int stock) {
    return holdingCostPerDay.at(stock);
  }

  /** Days from one review of the stock to the next. */
  public double reviewDays(int stock) {
    return reviewDays.at(stock);
  }

  /** Days that a unit keeps, from its receipt. */
  public double shelfLifeDays(int stock) {
    return shelfLifeDays.at(stock);
  }

  /** Replenishment policy. */
  public @Nullable String policy(int stock) {
    return columns.text("policy", stock);
  }
}
