package tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Loaded;
import tenon.packages.DataPackage;
import tenon.packages.PackageReader;
import tenon.packages.PackageWriter;
import tenon.packages.TableFormat;

class CommandLineTest {

  private static final Path THREE_TIER = Path.of("..", "examples", "three-tier");

  @TempDir private Path scratch = Path.of("");

  @Test
  void withoutACommandTheCommandsAreListed() {
    Session session = Session.run();
    assertThat(session.exit()).isZero();
    assertThat(session.out())
        .contains("demo", "check", "import", "assess", "exposure", "simulate", "plan", "report");
  }

  @Test
  void theVersionIsOneLine() {
    Session session = Session.run("--version");
    assertThat(session.exit()).isZero();
    assertThat(session.out()).matches("tenon \\d+\\.\\d+\\.\\d+\\S*\n");
  }

  @Test
  void helpSpeaksTheLanguageAskedFor() {
    assertThat(Session.run("exposure", "--help", "--lang", "zh").out()).contains("恢复时间");
    assertThat(Session.run("exposure", "--help").out()).contains("Days to recover");
  }

  @Test
  void anUnknownOptionIsWrongInput() {
    Session session = Session.run("check", "--no-such-option", THREE_TIER);
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err()).contains("--no-such-option");
  }

  @Test
  void whatIsWrongWithTheWordsIsSaidInBothLanguages() {
    assertThat(Session.run("exposure", THREE_TIER, "--sed", 1, "--out", "x").err())
        .isEqualTo(
            """
            There is no option --sed here.
            Did you mean --seed?
            tenon exposure --help tells all options.
            """);
    assertThat(Session.run("exposure", THREE_TIER, "--seed", "1.5", "--out", "x").err())
        .startsWith("--seed cannot be \"1.5\". Write a whole number, for example 7.\n");
    assertThat(Session.run("exposure", THREE_TIER, "--lang", "fr", "--out", "x").err())
        .startsWith("--lang cannot be \"fr\". Write one of en, zh.\n");
    assertThat(Session.run("exposure", THREE_TIER, "--seed").err())
        .startsWith("--seed stands without its value.");
    assertThat(Session.run("exposure", "--out", "x").err()).startsWith("Missing: PACKAGE.\n");
    assertThat(Session.run("exposure", THREE_TIER).err()).startsWith("Missing: --out=PATH.\n");
    assertThat(Session.run("exposure", THREE_TIER, "and", "more", "--out", "x").err())
        .startsWith("\"and more\" is one word too many.");
    assertThat(Session.run("exposure", THREE_TIER, "--seed=1", "--seed=2", "--out", "x").err())
        .startsWith("--seed is given twice.");
    assertThat(Session.run("import", "scms", "f.csv", "--until", "June", "--out", "x").err())
        .startsWith("--until cannot be \"June\". Write a day, for example 2026-11-26.\n");
    assertThat(Session.run("exposure", THREE_TIER, "--seed", "a", "--lang", "zh").err())
        .startsWith("--seed 不能是“a”。请填写整数，例如 7。\n")
        .endsWith("tenon exposure --help 列出全部选项。\n");
  }

  @Test
  void noThreadsAreWrongInput() {
    Session session =
        Session.run("exposure", THREE_TIER, "--threads", 0, "--out", scratch.resolve("out"));
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err()).contains("Write 1 or more");
  }

  @Test
  void aSoundPackageEndsWithZero() {
    Session session = Session.run("check", THREE_TIER);
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(session.out()).contains("sound");
  }

  @Test
  void aMissingPackageIsWrongInputAndNoTrace() {
    Session session = Session.run("check", scratch.resolve("nowhere"));
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err()).contains("nowhere").doesNotContain("Exception", "\tat ");
  }

  @Test
  void aBrokenPackageNamesFileLineColumnValueAndMend() throws IOException {
    Path broken = copyOf(THREE_TIER);
    Path sites = broken.resolve("sites.csv");
    Files.writeString(
        sites, Files.readString(sites).replaceFirst("(?m)^(A,[^,]*),[^,]*", "$1,nowhere-land"));

    Session session = Session.run("check", broken);

    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err())
        .contains("error: sites.csv:2 [region_id] \"nowhere-land\"")
        .contains("regions");
  }

  @Test
  void jsonOnStandardOutputIsAllThatStandsThere() throws IOException {
    Session session = Session.run("check", THREE_TIER, "--json", "-");
    assertThat(session.exit()).isZero();
    assertThat(session.out()).startsWith("{").endsWith("}\n").contains("\"sound\" : true");
  }

  @Test
  void anExposureStudyLeavesItsResultAndNamesTheReport() throws IOException {
    Path out = scratch.resolve("result");
    Session session = Session.run("exposure", THREE_TIER, "--out", out);

    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(session.out()).contains(out.resolve("report.html").toString());
    assertThat(out.resolve("manifest.json")).exists();
    assertThat(Files.readAllLines(out.resolve("exposure.csv")).getFirst())
        .isEqualTo("site_id,ttr_days,lost_margin,tts_days,priority,interval");
  }

  @Test
  void aTargetThatCannotBeWrittenIsToldWithTheMendAndUnderItsOwnName() throws IOException {
    Path file = Files.writeString(scratch.resolve("file"), "x");
    String name = "n".repeat(300);
    for (String command : List.of("exposure", "report", "ask")) {
      Session below = Session.run(command, THREE_TIER, "--out", file.resolve("out"));
      assertThat(below.exit()).as(below.err()).isEqualTo(2);
      assertThat(below.err())
          .contains(file.resolve("out").toString(), "is a file, not a directory");
      Session tooLong = Session.run(command, THREE_TIER, "--out", scratch.resolve(name));
      assertThat(tooLong.err()).contains("longer than this system takes").doesNotContain(name);
      Session chinese =
          Session.run(command, THREE_TIER, "--out", file.resolve("out"), "--lang", "zh");
      assertThat(chinese.err()).contains("是文件，不是目录");
    }
    assertThat(file).hasContent("x");
  }

  @Test
  void aNameThatEndsInCsvAsksForThatTableAlone() throws IOException {
    Path out = scratch.resolve("exposure.csv");
    Session session = Session.run("exposure", THREE_TIER, "--out", out, "--quiet");

    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(session.out()).isEmpty();
    try (var files = Files.list(scratch)) {
      assertThat(files).containsExactly(out);
    }
  }

  @Test
  void aPackageOfParquetGivesTheSameTables() throws IOException {
    Path parquet = scratch.resolve("parquet");
    switch (PackageReader.read(THREE_TIER)) {
      case Loaded.Ready<DataPackage> ready ->
          PackageWriter.write(ready.value(), parquet, TableFormat.PARQUET);
      case Loaded.Rejected<DataPackage> rejected ->
          throw new AssertionError(rejected.findings().toString());
    }
    Path fromCsv = scratch.resolve("from-csv");
    Path fromParquet = scratch.resolve("from-parquet");

    assertThat(Session.run("check", parquet).exit()).isZero();
    assertThat(Session.run("exposure", THREE_TIER, "--out", fromCsv).exit()).isZero();
    assertThat(Session.run("exposure", parquet, "--out", fromParquet).exit()).isZero();

    for (String table : List.of("exposure.csv", "losses.csv", "single_sources.csv")) {
      assertThat(fromParquet.resolve(table)).hasSameTextualContentAs(fromCsv.resolve(table));
    }
    assertThat(Files.readString(fromParquet.resolve("manifest.json"))).contains("sites.parquet");
  }

  @Test
  void anUnknownSiteIsRefusedAndNothingIsWritten() {
    Path out = scratch.resolve("result");
    Session session = Session.run("exposure", THREE_TIER, "--site", "AA", "--out", out);
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err()).contains("AA");
    assertThat(out).doesNotExist();
  }

  @Test
  void anImportOfTheWrongFileIsRefusedAndNothingIsWritten() throws IOException {
    Path file = Files.writeString(scratch.resolve("wrong.csv"), "a,b\n1,2\n");
    Path out = scratch.resolve("package");
    Session session = Session.run("import", "scms", file, "--out", out);
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err()).contains("wrong.csv").contains("Scheduled Delivery Date");
    assertThat(out).doesNotExist();
  }

  @Test
  void aMultiEchelonChainIsImportedAndItsPackageIsSound() throws IOException {
    Path stages =
        Files.writeString(
            scratch.resolve("two_stages.csv"),
            """
            Stage Name,stageCost,stageClassification,avgDemand,stdDevDemand,maxServiceTime,\
            serviceLevel,stageTime,stdDev stageTime
            Mill,3,Manuf,,,,,2,
            Shop,1,Retail,10,4,0,0.95,1,
            """);
    Path arcs =
        Files.writeString(
            scratch.resolve("two_arcs.csv"), "sourceStage,destinationStage\nMill,Shop\n");
    Path out = scratch.resolve("package");

    Session session = Session.run("import", "willems", stages, arcs, "--out", out);

    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(session.out()).contains("Assumptions made:", "2 rows in sites", "1 row in sourcing");
    assertThat(Session.run("check", out).exit()).isZero();
    Path other = scratch.resolve("other");
    String told =
        Session.run("import", "willems", stages, arcs, "--out", other, "--lang", "zh").out();
    assertThat(told.lines().filter(line -> line.startsWith("- ")))
        .hasSizeGreaterThan(5)
        .allMatch(line -> line.codePoints().anyMatch(Character::isIdeographic))
        .noneMatch(line -> line.contains(" the "));
    assertThat(session.out().codePoints()).noneMatch(Character::isIdeographic);
    for (String file : List.of("datapackage.json", "sites.csv")) {
      assertThat(other.resolve(file)).hasSameBinaryContentAs(out.resolve(file));
    }
  }

  @Test
  void aMultiEchelonChainWithAFaultIsRefusedAndNothingIsWritten() throws IOException {
    Path file = Files.writeString(scratch.resolve("stages.csv"), "a,b\n1,2\n");
    Path out = scratch.resolve("package");
    Session session = Session.run("import", "willems", file, file, "--out", out);
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err()).contains("stages.csv:1 [stageCost]", "stages.csv:1 [sourceStage]");
    assertThat(out).doesNotExist();
  }

  @Test
  void aValueThatDoesNotFitASettingIsWrongInputInTheLanguageAskedFor() {
    Session english = Session.run("exposure", THREE_TIER, "--probability", "2", "--out", scratch);
    assertThat(english.exit()).isEqualTo(2);
    assertThat(english.err())
        .startsWith("--probability cannot be \"2\". Write a number from 0 to 1.\n");
    Session chinese =
        Session.run("plan", THREE_TIER, "--most-periods", "0", "--lang", "zh", "--out", scratch);
    assertThat(chinese.err()).startsWith("--most-periods 不能是“0”。请填写 1 至 400 之间的整数。\n");
    assertThat(refusal("simulate", THREE_TIER, "--until-width", "0"))
        .isEqualTo("--until-width cannot be \"0\". Write a number above 0.");
    assertThat(refusal("simulate", THREE_TIER, "--until-width", "0", "--lang", "zh"))
        .isEqualTo("--until-width 不能是“0”。请填写大于 0 的数。");
    assertThat(refusal("simulate", THREE_TIER, "--response", "wait"))
        .isEqualTo("--response cannot be \"wait\". Write one of: own, none, cheapest.");
  }

  @Test
  void aValueThatAMethodDoesNotTakeIsRefusedWithWhatItTakes() {
    assertThat(refusal("evaluate", "did", "panel.csv", "--errors", "robust"))
        .isEqualTo(
            "--errors cannot be \"robust\". Write one of: usual, cluster, iid, hc1, hc2, hc3, nw,"
                + " dk.");
    assertThat(refusal("evaluate", "did", "panel.csv", "--errors", "robust", "--lang", "zh"))
        .isEqualTo("--errors 不能是“robust”。请填写以下之一：usual, cluster, iid, hc1, hc2, hc3, nw, dk。");
    assertThat(refusal("standby", THREE_TIER, "--min-capacity", "-1"))
        .isEqualTo("--min-capacity cannot be \"-1\". Write a number from 0 to 1e15.");
    assertThat(refusal("economy", "belts", "map.csv", "--radius", "-3"))
        .isEqualTo("--radius cannot be \"-3\". Write a number above 0, at most 20000.");
    assertThat(refusal("playbook", "list", "book", "--level", "4.5", "--lang", "zh"))
        .endsWith("的整数。");
  }

  private String refusal(Object... words) {
    Object[] all = Arrays.copyOf(words, words.length + 2);
    all[words.length] = "--out";
    all[words.length + 1] = scratch;
    return Session.run(all).err().lines().findFirst().orElse("");
  }

  @Test
  void aReportIsMadeAgainWithOneThingChanged() throws IOException {
    Path first = scratch.resolve("first");
    Session made = Session.run("report", THREE_TIER, "--out", first);
    assertThat(made.exit()).as(made.err()).isZero();
    Path again = scratch.resolve("again");
    Session replayed =
        Session.run(
            "report",
            THREE_TIER,
            "--replay",
            first,
            "--set",
            "exposure.ttr_days=90",
            "--out",
            again);
    assertThat(replayed.exit()).as(replayed.err()).isZero();
    assertThat(Files.readString(again.resolve("report.html")))
        .contains("exposure.ttr_days: 30 → 90");
  }

  @Test
  void everyFaultOfTheSettingsIsNamedAtOnce() {
    Session session =
        Session.run(
            "report",
            THREE_TIER,
            "--set",
            "plan.horizont=3",
            "--set",
            "simulate.unmet=never",
            "--out",
            scratch.resolve("out"));
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err()).contains("plan.horizont=3", "plan.horizon", "never", "backorder");
  }

  @Test
  void anImportWithoutALayoutIsWrongInput() {
    assertThat(Session.run("import").exit()).isEqualTo(2);
  }

  private Path copyOf(Path folder) throws IOException {
    Path copy = Files.createDirectory(scratch.resolve("copy"));
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return copy;
  }
}
