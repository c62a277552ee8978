package tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies by file over small panels: 30 units, 8 years, 8 treated from 2005 on. */
class PolicyCommandTest {
  private static final String CONFIG =
      """
      unit: id
      period: year
      treatment: did
      outcome: y
      controls: [x]
      cluster: [CLUSTER]
      event_study: {reference: -1}
      placebo: {draws: 20, kinds: [units, mixed]}
      alternatives: {estimators: [bacon, cs, imputation], draws: 19}
      case:
        case_id: a-policy
        title: A policy
        chains: [all]
        region: CN
        cause: subsidy
        from: 2005-01-01
        evidence: here
      """;

  @TempDir private Path folder = Path.of("");

  private interface Treatment {
    int of(int unit, int year);
  }

  private static int usual(int unit, int year) {
    return unit < 8 && year >= 2005 ? 1 : 0;
  }

  private static String panel(Treatment treatment) {
    Random random = new Random(4);
    StringBuilder csv = new StringBuilder("id,year,did,x,g,y\n");
    for (int unit = 0; unit < 30; unit++) {
      for (int year = 2001; year <= 2008; year++) {
        int did = treatment.of(unit, year);
        double x = random.nextGaussian();
        double y = unit * .1 + year % 7 + x + did + .3 * random.nextGaussian();
        csv.append("u").append(unit).append(',').append(year).append(',').append(did);
        csv.append(',').append(x).append(",1,").append(y).append('\n');
      }
    }
    return csv.toString();
  }

  private Session run(String panel, String config, Object... more) throws IOException {
    Path file = Files.writeString(folder.resolve("panel.csv"), panel);
    Path yaml = Files.writeString(folder.resolve("study.yaml"), config);
    Object[] all = new Object[more.length + 5];
    Object[] first = {"evaluate", "study", file, "--config", yaml};
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return Session.run(all);
  }

  private static String byUnit() {
    return CONFIG.replace("CLUSTER", "id");
  }

  @Test
  void aStudyLeavesReportTablesAndACaseThatALibraryTakes() throws IOException {
    Path out = folder.resolve("out");
    Session session =
        run(
            panel(PolicyCommandTest::usual),
            byUnit(),
            "--out",
            out,
            "--format",
            "html,latex,docx,xlsx,txt");
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(out.resolve("report.docx")).exists();
    assertThat(Files.readString(out.resolve("report.txt")))
        .contains("Standard errors clustered by id (clusters: 30)");
    Session added =
        Session.run(
            "cases", "add", out.resolve("case.yaml"), "--library", folder.resolve("library"));
    assertThat(added.exit()).as(added.err()).isZero();
  }

  @Test
  void theSameStudyHasTheSameBytesAtAnyNumberOfThreads() throws IOException {
    String csv = panel(PolicyCommandTest::usual);
    run(csv, byUnit(), "--out", folder.resolve("one"), "--threads", "1");
    run(csv, byUnit(), "--out", folder.resolve("two"), "--threads", "2");
    for (String name : new String[] {"report.html", "estimates.csv", "result.json"}) {
      assertThat(folder.resolve("one").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("two").resolve(name));
    }
  }

