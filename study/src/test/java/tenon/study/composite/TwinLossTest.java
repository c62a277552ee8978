package tenon.study.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Columns;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.model.Resource;
import tenon.packages.DataPackage;
import tenon.packages.PackageInfo;
import tenon.packages.PackageWriter;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.method.Method;
import tenon.study.page.Table;

/**
 * Expected losses under hazards that a scenario declares, against the closed form of a chain that
 * goes on and off. Firms F1 to F4 have a shop each, without stock, that sells 1 to 4 a day at a
 * margin of 2 and a cost of 1 for each sale lost; shop n fails with probability n / 100 a day and
 * comes back with .25.
 */
class TwinLossTest {
  private static final double BACK = .25;
  private static final int DAYS = 100;

  @TempDir private Path temp = Path.of("");

  private Path chain = Path.of("");

  @BeforeEach
  void write() throws IOException {
    chain = temp.resolve("chain");
    Columns.Builder firms = new Columns.Builder(Resource.FIRMS);
    Columns.Builder regions = new Columns.Builder(Resource.REGIONS);
    Columns.Builder sites = new Columns.Builder(Resource.SITES);
    Columns.Builder demand = new Columns.Builder(Resource.DEMAND);
    Columns.Builder stocks = new Columns.Builder(Resource.STOCKS);
    Columns.Builder products = new Columns.Builder(Resource.PRODUCTS);
    products.row().set("product_id", "chip").set("unit", "piece").set("margin_per_unit", 2);
    regions.row().set("region_id", "R").set("name", "Land").set("name_zh", "地");
    StringBuilder hazards = new StringBuilder("name: cuts\nhorizon_days: " + DAYS + "\nhazards:\n");
    for (int n = 1; n <= 4; n++) {
      firms.row().set("firm_id", "F" + n).set("name", "Firm " + n).set("role", "leading");
      sites.row().set("site_id", "S" + n).set("firm_id", "F" + n).set("region_id", "R");
      sites.set("kind", "store");
      demand.row().set("site_id", "S" + n).set("product_id", "chip").set("mean_per_day", n);
      demand.set("lost_sale_cost", 1);
      stocks.row().set("site_id", "S" + n).set("product_id", "chip").set("on_hand", 0);
      stocks.set("order_up_to", 0);
      hazards.append(
          """
            - {name: cut%d, process: on_off, fail_per_day: 0.0%d, recover_per_day: %s,
               kind: capacity_loss, site: S%d, lost: 1}
          """
              .formatted(n, n, BACK, n));
    }
    Map<Resource, Columns> tables = new EnumMap<>(Resource.class);
    tables.put(Resource.FIRMS, firms.build());
    tables.put(Resource.REGIONS, regions.build());
    tables.put(Resource.SITES, sites.build());
    tables.put(Resource.DEMAND, demand.build());
    tables.put(Resource.STOCKS, stocks.build());
    tables.put(Resource.PRODUCTS, products.build());
    PackageInfo info =
        new PackageInfo("shops", "Shops", "Four.", null, "CNY", true, null, List.of("Invented."));
    PackageWriter.write(new DataPackage(info, tables), chain);
    Files.createDirectories(chain.resolve("scenarios"));
    Files.writeString(chain.resolve("scenarios").resolve("cuts.yaml"), hazards);
    Files.writeString(temp.resolve("h.csv"), "code,parent,direction\nI,,1\na,I,1\n");
    Files.writeString(temp.resolve("t.csv"), "unit,a\nF1,4\nF2,3\nF3,2\nF4,1\n");
  }

  private Loaded<Answer> run(String predicts, String... options) throws IOException {
    return run(2, predicts, options);
  }

  private Loaded<Answer> run(int threads, String predicts, String... options) throws IOException {
    Files.writeString(
        temp.resolve("study.yaml"),
        "hierarchy: h.csv\npackage: chain\nunits: firms\nweights: equal\n" + predicts);
    Method method = IndexStudy.method();
    Map<String, String> given = new HashMap<>();
    given.put("config", temp.resolve("study.yaml").toString());
    for (int i = 0; i < options.length; i += 2) {
      given.put(options[i], options[i + 1]);
    }
    Asked asked =
        new Asked(temp.resolve("t.csv"), method.complete(given), 7, threads, Locale.ENGLISH);
    return method.work().answer(asked, Progress.NONE);
  }

  private static Answer ready(Loaded<Answer> loaded) {
    assertThat(loaded).as(texts(loaded) + "").isInstanceOf(Loaded.Ready.class);
    return ((Loaded.Ready<Answer>) loaded).value();
  }

  private static List<String> texts(Loaded<Answer> loaded) {
    return loaded.findings().stream().map(finding -> finding.text(Locale.ENGLISH)).toList();
  }

