package tenon.respond;

import tenon.twin.site.Planned;

/** Usual and planned rates of every link, recipe, input and demand, units per day. */
public final class PlannedFlows {

  /**
   * Usual rates, by row.
   *
   * @param link flow over a row of sourcing
   * @param recipe output of a row of recipes, good units
   * @param input use of a row of inputs
   * @param served what is served of a row of demand
   */
  @SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
  record Usual(double[] link, double[] recipe, double[] input, double[] served) {}

  private final Usual usual;
  private final Planned rates;
  private final Planned planned;

  /**
   * @param rates rates of every period, those before the decision included
   * @param planned the same as the twin carries them out, from the decision on
   */
  PlannedFlows(Usual usual, Planned rates, Planned planned) {
    this.usual = usual;
    this.rates = rates;
    this.planned = planned;
  }

  /** Usual flow of a row of sourcing. */
  public double usualLinkPerDay(int link) {
    return usual.link[link];
  }

  /** Usual output of a row of recipes, good units. */
  public double usualRecipePerDay(int recipe) {
    return usual.recipe[recipe];
  }

  /** Usual use of a row of inputs. */
  public double usualInputPerDay(int input) {
    return usual.input[input];
  }

  /** What is served of a row of demand undisturbed, at most its mean. */
  public double usualServedPerDay(int demand) {
    return usual.served[demand];
  }

  /** Flow of a row of sourcing; the usual one where the plan leaves it alone. */
  public double linkPerDay(int period, int link) {
    return or(rates.linkPerDay(period, link), usual.link[link]);
  }

  /** Output of a row of recipes; the usual one where the plan leaves it alone. */
  public double recipePerDay(int period, int recipe) {
    return or(rates.recipePerDay(period, recipe), usual.recipe[recipe]);
  }

  /** Use of a row of inputs; the usual one where the plan leaves it alone. */
  public double inputPerDay(int period, int input) {
    return or(rates.inputPerDay(period, input), usual.input[input]);
  }

  /** What is served of a row of demand; NaN where the plan leaves its node alone. */
  public double servedPerDay(int period, int demand) {
    return rates.servedPerDay(period, demand);
  }

  /** Whether the plan says what a row of sourcing carries. */
  public boolean plansLink(int period, int link) {
    return !Double.isNaN(rates.linkPerDay(period, link));
  }

  /** Whether the plan says what a row of recipes makes. */
  public boolean plansRecipe(int period, int recipe) {
    return !Double.isNaN(rates.recipePerDay(period, recipe));
  }

  private static double or(double rate, double usual) {
    return Double.isNaN(rate) ? usual : rate;
  }

  Planned planned() {
    return planned;
  }
}
