package tenon.study.strategy;

import java.util.ArrayList;
import java.util.List;
import tenon.study.chart.GanttChart;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The levers of open gaps in time: half a year of diagnosis, then implementation until the short
 * end of the cycle of the published matrix, then optimisation until its long end. The greatest gap
 * stands first.
 */
final class Roadmap {
  private static final double DIAGNOSIS_YEARS = 0.5;
  private static final int BUILT = 1;
  private static final int IMPROVED = 0;
  private static final int MEASURED = 3;

  private final Words words;
  private final List<Targets.Row> open;

  Roadmap(Words words, List<Targets.Row> open) {
    this.words = words;
    this.open = open;
  }

  void fill(ObjectNode root, List<Table> tables, StrategyReport report) {
    ArrayNode array = root.putArray("roadmap");
    List<List<String>> rows = new ArrayList<>();
    List<GanttChart.Row> bars = new ArrayList<>();
    double last = 0;
    for (Targets.Row row : open) {
      Step step = Step.of(row.system());
      double built = DIAGNOSIS_YEARS + step.from();
      double over = DIAGNOSIS_YEARS + step.to();
      last = Math.max(last, over);
      ObjectNode node = array.addObject();
      node.put("system", row.system());
      node.put("strategy_level", step.level());
      node.put("measure", step.measure());
      node.put("expected_result", step.expected());
      node.put("cycle", step.from() + "-" + step.to() + " years");
      node.put("investment_intensity", step.intensity());
      node.put("starts_year", DIAGNOSIS_YEARS);
      node.put("built_year", built);
      node.put("ends_year", over);
      String system = words.code("strategy.system", StrategyMethod.code(row.system()));
      String what = words.code("strategy.step.what", StrategyMethod.code(step.measure()));
      String intensity = words.get("strategy.intensity." + step.intensity());
      rows.add(
          List.of(
              system,
              words.code("strategy.step", StrategyMethod.code(step.level())),
              what,
              words.code("strategy.step.expected", StrategyMethod.code(step.level())),
              step.from() + "-" + step.to(),
              intensity,
              Numbers.cell(DIAGNOSIS_YEARS),
              Numbers.cell(built),
              Numbers.cell(over)));
      bars.add(
          new GanttChart.Row(
              what,
              List.of(
                  system + words.get("strategy.comma") + words.get("strategy.intense", intensity)),
              List.of(
                  span(0, DIAGNOSIS_YEARS, MEASURED, "diagnosis"),
                  span(DIAGNOSIS_YEARS, built, BUILT, "implementation"),
                  span(built, over, IMPROVED, "optimisation"))));
    }
    List<String> header =
        List.of(
            "system",
            "strategy_level",
            "measure",
            "expected_result",
            "cycle_years",
            "investment_intensity",
            "starts_year",
            "built_year",
            "ends_year");
    tables.add(new Table("roadmap.csv", header, rows));
    report.grid("roadmap", "strategy.roadmap", header, rows);
    if (!rows.isEmpty()) {
      report.figure("roadmap_in_time", picture(bars, last), last);
    }
  }

  private GanttChart.Span span(double from, double to, int kind, String phase) {
    String name = words.get("strategy.column." + phase);
    return new GanttChart.Span(from, to, kind, name, name);
  }

  private String picture(List<GanttChart.Row> bars, double last) {
    return GanttChart.of(
        words.get("strategy.axis.years"),
        last,
        List.of(
            words.get("strategy.column.optimisation"),
            words.get("strategy.column.implementation"),
            "",
            words.get("strategy.column.diagnosis")),
        List.of(),
        "",
        DIAGNOSIS_YEARS,
        words.get("strategy.diagnosed"),
        bars);
  }

  /** What the published matrix proposes for a system, with its cycle in years and intensity. */
  private record Step(
      String level, String measure, String expected, int from, int to, String intensity) {

    static Step of(String system) {
      return switch (StrategyMethod.code(system)) {
        case "innovation" ->
            new Step(
                "Core industry cultivation",
                "Building an innovation platform",
                "Innovation capability +40%",
                2,
                3,
                "high");
        case "production_capacity" ->
            new Step(
                "Transformation of traditional industries",
                "Intelligent transformation",
                "Efficiency +30%",
                2,
                3,
                "middle");
        case "market" ->
            new Step(
                "Emerging industry layout",
                "Industry incubation",
                "Share of new industries +15%",
                3,
                5,
                "high");
        case "finance" ->
            new Step(
                "Service industry collaboration",
                "Platform construction",
                "Synergy index +0.2",
                1,
                2,
                "low");
        default ->
            new Step(
                "Supporting industry upgrade",
                "Technological transformation",
                "Matching rate +25%",
                1,
                2,
                "middle");
      };
    }
  }
}
