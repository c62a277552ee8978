package tenon.packages.willems;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.packages.DataPackage;

class BrokenChainTest {
  private static final byte[] ARCS = Given.ARCS.getBytes(UTF_8);

  @TempDir Path folder = Path.of("");

  @Test
  void aSoundChainHasNoFindings() {
    assertThat(Given.worked(folder).findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ore,12,3      | Ore,-12,3     | 2 [stageCost] \"-12\" is negative. Write 0 or more",
        "Ore,12,3      | Ore,dear,3    | 2 [stageCost] \"dear\" is no number. Write digits",
        "Ore,12,3      | Ore,NaN,3     | 2 [stageCost] \"NaN\" is no number. Write digits",
        "Ore,12,3      | Ore,1e999,3   | 2 [stageCost] \"1e999\" is no number. Write digits",
        "253,36.62     | -253,36.62    | 6 [avgDemand] \"-253\" is negative.",
        "253,36.62     | 253,-36.62    | 6 [stdDevDemand] \"-36.62\" is negative.",
        "253,36.62     | ,36.62        | 6 [avgDemand] is blank, and the demand has a standard",
        "36.62,0,0.95  | 36.62,-1,0.95 | 6 [maxServiceTime] \"-1\" is negative.",
        "36.62,0,0.95  | 36.62,0,95    | 6 [serviceLevel] \"95\" is above 1. Write a number from 0",
        "Manuf,,,,,10  | Manuf,,,,,-10 | 4 [stageTime] \"-10\" is negative.",
        "10,1.5        | 10,-1.5       | 4 [stdDev stageTime] \"-1.5\" is negative.",
        "4,0.8,5,0.2   | 4,0.8,5,0.3   | 5 [stageTime_%_1] The probabilities of the stage times sum to 1.10000.",
        "4,0.8,5,0.2   | 4,0.8,5,      | 5 [stageTime_%_2] is blank, and stageTime_2 beside it is not.",
        "4,0.8,5,0.2   | 4,0.8,,0.2    | 5 [stageTime_2] is blank, and stageTime_%_2 beside it is not.",
        "4,0.8,5,0.2   | 4,0.8,-5,0.2  | 5 [stageTime_2] \"-5\" is negative.",
        "Manuf,        | Factory,      | 4 [stageClassification] \"Factory\" is no known classification. Write one of Part, Manuf, Dist, Retail, Trans.",
        "Manuf,        | ,             | 4 [stageClassification] The cell is blank.",
        "Tin,5         | Ore,5         | 3 [Stage Name] \"Ore\" is the name of the stage on line 2 too.",
        "Ore,12        | ,12           | 2 [Stage Name] The cell is blank.",
        "Ore,12,3      | Ore,12        | 2 The line has 17 cells where the header has 18.",
        "Ore,12        | \"Ore,12      | 2 \"Ore,12",
      })
  void aFaultyStageNamesLineColumnValueAndMend(String sound, String faulty, String finding) {
    Loaded<DataPackage> loaded = Given.worked(folder).stages(sound, faulty).read();
    assertThat(loaded).isInstanceOf(Loaded.Rejected.class);
    assertThat(Given.texts(loaded))
        .filteredOn(text -> text.startsWith("01_stages.csv"))
        .singleElement()
        .asString()
        .startsWith("01_stages.csv:" + finding);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Tin,Mill | Tim,Mill   | 3 [sourceStage] \"Tim\" is no stage of 01_stages.csv; the nearest is \"Tin\". Write \"Tin\" if",
        "Tin,Mill | Tin,Bank   | 3 [destinationStage] \"Bank\" is no stage of 01_stages.csv. Add the stage",
        "Tin,Mill | Tin,       | 3 [destinationStage] The cell is blank.",
        "Tin,Mill | Tin,Tin    | 3 [destinationStage] \"Tin\" leads from a stage to itself.",
        "Tin,Mill | Ore,Mill   | 3 \"Ore > Mill\" stands on line 2 too. Delete one of the two.",
        "Tin,Mill | Shop,Mill  | 3 [destinationStage] \"Mill\" closes a circle of stages: Mill > Ship > Shop > Mill.",
        "Tin,Mill | Tin        | 3 The line has 1 cell where the header has 2.",
      })
  void aFaultyArcNamesLineColumnValueAndMend(String sound, String faulty, String finding) {
    List<String> findings = Given.worked(folder).arcs(sound, faulty).findings();
    assertThat(findings)
        .filteredOn(text -> text.startsWith("01_arcs.csv"))
        .singleElement()
        .asString()
        .startsWith("01_arcs.csv:" + finding);
  }

  @Test
  void everyFaultOfBothFilesIsReportedAtOnce() {
    Given chain =
        Given.worked(folder)
            .stages("Ore,12,", "Ore,-12,")
            .stages("Tin,5,3,Parts", "Tin,5,3,Thing")
            .arcs("Mill,Ship", "Mill,Shipp")
            .arcs("Tin,Depot", "Tin,Nowhere");
    assertThat(chain.findings()).hasSize(4);
  }

  @Test
  void twoCirclesAreNamedEach() {
    Given chain = new Given(folder);
    for (String name : List.of("a", "b", "c", "d")) {
      chain.stage(name + ",1,0,Manuf,1,1,0,0.9,1,,,,,,,,0,0");
    }
    chain.arc("a,b").arc("b,a").arc("c,d").arc("d,c");
    assertThat(chain.findings())
        .hasSize(2)
        .anyMatch(text -> text.contains("a > b > a"))
        .anyMatch(text -> text.contains("c > d > c"));
  }

  @Test
  void aMomentThatDoesNotFitItsDistributionIsWarnedOfAndKept() {
    Given chain = Given.worked(folder).stages(",4.2,0.4,4", ",4.5,0.4,4");
    assertThat(chain.read()).isInstanceOf(Loaded.Ready.class);
    assertThat(chain.findings())
        .containsExactly(
            "01_stages.csv:5 [stageTime] \"4.5\" does not fit the distribution beside it, which gives"
                + " 4.20000; what stands here is taken. Write 4.20000, or mend the distribution.");
  }

  @Test
  void aStageThatSuppliesNothingIsWarnedOf() {
    Given chain = Given.worked(folder).stages("Depot,1,0,Dist,0,0", "Depot,1,0,Dist,,");
    assertThat(chain.read()).isInstanceOf(Loaded.Ready.class);
    assertThat(chain.findings())
        .containsExactly(
            "01_stages.csv:7 [Stage Name] \"Depot\" supplies no stage, and nothing is demanded of it."
                + " Write its avgDemand, or an arc to the stage that it supplies.");
  }

  @Test
  void aMissingColumnIsNamedWithTheNearestTitle() {
    assertThat(Given.worked(folder).stages("stageCost", "stage cost").findings())
        .containsExactly(
            "01_stages.csv:1 [stageCost] The column is missing; the file has stage cost. Name the"
                + " column \"stageCost\", or give the other of the two files.");
  }

  @Test
  void filesThatAreSwappedMissTheirColumns() {
    List<String> findings = Given.texts(new Given(folder).read(ARCS, Given.STAGES.getBytes(UTF_8)));
    assertThat(findings).hasSize(11).allMatch(text -> text.contains("the other of the two files"));
  }

  @Test
  void titlesMayDifferInCaseAndHaveAMark() {
    byte[] stages =
        ("\uFEFF" + Given.STAGES.toUpperCase(Locale.ROOT) + "\r\nA,1,0,Part,,,,,1,,,,,,,,0,0\r\n")
            .getBytes(UTF_8);
    Loaded<?> loaded = new Given(folder).read(stages, ARCS);
    assertThat(loaded).isInstanceOf(Loaded.Ready.class);
  }

  @Test
  void aColumnThatStandsTwiceIsRefused() {
    assertThat(Given.worked(folder).stages("relDepth", "stageCost").findings())
        .containsExactly(
            "01_stages.csv:1 [stageCost] The column stands twice. Delete one of the two.");
  }

  @Test
  void bytesThatAreNotUtf8NameTheirLine() {
    String text = Given.STAGES + "\nA,1,0,Part,,,,,1,,,,,,,,0,0\n矿,1,0,Part,,,,,1,,,,,,,,0,0\n";
    assertThat(Given.texts(new Given(folder).read(text.getBytes(Charset.forName("GB18030")), ARCS)))
        .containsExactly(
            "01_stages.csv:3 is not UTF-8 here; nothing of the file was checked. Save the file as"
                + " UTF-8, in Excel as \"CSV UTF-8 (comma delimited)\".");
    assertThat(Given.texts(new Given(folder).read(("\uFEFF" + text).getBytes(UTF_16LE), ARCS)))
        .singleElement()
        .asString()
        .startsWith("01_stages.csv:1 is not UTF-8 here");
  }

  @Test
  void filesWithoutRowsAreSaidToBe() {
    assertThat(Given.texts(new Given(folder).read(new byte[0], ARCS)))
        .singleElement()
        .asString()
        .startsWith("01_stages.csv is empty. Write at least the header: Stage Name,stageCost,");
    assertThat(new Given(folder).findings())
        .containsExactly("01_stages.csv has no stages. Write one line for each stage.");
  }

  @Test
  void filesThatAreNotThereAreErrors() {
    Loaded<?> loaded =
        WillemsImport.read(folder.resolve("none.csv"), folder.resolve("no.csv"), Progress.NONE);
    assertThat(loaded.findings())
        .extracting(finding -> finding.file() + " " + finding.code())
        .containsExactly("none.csv willems-unreadable", "no.csv willems-unreadable");
  }

  @Test
  void aNameOfAnyLengthIsRefusedOnlyBeyondItsLimit() {
    String longest = "x".repeat(99);
    assertThat(Given.worked(folder).stages("Ore,", longest + ",").arcs("Ore", longest).findings())
        .isEmpty();
    String longer = "x".repeat(100);
    assertThat(Given.worked(folder).stages("Ore,", longer + ",").arcs("Ore", longer).findings())
        .singleElement()
        .asString()
        .contains("[Stage Name]")
        .contains("more than 99 characters");
  }

  @Test
  void blankRowsAtTheEndAreNoStages() {
    assertThat(Given.worked(folder).stage(",".repeat(17)).arc(",").findings()).isEmpty();
  }
}
