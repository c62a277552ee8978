package tenon.study.rehearsal;

import java.util.Locale;
import tenon.study.recipe.Recipe;
import tenon.study.recipe.Setting;
import tenon.twin.site.Assumptions;
import tenon.twin.site.SimulationSpec;

/** How a recipe wants scenarios simulated. */
public final class Specs {
  private Specs() {}

  /** The specification of a simulation; what sites do about the disruptions is set apart. */
  public static SimulationSpec simulation(Recipe recipe) {
    String unmet = recipe.text(Setting.SIMULATE_UNMET).toUpperCase(Locale.ROOT);
    return new SimulationSpec(
        recipe.whole(Setting.SIMULATE_REPLICATIONS),
        recipe.seed(),
        recipe.threads(),
        recipe.whole(Setting.SIMULATE_WARM_UP_DAYS),
        SimulationSpec.Pipeline.USUAL,
        SimulationSpec.Unmet.valueOf(unmet),
        recipe.number(Setting.SIMULATE_RECOVERED_AT),
        true,
        Assumptions.standard(),
        SimulationSpec.Checking.OFF);
  }
}
