package tenon.assess.structure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Indicators that a chain can give by itself. Formulas, units and sources stand in the manual,
 * {@code docs/methods/assess.md}; {@link UnitMeasures} computes them.
 */
public enum ChainMeasure {
  /** Output of the unit's firms / output of all firms. */
  OUTPUT_SHARE(true, "firms.output_per_year"),
  /** Herfindahl-Hirschman index of output among the unit's firms. */
  OUTPUT_HERFINDAHL(false, "firms.output_per_year"),
  /** Share of the {@code n} greatest firms in the unit's output (CRn). */
  OUTPUT_TOP_SHARE(true, "firms.output_per_year"),
  /** Share of a {@code sector} in the unit's output over its share in all output. */
  LOCATION_QUOTIENT(false, "firms.output_per_year", "firms.sector"),
  /** Krugman's index: sum over sectors of the distance between own and others' output shares. */
  SPECIALISATION(false, "firms.output_per_year", "firms.sector"),
  /** Likeness of structure: 1 - {@link #SPECIALISATION} / 2. */
  STRUCTURAL_SIMILARITY(true, "firms.output_per_year", "firms.sector"),
  /** Co-agglomeration of two {@code sectors} by their location quotients. */
  SYNERGY(false, "firms.output_per_year", "firms.sector"),
  /** Local firms that deliver to the unit's sites / all firms that do. */
  LOCAL_MATCHING_RATE(true, "sourcing"),
  /** Products made in the unit / products made anywhere in the chain. */
  CHAIN_COVERAGE(true, "recipes"),
  /** Value delivered to the unit from outside / all value delivered to it. */
  EXTERNAL_DEPENDENCE(
      true, "sourcing.volume_per_day", "sourcing.price_per_unit", "products.unit_value"),
  /** Value delivered from regions under the same jurisdiction / all value delivered. */
  LOCALISATION_RATE(
      true,
      "sourcing.volume_per_day",
      "sourcing.price_per_unit",
      "products.unit_value",
      "regions.jurisdiction"),
  /** Technologies provided under the own jurisdiction / all technologies depended on. */
  TECHNOLOGY_LOCALISATION(true, "dependencies.jurisdiction", "regions.jurisdiction"),
  /** Value delivered to sites elsewhere / output of the unit's firms, both per year. */
  INTERREGIONAL_TRADE(
      true,
      "sourcing.volume_per_day",
      "sourcing.price_per_unit",
      "products.unit_value",
      "firms.output_per_year"),
  /** Value the unit delivers to leading firms / all value it delivers. */
  LEADING_FIRM_DRIVING_RATE(
      true, "sourcing.volume_per_day", "sourcing.price_per_unit", "products.unit_value"),
  /** Mean over what its sites buy of the sum of squared shares of the supplying firms. */
  SUPPLIER_HERFINDAHL(false, "sourcing.share"),
  /** Share of what its sites buy that comes from one firm alone. */
  SINGLE_SOURCE_SHARE(true, "sourcing"),
  /** Mean days until a standby link into the unit delivers. */
  SUPPLIER_SWITCH_DAYS(false, "sourcing.activation_days"),
  /** Mean over active recipes of volume shipped / capacity. */
  CAPACITY_UTILISATION(true, "sourcing.volume_per_day", "recipes.capacity_per_day"),
  /** Value added / gross output. */
  VALUE_ADDED_RATE(true, "firms.value_added_per_year", "firms.output_per_year"),
  /** Gross output per person employed, money per year. */
  LABOUR_PRODUCTIVITY(false, "firms.output_per_year", "firms.employees"),
  /** Distance between the share in employment and the share in output. */
  LABOUR_MISALLOCATION(false, "firms.employees", "firms.output_per_year"),
  /** Operating income / total assets, per year. */
  CAPITAL_TURNOVER(false, "firms.operating_income", "firms.total_assets"),
  /** Spending on research / operating income. */
  RESEARCH_INTENSITY(true, "firms.rd_expenditure_per_year", "firms.operating_income"),
  /** Valid invention patents per firm. */
  PATENT_DENSITY(false, "firms.invention_patents");

  private final boolean fraction;

  @SuppressWarnings("ImmutableEnumChecker") // List.of gives an unmodifiable list
  private final List<String> needs;

  ChainMeasure(boolean fraction, String... needs) {
    this.fraction = fraction;
    this.needs = List.of(needs);
  }

  /** The word for it in a study file. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is a share from 0 to 1, which an indicator in percent takes times 100. */
  public boolean isFraction() {
    return fraction;
  }

  /** Tables and columns that it is made of. */
  public List<String> needs() {
    return needs;
  }

  /** How many sectors have to be named for it. */
  public int sectors() {
    return this == LOCATION_QUOTIENT ? 1 : this == SYNERGY ? 2 : 0;
  }

  /** Every word, in order. */
  public static List<String> titles() {
    return Arrays.stream(values()).map(ChainMeasure::title).toList();
  }

  /** The measure of that word, or null. */
  public static @Nullable ChainMeasure named(String title) {
    return Arrays.stream(values())
        .filter(one -> one.title().equals(title))
        .findFirst()
        .orElse(null);
  }
}
