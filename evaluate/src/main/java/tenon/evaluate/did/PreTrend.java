package tenon.evaluate.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import tenon.evaluate.Fit;
import tenon.evaluate.Observations;
import tenon.evaluate.Regression;
import tenon.model.Loaded;

/**
 * Event times before -1 among untreated cells, by regression on their indicators with unit and
 * period effects: none should matter.
 */
final class PreTrend {
  private PreTrend() {}

  /** The effects, ascending; empty where they cannot be estimated. */
  static List<Effect> of(StaggeredPanel panel) {
    List<double[]> cells = new ArrayList<>();
    TreeSet<Double> times = new TreeSet<>();
    for (int u = 0; u < panel.unitCount(); u++) {
      for (int t = 0; t < panel.periods.length; t++) {
        if (panel.isKnown(u, t) && !panel.isTreated(u, t)) {
          boolean never = panel.cohorts[u] == StaggeredPanel.NEVER;
          double time = never ? -1 : panel.periods[t] - panel.cohorts[u];
          times.add(time);
          cells.add(new double[] {u, panel.periods[t], panel.y[u][t], time});
        }
      }
    }
    times.remove(-1.0);
    Observations.Builder builder = Observations.builder(cells.size());
    List<String> names = List.of("unit", "period", "outcome", "time");
    for (int column = 0; column < names.size(); column++) {
      int at = column;
      builder.numbers(names.get(column), cells.stream().mapToDouble(c -> c[at]).toArray());
    }
    StaggeredColumns columns = new StaggeredColumns("outcome", "unit", "period", "time");
    Loaded<Fit> loaded =
        Regression.fit(
            builder.build(), Terms.twoWay(columns, List.of("i(time, ref=-1)")).withSingletons());
    if (!(loaded instanceof Loaded.Ready<Fit>(Fit fit, var _))) {
      return List.of();
    }
    return Arrays.stream(times.stream().mapToDouble(Double::doubleValue).toArray())
        .mapToObj(time -> effect(fit, time))
        .filter(effect -> !Double.isNaN(effect.estimate()))
        .toList();
  }

  private static Effect effect(Fit fit, double time) {
    String name = "time::" + Observations.label(time);
    return new Effect(time, fit.coefficient(name), fit.standardError(name));
  }
}
