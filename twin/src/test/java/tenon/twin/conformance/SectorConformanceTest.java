package tenon.twin.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenon.model.Industry;
import tenon.model.IndustryTable;
import tenon.twin.sector.Extraction;
import tenon.twin.sector.ImportDependence;
import tenon.twin.sector.Linkages;
import tenon.twin.sector.SectorModel;
import tenon.twin.sector.SectorShock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Input-output tables and import dependence worked out by hand, every number of them. */
class SectorConformanceTest {
  private static final Offset<Double> CLOSE = within(1e-12);
  private static final Offset<Double> MONEY = within(1e-9);

  /** Three sectors as exact rationals; Miller and Blair 2009, table 2.3. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void linkagesAgree(int nth) {
    JsonNode oracle = read("oracle/index/io/io_cases.json").get(nth);
    double[][] sold = matrix(oracle.get("Z"));
    double[] output = array(oracle.get("x"));
    SectorModel model = SectorModel.of(table(sold, output));
    int n = output.length;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        assertThat(model.input(i, j)).isCloseTo(cell(oracle, "A", i, j), CLOSE);
        assertThat(model.leontief(i, j)).isCloseTo(cell(oracle, "L", i, j), CLOSE);
        assertThat(model.leontief(i, j)).isCloseTo(cell(oracle, "L_exact", i, j), CLOSE);
        assertThat(model.ghosh(i, j)).isCloseTo(cell(oracle, "G", i, j), CLOSE);
        assertThat(model.ghosh(i, j)).isCloseTo(cell(oracle, "G_exact", i, j), CLOSE);
      }
    }
    Linkages ours = Linkages.of(model);
    same(ours.directBackward(), oracle, "direct_backward", CLOSE);
    same(ours.directForward(), oracle, "direct_forward", CLOSE);
    same(ours.totalBackward(), oracle, "total_backward_L_colsum", CLOSE);
    same(ours.totalForward(), oracle, "total_forward_L_rowsum", CLOSE);
    same(ours.totalForwardGhosh(), oracle, "total_forward_Ghosh_rowsum", CLOSE);
    same(ours.powerOfDispersion(), oracle, "power_of_dispersion", CLOSE);
    same(ours.sensitivityLeontief(), oracle, "sensitivity_of_dispersion_L", CLOSE);
    same(ours.sensitivityGhosh(), oracle, "sensitivity_of_dispersion_Ghosh", CLOSE);
    same(ours.variationBackward(), oracle, "cv_backward", CLOSE);
    same(ours.extractionLoss(), oracle, "hyp_extraction_total_output_loss", MONEY);
  }

  @Test
  void aFallOfDemandAndAnExtractionAgree() {
    JsonNode oracle = read("oracle/risk/12_three_level_io.json");
    JsonNode expected = oracle.get("expected");
    double[] output = array(expected.get("x"));
    double[][] sold = matrix(oracle.get("A"));
    for (double[] row : sold) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= output[j];
      }
    }
    SectorModel model = SectorModel.of(table(sold, output));
    double[] used = array(oracle.get("f"));
    assertThat(model.output(used)).containsExactly(output, MONEY);
    double[] v = array(expected.get("v"));
    double added = 0;
    for (int j = 0; j < v.length; j++) {
      assertThat(model.valueAdded(j)).isCloseTo(v[j], MONEY);
      added += model.valueAdded(j) * output[j];
    }
    assertThat(added).isCloseTo(expected.get("VA_total").asDouble(), MONEY);
    assertThat(added).isCloseTo(Arrays.stream(used).sum(), MONEY);
    JsonNode after = expected.get("after_f2_minus_20");
    SectorShock fall = SectorShock.demand(model, new double[] {0, 20, 0});
    same(fall.outputLoss(), after, "dx", MONEY);
    same(rest(output, fall.outputLoss()), after, "x", MONEY);
    assertThat(Arrays.stream(fall.valueAddedLoss()).sum())
        .isCloseTo(after.get("dVA").asDouble(), MONEY);
    JsonNode without = expected.get("HEM_sector2");
    double[] lost = Extraction.loss(model, Extraction.Part.TOTAL, 1);
    same(rest(output, lost), without, "x", MONEY);
    assertThat(Arrays.stream(lost).sum()).isCloseTo(without.get("output_loss").asDouble(), MONEY);
    // A firm's loss passed up as a share of its sector's output: the sector loses just that.
    JsonNode firm = expected.get("firm");
    double share =
        firm.get("share_of_sector2").asDouble()
            * firm.get("loss_fraction").asDouble()
            * (firm.get("weeks").asDouble() / 52);
    SectorShock passed = SectorShock.capacity(model, new double[] {0, share * output[1], 0});
    assertThat(passed.outputLoss()[1]).isCloseTo(firm.get("annual_output_loss").asDouble(), MONEY);
    assertThat(passed.outputLoss()[1] / output[1] * 100)
        .isCloseTo(firm.get("pct_of_sector2").asDouble(), MONEY);
  }

  @Test
  void importDependenceAgrees() {
    int compared = 0;
    for (JsonNode oracle : read("oracle/risk/11_import_concentration.json").get("cases")) {
      if (oracle.has("extra")) {
        double[] extra = array(oracle.get("extra"));
        JsonNode expected = oracle.get("expected");
        ImportDependence ours =
            ImportDependence.of(extra, number(oracle, "intra_EU"), number(oracle, "EU_exports"));
        assertThat(ours.hhi()).isCloseTo(expected.get("HHI").asDouble(), CLOSE);
        if (expected.has("CDI")) {
          same(new double[] {ours.hhi(), ours.cdi2(), ours.cdi3()}, expected, "CDI", CLOSE);
          assertThat(ours.isDependent()).isEqualTo(expected.get("dependent").asBoolean());
        }
        if (expected.has("CR3")) {
          assertThat(ours.cr3()).isCloseTo(expected.get("CR3").asDouble(), CLOSE);
          assertThat(ours.effectiveSuppliers())
              .isCloseTo(expected.get("effective_suppliers").asDouble(), CLOSE);
        }
        if (expected.has("crma_65_breach")) {
          assertThat(ImportDependence.breachesCriticalShare(extra))
              .isEqualTo(expected.get("crma_65_breach").asBoolean());
        }
        compared++;
      } else if (oracle.has("geodep_years")) {
        List<double[]> years = new ArrayList<>();
        oracle.get("geodep_years").forEach(year -> years.add(array(year)));
        assertThat(ImportDependence.dependsByYears(years))
            .isEqualTo(oracle.get("expected_dependent").asBoolean());
        compared++;
      }
    }
    assertThat(compared).isEqualTo(5);
  }

  /** The file's boundary: a concentration of exactly 0.4 is not above 0.4. */
  @Test
  void concentrationOfExactlyTheBarIsNotDependence() {
    assertThat(new ImportDependence(3, 0.4, 1, 0.9, 2).isDependent()).isFalse();
    assertThat(new ImportDependence(3, Math.nextUp(0.4), 1, 0.9, 2).isDependent()).isTrue();
  }

