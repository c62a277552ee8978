package tenon.model;

import java.util.List;
import tenon.model.Columns.CodeColumn;
import tenon.model.Columns.NumberColumn;

/** Recipes by row: what a site makes, out of what, and how much at most. */
public final class Recipes {
  private static final List<String> STATUS =
      Resource.RECIPES.fields().get(Resource.RECIPES.position("status")).categories();
  private static final int STANDBY = STATUS.indexOf("standby");

  private final Columns columns;
  private final CodeColumn site;
  private final CodeColumn product;
  private final NumberColumn capacityPerDay;
  private final NumberColumn productionCostPerUnit;
  private final NumberColumn cycleDays;
  private final NumberColumn goodShare;
  private final CodeColumn status;
  private final NumberColumn activationDays;
  private final NumberColumn changeoverDays;
  private final NumberColumn activationCost;
  private final NumberColumn workersPerUnit;

  Recipes(Columns columns, Keys sites, Keys products) {
    this.columns = columns;
    site = columns.references("site_id", sites);
    product = columns.references("product_id", products);
    capacityPerDay = columns.numberColumn("capacity_per_day");
    productionCostPerUnit = columns.numberColumn("production_cost_per_unit");
    cycleDays = columns.numberColumn("cycle_days");
    goodShare = columns.numberColumn("yield");
    status = columns.codeColumn("status");
    activationDays = columns.numberColumn("activation_days");
    changeoverDays = columns.numberColumn("changeover_days");
    activationCost = columns.numberColumn("activation_cost");
    workersPerUnit = columns.numberColumn("workers_per_unit");
  }

  public int count() {
    return columns.rows();
  }

  /** The string keys of the rows. */
  public Keys keys() {
    return columns.dictionary("recipe_id");
  }

  /** Site that runs the recipe. */
  public int site(int recipe) {
    return site.at(recipe);
  }

  /** Product that comes out. */
  public int product(int recipe) {
    return product.at(recipe);
  }

  /** Greatest good output, units per day; infinite is unlimited. */
  public double capacityPerDay(int recipe) {
    return capacityPerDay.at(recipe);
  }

  /** Cost of one unit, money, without inputs. */
  public double productionCostPerUnit(int recipe) {
    return productionCostPerUnit.at(recipe);
  }

  /** Days from start to output. */
  public double cycleDays(int recipe) {
    return cycleDays.at(recipe);
  }

  /** Yield: good share of what is started, above 0, at most 1. */
  public double goodShare(int recipe) {
    return goodShare.at(recipe);
  }

  /** Whether the recipe is on standby; blank means active. */
  public boolean standby(int recipe) {
    return status.at(recipe) == STANDBY;
  }

  /**
   * Days until a standby recipe yields: {@code activation_days}, and then {@code changeover_days}
   * where they are told. Where the activation is unknown, so is the whole.
   */
  public double activationDays(int recipe) {
    double over = changeoverDays.at(recipe);
    return activationDays.at(recipe) + (Double.isNaN(over) ? 0 : over);
  }

  /** Days to change the line over to this recipe. */
  public double changeoverDays(int recipe) {
    return changeoverDays.at(recipe);
  }

  /** Cost of taking a standby recipe into use, money, once. */
  public double activationCost(int recipe) {
    return activationCost.at(recipe);
  }

  /** Workers needed for one good unit a day. */
  public double workersPerUnit(int recipe) {
    return workersPerUnit.at(recipe);
  }
}
