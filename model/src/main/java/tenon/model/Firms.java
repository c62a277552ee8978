package tenon.model;

import org.jspecify.annotations.Nullable;
import tenon.model.Columns.CodeColumn;
import tenon.model.Columns.NumberColumn;

/** Firms by row. */
public final class Firms {
  private final Columns columns;
  private final CodeColumn region;
  private final NumberColumn revenuePerYear;
  private final NumberColumn employees;
  private final NumberColumn cash;
  private final NumberColumn creditLine;
  private final NumberColumn fixedCostPerDay;

  Firms(Columns columns, Keys regions) {
    this.columns = columns;
    region = columns.references("region_id", regions);
    revenuePerYear = columns.numberColumn("revenue_per_year");
    employees = columns.numberColumn("employees");
    cash = columns.numberColumn("cash");
    creditLine = columns.numberColumn("credit_line");
    fixedCostPerDay = columns.numberColumn("fixed_cost_per_day");
  }

  public int count() {
    return columns.rows();
  }

  /** The string keys of the rows. */
  public Keys keys() {
    return columns.dictionary("firm_id");
  }

  /** Region of the registered office, or -1. */
  public int region(int firm) {
    return region.at(firm);
  }

  /** Name in English. */
  public @Nullable String name(int firm) {
    return columns.text("name", firm);
  }

  /** Name in Chinese. */
  public @Nullable String nameZh(int firm) {
    return columns.text("name_zh", firm);
  }

  /** Sector code. */
  public @Nullable String sector(int firm) {
    return columns.text("sector", firm);
  }

  /** Role in the chain: leading, specialised, supporting, ... */
  public @Nullable String role(int firm) {
    return columns.text("role", firm);
  }

  /** Revenue, money per year. */
  public double revenuePerYear(int firm) {
    return revenuePerYear.at(firm);
  }

  /** Number of employees. */
  public double employees(int firm) {
    return employees.at(firm);
  }

  /** Cash at hand, money. */
  public double cash(int firm) {
    return cash.at(firm);
  }

  /** Credit that may be drawn beyond the cash, money. */
  public double creditLine(int firm) {
    return creditLine.at(firm);
  }

  /** Cost of a day whatever is made, money. */
  public double fixedCostPerDay(int firm) {
    return fixedCostPerDay.at(firm);
  }
}
