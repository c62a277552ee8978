package tenon.study.rehearsal;

import tenon.model.Disruption;
import tenon.model.Scenario;
import tenon.study.page.Json;
import tenon.study.text.Words;
import tenon.twin.site.ServiceCurve;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A chart of service in time: curves with the bands of their replications. */
public final class CurveChart {
  private final ObjectNode chart = Json.object();
  private final ArrayNode series;

  /** A chart without curves; the spans of the disruptions are shaded. */
  public CurveChart(Words words, Scenario scenario) {
    chart.put("kind", "bands");
    chart.put("x", words.get("axis.day"));
    chart.put("y", words.get("axis.service"));
    ArrayNode spans = chart.putArray("spans");
    for (Disruption disruption : scenario.disruptions()) {
      Disruption.Window window = disruption.window();
      double last = Math.min(window.firstDayAfter(), scenario.horizon().value());
      spans.addArray().add(window.firstDay()).add(last);
    }
    series = chart.putArray("series");
  }

  /** Adds a curve under a name. */
  public CurveChart add(String name, ServiceCurve curve) {
    ObjectNode one = series.addObject();
    one.put("name", name);
    ArrayNode mean = one.putArray("mean");
    ArrayNode low = one.putArray("low");
    ArrayNode high = one.putArray("high");
    for (int day = 0; day < curve.days(); day++) {
      mean.add(percent(curve.mean(day)));
      low.add(percent(curve.low(day)));
      high.add(percent(curve.high(day)));
    }
    return this;
  }

  public ObjectNode json() {
    return chart;
  }

  /** In percent to a hundredth, which is finer than the picture. */
  private static double percent(double share) {
    return Math.rint(share * 1e4) / 100;
  }
}
