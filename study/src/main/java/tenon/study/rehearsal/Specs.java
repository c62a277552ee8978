package tenon.study.rehearsal;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tenon.study.recipe.Recipe;
import tenon.study.recipe.Setting;
import tenon.twin.site.Response;
import tenon.twin.site.SimulationSpec;

/** How a recipe wants scenarios simulated. */
public final class Specs {
  private Specs() {}

  /** The specification of a simulation with its response. */
  public static SimulationSpec answered(Recipe recipe) {
    return simulation(recipe)
        .withResponse(
            switch (recipe.text(Setting.SIMULATE_RESPONSE)) {
              case "none" -> Response.NOTHING;
              case "cheapest" -> Response.CHEAPEST;
              default -> Response.OWN_RULE;
            });
  }

  /** The specification of a simulation; what sites do about the disruptions is set apart. */
  public static SimulationSpec simulation(Recipe recipe) {
    String unmet = recipe.text(Setting.SIMULATE_UNMET).toUpperCase(Locale.ROOT);
    return SimulationSpec.of(recipe.whole(Setting.SIMULATE_REPLICATIONS), recipe.seed())
        .withThreads(recipe.threads())
        .withStart(
            SimulationSpec.Pipeline.valueOf(
                recipe.text(Setting.SIMULATE_PIPELINE).toUpperCase(Locale.ROOT)),
            recipe.whole(Setting.SIMULATE_WARM_UP_DAYS))
        .withAllocation(
            SimulationSpec.Allocation.valueOf(
                recipe.text(Setting.SIMULATE_ALLOCATION).toUpperCase(Locale.ROOT)))
        .withStartDate(start(recipe))
        .withUnmet(SimulationSpec.Unmet.valueOf(unmet))
        .withRecoveredAt(recipe.number(Setting.SIMULATE_RECOVERED_AT));
  }

  private static @Nullable LocalDate start(Recipe recipe) {
    String date = recipe.text(Setting.SIMULATE_START_DATE);
    return date.isEmpty() ? null : LocalDate.parse(date);
  }
}