  private static JsonNode read(String file) {
    return JsonMapper.shared().readTree(String.join("\n", SharedFiles.lines(file)));
  }

  private static double number(JsonNode from, String name) {
    return from.has(name) ? from.get(name).asDouble() : Double.NaN;
  }

  private static double[] rest(double[] all, double[] lost) {
    return IntStream.range(0, all.length).mapToDouble(i -> all[i] - lost[i]).toArray();
  }

  private static void same(double[] ours, JsonNode oracle, String name, Offset<Double> within) {
    assertThat(ours).as(name).containsExactly(array(oracle.get(name)), within);
  }

  private static double cell(JsonNode oracle, String name, int row, int column) {
    return value(oracle.get(name).get(row).get(column));
  }

  /** A number, or a quotient as text. */
  private static double value(JsonNode node) {
    String[] parts = node.asString().split("/", -1);
    double first = Double.parseDouble(parts[0]);
    return parts.length == 1 ? first : first / Double.parseDouble(parts[1]);
  }

  private static double[] array(JsonNode list) {
    return list.valueStream().mapToDouble(SectorConformanceTest::value).toArray();
  }

  private static double[][] matrix(JsonNode rows) {
    return rows.valueStream().map(SectorConformanceTest::array).toArray(double[][]::new);
  }

  /** A table that balances: final use is what industries leave. */
  private static IndustryTable table(double[][] sold, double[] output) {
    List<Industry> names =
        IntStream.range(0, output.length).mapToObj(i -> new Industry("", "s" + i)).toList();
    double[][] used = new double[output.length][1];
    for (int i = 0; i < output.length; i++) {
      used[i][0] = output[i] - Arrays.stream(sold[i]).sum();
    }
    return IndustryTable.of(names, sold, List.of(new Industry("", "use")), used, output);
  }
}
