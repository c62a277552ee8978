package tenon.respond;

import tenon.twin.site.Planned;

/** Usual and planned rates of every link and recipe, units per day. */
public final class PlannedFlows {
  private final double[] usualLink;
  private final double[] usualRecipe;
  private final Planned planned;

  PlannedFlows(double[] usualLink, double[] usualRecipe, Planned planned) {
    this.usualLink = usualLink;
    this.usualRecipe = usualRecipe;
    this.planned = planned;
  }

  /** Usual flow of a row of sourcing. */
  public double usualLinkPerDay(int link) {
    return usualLink[link];
  }

  /** Usual output of a row of recipes, good units. */
  public double usualRecipePerDay(int recipe) {
    return usualRecipe[recipe];
  }

  /** Planned flow of a row of sourcing; the usual one where the plan leaves it alone. */
  public double linkPerDay(int period, int link) {
    return or(planned.linkPerDay(period, link), usualLink[link]);
  }

  /** Planned output of a row of recipes; the usual one where the plan leaves it alone. */
  public double recipePerDay(int period, int recipe) {
    return or(planned.recipePerDay(period, recipe), usualRecipe[recipe]);
  }

  private static double or(double rate, double usual) {
    return Double.isNaN(rate) ? usual : rate;
  }

  Planned planned() {
    return planned;
  }
}