  @Test
  void noVariationOfTheTreatmentIsRefused() throws IOException {
    assertThat(run(panel((_, _) -> 0), byUnit()).exit()).isEqualTo(ExitCode.WRONG_INPUT);
    Session all = run(panel((_, _) -> 1), byUnit());
    assertThat(all.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(all.err()).contains("there is no effect to estimate");
  }

  @Test
  void unitsAlwaysTreatedAreNamedAndTheRestIsEstimated() throws IOException {
    Session session = run(panel((u, t) -> u < 2 ? 1 : usual(u, t)), byUnit(), "--json", "-");
    assertThat(session.exit()).isZero();
    assertThat(session.err()).contains("\"u0\" is treated from its first period on");
    assertThat(session.out()).doesNotContain("NaN");
  }

  @Test
  void aTreatmentThatSwitchesOffIsToldWithUnitAndPeriod() throws IOException {
    Session session = run(panel((u, t) -> t == 2008 ? 0 : usual(u, t)), byUnit(), "--json", "-");
    assertThat(session.exit()).isZero();
    assertThat(session.err()).contains("\"u3\" is not treated in period 2008");
    assertThat(session.out()).doesNotContain("NaN");
  }

  @Test
  void oneClusterIsRefused() throws IOException {
    Session session =
        run(panel(PolicyCommandTest::usual), CONFIG.replace("CLUSTER", "g"), "--json", "-");
    assertThat(session.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(session.err()).contains("there is a single group");
  }

  @Test
  void gapsAreToldAndWhatNeedsABalancedPanelIsLeftOut() throws IOException {
    String csv =
        panel(PolicyCommandTest::usual)
            .lines()
            .filter(line -> !line.startsWith("u7,2003") && !line.startsWith("u20,2006"))
            .reduce("", (a, b) -> a + b + "\n");
    Session session = run(csv, byUnit(), "--json", "-");
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(session.err())
        .contains("2 units have gaps")
        .contains("the panel is unbalanced")
        .contains("Goodman-Bacon could not be done");
    assertThat(session.out()).doesNotContain("NaN");
  }

  @Test
  void infiniteValuesAndDuplicatedCellsAreRefusedTogether() throws IOException {
    String csv = panel(PolicyCommandTest::usual);
    String bad = csv.replaceFirst("(u1,2002,0,[^,]*,1,).*", "$1Inf") + "u5,2004,0,1,1,2\n";
    Session session = run(bad, byUnit());
    assertThat(session.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(session.err()).contains("is infinite").contains("has period 2004 twice");
  }

  @Test
  void unknownKeysAndColumnsOfTheStudyFileAreToldAllAtOnce() throws IOException {
    String wrong =
        byUnit()
            .replace("controls: [x]", "controls: [x, z]")
            .replace("reference", "refrence")
            .replace("bacon", "beacon");
    Session session = run(panel(PolicyCommandTest::usual), wrong);
    assertThat(session.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(session.err()).contains("\"z\"").contains("reference").contains("beacon");
    Session chinese = run(panel(PolicyCommandTest::usual), wrong, "--lang", "zh");
    assertThat(chinese.err()).contains("面板中没有");
  }

  private void chain() throws IOException {
    Files.writeString(
        folder.resolve("levers.yaml"),
        """
        scenarios:
          - {scenario: outage-of-C, per_year: 0.5}
        levers:
          - id: buffer
            title: A buffer at C
            pillar: operations
            cost_per_year: 10
            changes:
              - {do: stock, site: C, product: q, units: 100}
        """);
    Files.writeString(
        folder.resolve("outage.yaml"),
        """
        name: outage-of-C
        horizon_days: 60
        disruptions:
          - {kind: capacity_loss, site: C, lost: 1, start_day: 5, duration_days: 20}
        """);
  }

  @Test
  void theSamePolicyAsLeversStandsBesideTheEffect() throws IOException {
    chain();
    String package_ = Path.of("..", "examples", "three-tier").toAbsolutePath().toString();
    String config =
        byUnit()
            + "counterfactual: {package: \"%s\", levers: levers.yaml, scenarios: [\"%s\"],"
                .formatted(package_, folder.resolve("outage.yaml"))
            + " draws: 5}\n";
    Path out = folder.resolve("out");
    Session study = run(panel(PolicyCommandTest::usual), config, "--out", out);
    assertThat(study.exit()).as(study.err()).isZero();
    String result = Files.readString(out.resolve("result.json"));
    assertThat(result).contains("\"counterfactual\"", "\"loss_without\"", "\"reading\"");
    assertThat(Files.readString(out.resolve("report.html"))).contains("Beside the twin");
    Path alone = folder.resolve("alone");
    Session command =
        Session.run(
            "evaluate",
            "counterfactual",
            folder.resolve("panel.csv"),
            "--formula",
            "y ~ did + x | id + year",
            "--treat",
            "did",
            "--package",
            package_,
            "--levers",
            folder.resolve("levers.yaml"),
            "--scenarios",
            folder.resolve("outage.yaml"),
            "--reps",
            "5",
            "--lang",
            "zh",
            "--out",
            alone);
    assertThat(command.exit()).as(command.err()).isZero();
    assertThat(Files.readAllLines(alone.resolve("counterfactual.csv")))
        .isEqualTo(Files.readAllLines(out.resolve("counterfactual.csv")))
        .hasSize(6);
    assertThat(Files.readString(alone.resolve("report.html"))).contains("与孪生体对照");
  }

  @Test
  void whatTheTwinCannotAnswerIsRefused() throws IOException {
    chain();
    Files.writeString(folder.resolve("panel.csv"), panel(PolicyCommandTest::usual));
    Session session =
        Session.run(
            "evaluate",
            "counterfactual",
            folder.resolve("panel.csv"),
            "--formula",
            "y ~ did + x | id + year",
            "--treat",
            "policy",
            "--package",
            Path.of("..", "examples", "three-tier"),
            "--levers",
            folder.resolve("levers.yaml"),
            "--scenarios",
            folder.resolve("outage.yaml"));
    assertThat(session.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(session.err()).contains("\"policy\" is no coefficient").contains("did");
  }

  @Test
  void aPeriodTwiceIsRefusedWhereverUnitAndPeriodAreNamed() throws IOException {
    Path twice = folder.resolve("twice.csv");
    Files.writeString(
        twice, "id,year,d,y,x\na,1,0,1,1\na,2,1,2,2\na,2,1,3,1\nb,1,0,1,3\nb,2,0,1,1\n");
    for (String words :
        List.of(
            "did --formula y~d|id+year --id id --time year",
            "next-pilots --y y --treat d --id id --time year --conditions x",
            "ddd --y y --treat d --id id --time year --group x --affected 1",
            "lsdv --y y --id id --time year")) {
      List<Object> arguments = new ArrayList<>(List.of("evaluate"));
      arguments.addAll(List.of(words.split(" ", -1)));
      arguments.add(twice);
      Session session = Session.run(arguments.toArray());
      assertThat(session.exit()).as(words).isEqualTo(ExitCode.WRONG_INPUT);
      assertThat(session.err()).as(words).contains("twice.csv:4 [id] \"a\" has period 2 twice");
    }
  }

  @Test
  void aBlankTreatmentIsToldAsBlank() throws IOException {
    String csv = panel(PolicyCommandTest::usual).replace("u3,2004,0,", "u3,2004,,");
    Session session = run(csv, byUnit());
    assertThat(session.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(session.err())
        .contains("is blank in 1 row of u3, first here: whether a unit was treated must be known")
        .doesNotContain("NaN");
  }

  @Test
  void ofManyUnitsLeftOutTenAreShownAndTheRestStandInAFile() throws IOException {
    StringBuilder csv = new StringBuilder();
    for (String line : panel(PolicyCommandTest::usual).split("\n", -1)) {
      String[] cells = line.split(",", -1);
      boolean gap = cells[0].matches("u1[5-9]|u2[0-7]") && cells[1].compareTo("2005") < 0;
      csv.append(gap ? line.substring(0, line.lastIndexOf(',') + 1) : line).append('\n');
    }
    Path out = folder.resolve("out");
    Session session =
        run(
            csv.toString().stripTrailing() + "\n",
            byUnit() + "prepare: {exclude: {columns: [y], longest_gap: 3}}\n",
            "--out",
            out,
            "--format",
            "txt");
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(Files.readString(out.resolve("report.txt")))
        .contains("and 3 more (units_left_out.csv)");
    assertThat(Files.readAllLines(out.resolve("units_left_out.csv"))).hasSize(14);
  }

  @Test
  void aListMayBeGivenWithCommasOrByTheOptionSeveralTimes() throws IOException {
    Path panel = Files.writeString(folder.resolve("panel.csv"), panel(PolicyCommandTest::usual));
    Object[] words = {"evaluate", "did", panel, "--formula", "y ~ did | id + year", "--json", "-"};
    String commas = Session.run(with(words, "--cluster", "id,year")).out();
    assertThat(commas).contains("clustered by id and year");
    assertThat(Session.run(with(words, "--cluster", "id", "--cluster", "year")).out())
        .isEqualTo(commas);
    assertThat(Session.run(with(words, "--cluster", "id")).out()).isNotEqualTo(commas);
  }

  @Test
  void aColumnThatIsNotThereIsNamedWhereverItStands() throws IOException {
    Path panel = Files.writeString(folder.resolve("panel.csv"), panel(PolicyCommandTest::usual));
    Object[] words = {"evaluate", "mediation", panel, "--y", "y", "--treat", "did"};
    Session wrong = Session.run(with(words, "--mediator", "x", "--fe", "no such,id^8"));
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err())
        .contains("\"no such\" is no column of the panel")
        .contains("\"8\" is no column of the panel");
    Session empty = Session.run(with(words, "--mediator", "x", "--fe", "id", "--y", ""));
    assertThat(empty.exit()).isEqualTo(2);
    assertThat(empty.err()).contains("--y");
    assertThat(
            Session.run(with(words, "--mediator", "x", "--fe", "id,year", "--cluster", "id"))
                .exit())
        .isZero();
  }

  @Test
  void aNumberTooLargeToSquareIsToldAtItsLine() throws IOException {
    String csv = panel(PolicyCommandTest::usual);
    int end = csv.indexOf('\n', csv.indexOf('\n') + 1);
    Path panel =
        Files.writeString(
            folder.resolve("panel.csv"),
            csv.substring(0, csv.lastIndexOf(',', end)) + ",1e308" + csv.substring(end));
    Session run = Session.run("evaluate", "did", panel, "--formula", "y ~ did | id + year");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("panel.csv:2 [y]").contains("beyond 1e100");
  }

  private static Object[] with(Object[] words, Object... more) {
    return Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray();
  }
}
