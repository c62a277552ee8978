package tenon.model;

import org.jspecify.annotations.Nullable;
import tenon.model.Columns.CodeColumn;
import tenon.model.Columns.NumberColumn;

/** Demands by row: what a site needs for its market. */
public final class Demands {
  private final Columns columns;
  private final CodeColumn site;
  private final CodeColumn product;
  private final NumberColumn meanPerDay;
  private final NumberColumn sdPerDay;
  private final NumberColumn zeroShare;
  private final NumberColumn lostSaleCost;
  private final NumberColumn priority;
  private final NumberColumn pricePerUnit;
  private final NumberColumn paymentDays;

  Demands(Columns columns, Keys sites, Keys products) {
    this.columns = columns;
    site = columns.references("site_id", sites);
    product = columns.references("product_id", products);
    meanPerDay = columns.numberColumn("mean_per_day");
    sdPerDay = columns.numberColumn("sd_per_day");
    zeroShare = columns.numberColumn("zero_share");
    lostSaleCost = columns.numberColumn("lost_sale_cost");
    priority = columns.numberColumn("priority");
    pricePerUnit = columns.numberColumn("price_per_unit");
    paymentDays = columns.numberColumn("payment_days");
  }

  public int count() {
    return columns.rows();
  }

  /** Site where the demand arises. */
  public int site(int demand) {
    return site.at(demand);
  }

  /** Product demanded. */
  public int product(int demand) {
    return product.at(demand);
  }

  /** Mean demand, units per day. */
  public double meanPerDay(int demand) {
    return meanPerDay.at(demand);
  }

  /** Standard deviation of daily demand, units. */
  public double sdPerDay(int demand) {
    return sdPerDay.at(demand);
  }

  /** Share of the days without any demand. */
  public double zeroShare(int demand) {
    return zeroShare.at(demand);
  }

  /** Penalty for one unit not served, money, beside its margin. */
  public double lostSaleCost(int demand) {
    return lostSaleCost.at(demand);
  }

  /** Weight in rationing; higher is served first. */
  public double priority(int demand) {
    return priority.at(demand);
  }

  /** Market the demand belongs to. */
  public @Nullable String market(int demand) {
    return columns.text("market", demand);
  }

  /** Price the market pays for a unit, money. */
  public double pricePerUnit(int demand) {
    return pricePerUnit.at(demand);
  }

  /** Days from delivery to payment. */
  public double paymentDays(int demand) {
    return paymentDays.at(demand);
  }
}
