package tenon.assess.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tenon.assess.Tree;
import tenon.assess.pipeline.DataSet;
import tenon.assess.pipeline.IndicatorStatistics;
import tenon.assess.pipeline.IndicatorStatistics.Bounds;
import tenon.assess.pipeline.IndicatorStatistics.Flag;
import tenon.assess.pipeline.PipelineResult;
import tenon.model.Hierarchy;

/** Statistics of the indicators, the hierarchy as it is read, and the panel of five years. */
class AsemFilesConformanceTest {
  /** Statistics are printed with three digits, rounded as R does: after scaling, half to even. */
  private static double printed(double value) {
    double scale = Math.pow(10, 2 - Math.floor(Math.log10(Math.abs(value))));
    return value == 0 ? 0 : Math.rint(value * scale) / scale;
  }

  @Test
  void statisticsOfTheDataAsTheyCame() {
    same(Asem.run(Asem.spec(0, 100)).raw(), "stats_raw.csv");
  }

  @Test
  void statisticsOfTheTreatedData() {
    same(Asem.run(Asem.spec(0, 100)).stages().get(Asem.TREAT).data(), "stats_treated.csv");
  }

  private static void same(DataSet data, String file) {
    Map<String, IndicatorStatistics> found = new LinkedHashMap<>();
    IndicatorStatistics.of(data).forEach(one -> found.put(one.code(), one));
    List<Map<String, String>> rows = ReferenceFiles.table(Asem.FOLDER + file);
    assertThat(rows).hasSize(49);
    for (Map<String, String> row : rows) {
      IndicatorStatistics one = Objects.requireNonNull(found.get(row.get("iCode")));
      Map<String, Double> numbers = new LinkedHashMap<>();
      numbers.put("Min", one.min());
      numbers.put("Max", one.max());
      numbers.put("Mean", one.mean());
      numbers.put("Median", one.median());
      numbers.put("Std", one.deviation());
      numbers.put("Skew", one.skewness());
      numbers.put("Kurt", one.kurtosis());
      numbers.put("N.Avail", (double) one.known());
      numbers.put("N.NonZero", (double) one.nonzero());
      numbers.put("N.Unique", (double) one.unique());
      numbers.put("N.Same", (double) one.same());
      numbers.put("Frc.Avail", one.shareKnown());
      numbers.put("Frc.NonZero", one.shareNonzero());
      numbers.put("Frc.Unique", one.shareUnique());
      numbers.put("Frc.Same", one.shareSame());
      numbers.forEach(
          (name, value) ->
              assertThat(printed(value))
                  .as(file + " " + row.get("iCode") + " " + name)
                  .isCloseTo(Asem.number(row.get(name)), within(1e-9 * Math.max(1, value))));
      List<Flag> expected = new ArrayList<>();
      Map<String, Flag> flags = new LinkedHashMap<>();
      flags.put("Flag.Avail", Flag.UNKNOWN);
      flags.put("Flag.NonZero", Flag.ZEROS);
      flags.put("Flag.Unique", Flag.REPEATED);
      flags.put("Flag.SkewKurt", Flag.OUTLIERS);
      flags.forEach(
          (name, flag) -> {
            if (!"ok".equals(row.get(name))) {
              expected.add(flag);
            }
          });
      assertThat(one.flags(Bounds.standard())).as(file + row.get("iCode")).isEqualTo(expected);
    }
  }

  @Test
  void everyIndicatorHangsWhereTheReferenceHasIt() {
    Tree tree = Asem.run(Asem.spec(0, 100)).last().tree();
    Hierarchy hierarchy = tree.hierarchy();
    List<Map<String, String>> rows = ReferenceFiles.table(Asem.FOLDER + "lineage.csv");
    assertThat(rows).hasSize(49);
    for (Map<String, String> row : rows) {
      int node = tree.keys().id(row.getOrDefault("Indicator", ""));
      for (String level : List.of("Pillar", "Sub-index", "Index")) {
        node = hierarchy.parent(node);
        assertThat(tree.code(node)).isEqualTo(row.get(level));
      }
    }
  }

  @Test
  void directionsParentsAndWeightsAreTheReference() {
    Tree tree = Asem.run(Asem.spec(0, 100)).last().tree();
    Hierarchy hierarchy = tree.hierarchy();
    for (Map<String, String> row : ReferenceFiles.table(Asem.FOLDER + "meta_ind_used.csv")) {
      if ("Group".equals(row.get("Type"))) {
        continue;
      }
      int node = tree.keys().id(row.getOrDefault("iCode", ""));
      assertThat(Double.valueOf(hierarchy.direction(node)))
          .isEqualTo(Double.valueOf(Asem.number(row.get("Direction"))));
      int parent = hierarchy.parent(node);
      String above = row.getOrDefault("Parent", "");
      // Denominators hang nowhere.
      assertThat(parent < 0 ? "" : tree.code(parent)).isEqualTo(above.equals("NA") ? "" : above);
      String denominator = hierarchy.denominator(node);
      assertThat(denominator == null ? "NA" : denominator)
          .isEqualTo("".equals(row.get("Denominator")) ? "NA" : row.get("Denominator"));
    }
    List<Map<String, String>> weights = ReferenceFiles.table(Asem.FOLDER + "weights_original.csv");
    assertThat(weights).hasSize(60);
    for (Map<String, String> row : weights) {
      int node = tree.keys().id(row.getOrDefault("iCode", ""));
      assertThat(hierarchy.weight(node)).isEqualTo(Asem.number(row.get("Weight")));
    }
  }

  @Test
  void nominalScoresAndRanksOfTheUncertaintyAreTheReference() {
    PipelineResult result = Asem.run(Asem.spec(0, 100));
    int index = result.last().tree().keys().id("Index");
    int[] ranks = result.scores().ranks(index, 0);
    for (Map<String, String> row : ReferenceFiles.table("oracle/index/coinr_ua/nominal.csv")) {
      int unit = result.last().units().id(row.getOrDefault("uCode", ""));
      assertThat(result.scores().score(index, unit, 0))
          .isCloseTo(Asem.number(row.get("Score")), within(1e-9));
      assertThat((double) ranks[unit]).isEqualTo(Asem.number(row.get("Rank")));
    }
  }

  /**
   * The panel of five years holds the example in its first: steps that look at a cell or a period
   * alone give the same there, whatever the other years hold.
   */
  @Test
  void theFirstYearOfThePanelIsTheExample() {
    PipelineResult panel = Asem.run(Asem.panel("iData_panel.csv"), Asem.spec(0, 100));
    assertThat(panel.last().periods().count()).isEqualTo(5);
    assertThat(panel.last().units().count()).isEqualTo(51);
    int year = panel.last().periods().id("2018");
    String[] names = {"Denominated", "Imputed", "Screened"};
    for (int step = 0; step < names.length; step++) {
      DataSet data = panel.stages().get(step).data();
      int compared = 0;
      for (Map<String, String> row :
          ReferenceFiles.table(Asem.FOLDER + "dset_" + names[step] + ".csv")) {
        int unit = data.units().id(row.getOrDefault("uCode", ""));
        for (Map.Entry<String, String> cell : row.entrySet()) {
          double expected = cell.getKey().equals("uCode") ? 0 : Asem.number(cell.getValue());
          if (Double.isFinite(expected) && !cell.getKey().equals("uCode")) {
            double value = data.value(data.tree().keys().id(cell.getKey()), unit, year);
            assertThat(value)
                .as(names[step] + row.get("uCode") + cell.getKey())
                .isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
            compared++;
          }
        }
      }
      assertThat(compared).isGreaterThan(2_300);
    }
  }
}
