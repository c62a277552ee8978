package tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenon.model.Loaded;
import tenon.packages.FlatTable;

class ChokepointsCommandTest {
  private static final Path PACKAGE = Path.of("../examples/yangtze-ic");

  @TempDir private Path folder = Path.of("");

  /** Against a plain walk over the rows of the example, one word at a time. */
  @ParameterizedTest
  @ValueSource(strings = {"technology", "vendor", "jurisdiction"})
  void joinedPointsAgreeWithAPlainWalk(String by) throws IOException {
    Session session = Session.run("economy", "chokepoints", PACKAGE, "--out", folder.resolve("o"));
    assertThat(session.exit()).as(session.err()).isZero();
    FlatTable answer = table(folder.resolve("o/chokepoints_by_" + by + ".csv"));
    FlatTable rows = table(PACKAGE.resolve("dependencies.csv"));
    Map<String, Double> yearly = outputs();
    double all = yearly.values().stream().mapToDouble(Double::doubleValue).sum();
    assertThat(answer.texts(by)).containsExactlyInAnyOrderElementsOf(new TreeSet<>(rows.texts(by)));
    List<String> words = rows.texts(by);
    List<String> essential = rows.texts("essential");
    List<String> sites = rows.texts("site_id");
    double before = Double.POSITIVE_INFINITY;
    for (int at = 0; at < answer.rows(); at++) {
      Set<String> stopped = new TreeSet<>();
      int count = 0;
      for (int row = 0; row < rows.rows(); row++) {
        if (words.get(row).equals(answer.texts(by).get(at))) {
          count++;
          if (!essential.get(row).equals("false")) {
            stopped.add(sites.get(row));
          }
        }
      }
      double lost = stopped.stream().mapToDouble(yearly::get).sum();
      assertThat(answer.numbers("rows")[at]).isEqualTo(count);
      assertThat(List.of(answer.texts("site_ids").get(at).split(" ")))
          .containsExactlyInAnyOrderElementsOf(stopped.isEmpty() ? List.of("") : stopped);
      assertThat(answer.numbers("share_of_output")[at]).isCloseTo(lost / all, within(1e-12));
      assertThat(answer.numbers("share_of_output")[at]).isLessThanOrEqualTo(before);
      before = answer.numbers("share_of_output")[at];
    }
  }

  @Test
  void aSiteThatSeveralTechnologiesStopCountsOnce() throws IOException {
    Session session = Session.run("economy", "chokepoints", PACKAGE, "--out", folder.resolve("o"));
    assertThat(session.out()).contains("Most hangs on the jurisdiction US: 96 sites");
    FlatTable points = table(folder.resolve("o/chokepoints.csv"));
    double sum = 0;
    for (int row = 0; row < points.rows(); row++) {
      sum +=
          points.texts("jurisdiction").get(row).equals("US")
              ? points.numbers("sites_stopped")[row]
              : 0;
    }
    assertThat(sum).isGreaterThan(96);
  }

  /** Output of a firm in equal parts over its sites. */
  private static Map<String, Double> outputs() {
    FlatTable firms = table(PACKAGE.resolve("firms.csv"));
    FlatTable sites = table(PACKAGE.resolve("sites.csv"));
    Map<String, Double> yearly = new HashMap<>();
    for (int site = 0; site < sites.rows(); site++) {
      String firm = sites.texts("firm_id").get(site);
      long together = sites.texts("firm_id").stream().filter(firm::equals).count();
      int at = firms.texts("firm_id").indexOf(firm);
      double known = firms.numbers("output_per_year")[at];
      known = Double.isNaN(known) ? firms.numbers("revenue_per_year")[at] : known;
      yearly.put(
          sites.texts("site_id").get(site), Double.isNaN(known) ? 0 : known / (double) together);
    }
    return yearly;
  }

  private static FlatTable table(Path file) {
    assertThat(Files.exists(file)).as(file.toString()).isTrue();
    if (FlatTable.read(file) instanceof Loaded.Ready<FlatTable>(var table, var _)) {
      return table;
    }
    throw new AssertionError(file);
  }
}
