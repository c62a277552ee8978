package tenon.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenon.cli.Session;

/**
 * Results of published programs, asked for on the command line; skipped where they are not here.
 */
class OracleCommandTest {
  private static final int LONG_STEPS = 37_000;

  @TempDir private Path folder = Path.of("");

  private static Path oracle(String name) {
    return OracleFiles.file("twin/" + name);
  }

  @ParameterizedTest
  @CsvSource({
    "5, none, 0.01", "5, none, 1e-10", "5, sector, 0.01", "5, sector, 1e-10",
    "20, none, 0.01", "20, none, 1e-10", "20, sector, 0.01", "20, sector, 1e-10",
    "200, none, 0.01", "200, none, 1e-10", "200, sector, 0.01", "200, sector, 1e-10"
  })
  void everyClosureAgrees(int firms, String market, String eps) throws IOException {
    String name = "esri/firms" + firms;
    Path out = folder.resolve("esri.csv");
    Session session =
        Session.run(
            "cascade",
            "--firms",
            oracle(name + "_firms.csv"),
            "--edges",
            oracle(name + "_edges.csv"),
            "--essential",
            oracle(name + "_essential.csv"),
            "--replaceability",
            market,
            "--eps",
            eps,
            "--out",
            out);
    assertThat(session.exit()).as(session.err()).isZero();
    List<String> ours = Files.readAllLines(out);
    List<String> theirs =
        Files.readAllLines(oracle(name + "_esri_market-" + market + "_eps" + eps + ".csv"));
    assertThat(ours).hasSize(firms + 1).startsWith("firm,esri,esri_down,esri_up,steps");
    List<String> columns =
        List.of(theirs.getFirst().replace("\"", "").toLowerCase(Locale.ROOT).split(",", -1));
    for (int row = 1; row <= firms; row++) {
      String[] mine = ours.get(row).split(",", -1);
      String[] expected = theirs.get(row).split(",", -1);
      double steps = Double.parseDouble(expected[columns.indexOf("steps")]);
      double tolerance = steps > LONG_STEPS ? 1e-6 : 1e-12;
      for (String column : List.of("esri", "esri_down", "esri_up")) {
        int at = List.of("firm", "esri", "esri_down", "esri_up").indexOf(column);
        assertThat(Double.parseDouble(mine[at]))
            .as("%s of row %d", column, row)
            .isCloseTo(Double.parseDouble(expected[columns.indexOf(column)]), within(tolerance));
      }
      assertThat(Double.parseDouble(mine[4])).isEqualTo(steps);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "recovery_50M, true, 1e-9", "recovery_50000M, true, 1e-9", "rebuild_50M, true, 1e-9",
    "rebuild_50000M, true, 1e-9", "recovery_50000M, false, 1e-8", "rebuild_50000M, false, 1e-8"
  })
  void everyDayAgrees(String run, boolean compatible, double tolerance) throws IOException {
    Path out = folder.resolve("ario");
    Session session =
        Session.run(
            "economy",
            "ario",
            "--z",
            oracle("ario/agg3x5_Z.csv"),
            "--y",
            oracle("ario/agg3x5_Y.csv"),
            "--x",
            oracle("ario/agg3x5_x.csv"),
            "--event",
            oracle("ario/agg3x5_" + run + ".json"),
            compatible ? "--compatible" : "--quiet",
            "--out",
            out);
    assertThat(session.exit()).as(session.err()).isZero();
    for (String table : List.of("production.csv", "capacity.csv", "unmet_final_demand.csv")) {
      List<String> ours = Files.readAllLines(out.resolve(table));
      List<String> theirs = Files.readAllLines(oracle("ario/agg3x5_" + run + "_" + table));
      assertThat(ours).hasSameSizeAs(theirs);
      assertThat(ours.subList(0, 3)).isEqualTo(theirs.subList(0, 3));
      double absolute = table.startsWith("unmet") ? 1e-7 : 0;
      for (int row = 3; row < ours.size(); row++) {
        String[] mine = ours.get(row).split(",", -1);
        String[] expected = theirs.get(row).split(",", -1);
        for (int at = 0; at < mine.length; at++) {
          double value = Double.parseDouble(expected[at]);
          assertThat(Double.parseDouble(mine[at]))
              .as("%s %s:%d", run, table, row)
              .isCloseTo(value, within(absolute + tolerance * Math.abs(value)));
        }
      }
    }
  }
}
