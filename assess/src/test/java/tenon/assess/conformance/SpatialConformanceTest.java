package tenon.assess.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tenon.assess.spatial.Durbin;
import tenon.assess.spatial.LocalMoran;
import tenon.assess.spatial.Moran;
import tenon.assess.spatial.SpatialWeights;
import tools.jackson.databind.JsonNode;

class SpatialConformanceTest {
  private static final String FOLDER = "oracle/index/spatial/";

  private static double[] column(String name) {
    return ReferenceFiles.table(FOLDER + "columbus.csv").stream()
        .mapToDouble(row -> Asem.number(row.get(name)))
        .toArray();
  }

  private static SpatialWeights binary() {
    List<Map<String, String>> edges =
        ReferenceFiles.table(FOLDER + "columbus_col_gal_nb_edges.csv");
    int[][] pairs =
        edges.stream()
            .map(e -> new int[] {at(e.getOrDefault("i", "")), at(e.getOrDefault("j", ""))})
            .toArray(int[][]::new);
    return SpatialWeights.contiguity(49, pairs);
  }

  private static int at(String number) {
    return Integer.parseInt(number) - 1;
  }

  @Test
  void crimeInColumbusHasTheReferenceAutocorrelation() {
    JsonNode expected = ReferenceFiles.json(FOLDER + "columbus_moran.json");
    double[] crime = column("CRIME");
    SpatialWeights rows = binary().rowStandardised();
    same(
        Moran.of(crime, rows, Moran.Assumption.RANDOMISATION),
        expected.get("row_std_moran_randomisation"));
    same(
        Moran.of(crime, rows, Moran.Assumption.NORMALITY), expected.get("row_std_moran_normality"));
    same(
        Moran.of(crime, binary(), Moran.Assumption.RANDOMISATION),
        expected.get("binary_moran_randomisation"));
    same(Moran.geary(crime, rows), expected.get("row_std_geary"));
  }

  private static void same(Moran moran, JsonNode expected) {
    close(moran.statistic(), expected.get("statistic"));
    close(moran.expectation(), expected.get("expectation"));
    close(moran.variance(), expected.get("variance"));
    close(moran.z(), expected.get("z"));
    assertThat(moran.p() / expected.get("p").asDouble()).isCloseTo(1, within(1e-9));
  }

  @Test
  void everyDistrictHasTheReferencePart() {
    JsonNode expected = ReferenceFiles.json(FOLDER + "columbus_moran.json").get("local_moran");
    List<LocalMoran> all = LocalMoran.of(column("CRIME"), binary().rowStandardised(), 0, 1);
    assertThat(all).hasSize(expected.size());
    for (int i = 0; i < all.size(); i++) {
      close(all.get(i).statistic(), expected.get(i).get("Ii"));
      close(all.get(i).expectation(), expected.get(i).get("EIi"));
      close(all.get(i).variance(), expected.get(i).get("VarIi"));
      close(all.get(i).z(), expected.get(i).get("z"));
      close(all.get(i).p(), expected.get(i).get("p"));
    }
  }

  private static void close(double value, JsonNode expected) {
    assertThat(value).isCloseTo(expected.asDouble(), within(1e-9));
  }

  /**
   * Expected numbers by another program: SciPy 1.17 (minimize_scalar on the concentrated
   * likelihood, numpy's slogdet and inverse), which finds rho to about 1e-6.
   */
  @Test
  void durbinModelOfCrimeIsThatOfAnotherProgram() {
    double[][] x = {column("INC"), column("HOVAL")};
    Durbin durbin =
        Objects.requireNonNull(
            Durbin.acrossUnits(
                column("CRIME"), x, List.of("INC", "HOVAL"), binary().rowStandardised()));
    double[] values = {.38250626, 45.59289099, -.93908796, -.29960542, -.61837485, .2666146};
    double[] errors = {.16237482, 13.12867904, .33822927, .0908434, .57705244, .18397103};
    for (int k = 0; k < values.length; k++) {
      String name = durbin.terms().get(k).name();
      assertThat(durbin.terms().get(k).value()).as(name).isCloseTo(values[k], within(1e-5));
      assertThat(durbin.terms().get(k).standardError()).as(name).isCloseTo(errors[k], within(1e-5));
    }
    assertThat(durbin.logLikelihood()).isCloseTo(-182.01611644350277, within(1e-9));
    assertThat(durbin.sigmaSquared()).isCloseTo(95.0505671678843, within(1e-4));
    Durbin.Effect income = durbin.effects().getFirst();
    assertThat(income.direct()).isCloseTo(-1.041807968779709, within(1e-6));
    assertThat(income.indirect()).isCloseTo(-1.4804245928155344, within(1e-5));
    assertThat(durbin.effects().get(1).total()).isCloseTo(-.05342696848420002, within(1e-6));
  }
}
