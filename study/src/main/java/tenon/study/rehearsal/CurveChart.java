package tenon.study.rehearsal;

import java.util.List;
import tenon.model.Disruption;
import tenon.model.Scenario;
import tenon.study.page.Json;
import tenon.study.text.Words;
import tenon.twin.site.ServiceCurve;
import tenon.twin.site.Spread;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A chart of service in time: curves with the bands of their replications. */
public final class CurveChart {
  private final ObjectNode chart = Json.object();
  private final ArrayNode series;

  /** A chart without curves; the spans of the disruptions are shaded. */
  public CurveChart(Words words, Scenario scenario) {
    this(words, scenario, words.get("axis.service"));
  }

  /** A chart of other shares than service. */
  CurveChart(Words words, Scenario scenario, String axis) {
    chart.put("kind", "bands");
    chart.put("x", words.get("axis.day"));
    chart.put("y", axis);
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
    ObjectNode one = named(name);
    for (int day = 0; day < curve.days(); day++) {
      add(one, curve.mean(day), curve.low(day), curve.high(day));
    }
    return this;
  }

  /** Adds shares by day under a name. */
  CurveChart add(String name, List<Spread> days) {
    ObjectNode one = named(name);
    days.forEach(day -> add(one, day.mean(), day.low(), day.high()));
    return this;
  }

  private ObjectNode named(String name) {
    ObjectNode one = series.addObject();
    one.put("name", name);
    one.putArray("mean");
    one.putArray("low");
    one.putArray("high");
    return one;
  }

  private static void add(ObjectNode one, double mean, double low, double high) {
    one.withArray("mean").add(percent(mean));
    one.withArray("low").add(percent(low));
    one.withArray("high").add(percent(high));
  }

  public ObjectNode json() {
    return chart;
  }

  /** In percent to a hundredth, which is finer than the picture. */
  private static double percent(double share) {
    return Math.rint(share * 1e4) / 100;
  }
}