  private static double cell(Answer answer, int row, String column) {
    Table table =
        answer.tables().stream()
            .filter(one -> one.file().equals("expected_loss.csv"))
            .findFirst()
            .orElseThrow();
    String text = table.rows().get(row).get(table.header().indexOf(column));
    return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
  }

  /** Off on day t with probability f / (f + r) (1 - (1 - f - r)^(t + 1)); a day off costs 3 n. */
  private static double perYear(int n) {
    double fails = n / 100.0;
    double sum = 0;
    for (int t = 0; t < DAYS; t++) {
      sum += fails / (fails + BACK) * (1 - Math.pow(1 - fails - BACK, t + 1));
    }
    return 3 * n * sum * 365 / DAYS;
  }

  @Test
  void lossesUnderHazardsAreThoseOfTheClosedForm() throws IOException {
    for (String loss : List.of("caused", "arising")) {
      Answer answer =
          ready(
              run("predicts: {twin: {scenario: cuts, replications: 2000, loss: " + loss + "}}\n"));
      for (int n = 1; n <= 4; n++) {
        double mean = cell(answer, n - 1, "expected_loss_per_year");
        double error = (cell(answer, n - 1, "loss_high") - mean) / 1.959963984540054;
        assertThat(mean).as(loss + " F" + n).isCloseTo(perYear(n), within(4 * error));
        assertThat(error / mean).isLessThan(.05);
        assertThat(mean - cell(answer, n - 1, "loss_low"))
            .isCloseTo(1.959963984540054 * error, within(1e-6));
      }
      // The better the score the less is lost: the ranks are opposite.
      assertThat(String.valueOf(answer.document()))
          .contains("simulates the scenario cuts over 100 days in 2,000 replications (seed 7)")
          .contains(loss.equals("caused") ? "nothing happens but" : "all of the scenario happens");
      assertThat(answer.inputs()).anyMatch(file -> file.endsWith("cuts.yaml"));
    }
  }

  @Test
  void theCommandLineNamesAnotherScenario() throws IOException {
    Files.writeString(
        temp.resolve("other.yaml"),
        """
        name: other
        horizon_days: 73
        disruptions:
          - {kind: capacity_loss, site: S2, start_day: 3, duration_days: 5, lost: 1}
        """);
    String other = temp.resolve("other.yaml").toString();
    for (String predicts :
        List.of("", "predicts: {twin: true}\n", "predicts: {twin: {scenario: cuts}}\n")) {
      Answer answer = ready(run(predicts, "scenario", other));
      // Five days of 2 at 3 in 73 days: 30 x 5 a year.
      assertThat(cell(answer, 1, "expected_loss_per_year")).isCloseTo(150, within(1e-9));
      assertThat(cell(answer, 0, "expected_loss_per_year")).isZero();
      assertThat(answer.settings()).containsEntry("scenario", other);
    }
    // A file beside the study file is found too, and measured with the replications asked for.
    Answer beside = ready(run("predicts: {twin: {scenario: other.yaml, replications: 3}}\n"));
    assertThat(cell(beside, 1, "expected_loss_per_year")).isCloseTo(150, within(1e-9));
    assertThat(String.valueOf(beside.document())).contains("in 3 replications");
  }

  @Test
  void theSameAtAnyNumberOfThreads() throws IOException {
    String predicts = "predicts: {twin: {scenario: cuts, replications: 300}}\n";
    Answer one = ready(run(1, predicts));
    Answer two = ready(run(2, predicts));
    assertThat(two.tables()).isEqualTo(one.tables());
    assertThat(two.document()).isEqualTo(one.document());
  }

  @Test
  void faultsOfTheScenarioAreTold() throws IOException {
    assertThat(texts(run("predicts: {twin: {scenario: nowhere}}\n")).getFirst())
        .contains("nowhere");
    assertThat(texts(run("predicts: {twin: {scenario: cuts, loss: felt}}\n")).getFirst())
        .contains("caused, arising");
    assertThat(texts(run("predicts: {twin: {scenario: cuts, replication: 9}}\n")).getFirst())
        .contains("replications");
    assertThat(texts(run("", "scenario", "nowhere")).getFirst()).contains("nowhere");
    Files.writeString(
        chain.resolve("scenarios").resolve("bad.yaml"),
        "name: bad\nhorizon_days: 10\nhazards:\n  - {name: x, process: on_off}\n");
    List<String> bad = texts(run("predicts: {twin: {scenario: bad}}\n"));
    assertThat(bad.getFirst()).contains("cannot be simulated");
    assertThat(bad.subList(1, bad.size())).anyMatch(text -> text.contains("kind"));
  }
}
