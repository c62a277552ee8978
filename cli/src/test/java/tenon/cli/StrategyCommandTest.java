package tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrategyCommandTest {
  private static final Path THREE_TIER = Path.of("..", "examples", "three-tier");
  private static final Path EXAMPLE = Path.of("..", "examples", "yangtze-ic");

  @TempDir private Path folder = Path.of("");

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("given.csv"), text);
  }

  private Session run(Object... more) {
    Object[] all = new Object[more.length + 3];
    all[0] = "strategy";
    System.arraycopy(more, 0, all, 1, more.length);
    all[more.length + 1] = "--lang";
    all[more.length + 2] = "en";
    return Session.run(all);
  }

  private String left(String name) throws IOException {
    return Files.readString(folder.resolve("out").resolve(name));
  }

  /**
   * By hand. Supply: 0.88 less 3 x 1/8 for q, x, y and 0.36/8 for p leaves 0.46. Use: 0.85 over
   * 0.7533. Market: of 20/29 and 9/29, s = (m - sqrt(m^2 - 2 (0.5719 - 0.4))) / 2 = 0.1633, for
   * 0.5263^2 + 0.1633^2 + 0.3103^2 = 0.4.
   */
  @Test
  void howMuchOfALeverClosesAGapIsTold() throws IOException {
    run(THREE_TIER, "--out", folder.resolve("out"));
    assertThat(left("metrics.csv"))
        .contains("even a second source for each of the 4 products", "leaves 0.460")
        .contains("usual output has to rise by 12.8%")
        .contains("16.3% of all demand shifted to a new market from X, which has 69.0% of it");
  }

  /**
   * By hand: assets of 884.94 billion less revenue of 562.31 billion over 2.5; three products have
   * one maker each, and 0.3105 less 3 x 0.5/104 is 0.2961.
   */
  @Test
  void theLeversOfTheExampleStandInPhases() throws IOException {
    run(EXAMPLE, "--out", folder.resolve("out"));
    assertThat(left("metrics.csv"))
        .contains("3 of 104 products need a second source", "brings it to 0.296")
        .contains("CNY 660 billion less of assets");
    assertThat(left("roadmap.csv").lines())
        .contains(
            "Finance,Service industry collaboration,Platform construction,"
                + "synergy index +0.2,1-2,low,0.5,1.5,2.5");
    assertThat(left("layers.csv").lines())
        .contains(
            "Leading,4,42,4.058,12.345,Intelligent decisions,Build a digital twin,efficiency +50%");
    assertThat(left("report.html")).contains("Three phases", "roadmap_in_time");
  }

  /** Three of the five products at sites are made nowhere else; measured otherwise, markets. */
  @Test
  void theDriverThatIsDiagnosedFollowsTheData() throws IOException {
    Path out = folder.resolve("out");
    run(THREE_TIER, "--out", out);
    assertThat(left("result.json")).contains("\"strongest_driver\" : \"risk\"");
    Path panel = write("metric,value\nMarket concentration,0.9\nCapacity utilization,\n");
    Path other = folder.resolve("other");
    run(THREE_TIER, "--panel", panel, "--out", other);
    assertThat(Files.readString(other.resolve("result.json")))
        .contains("\"strongest_driver\" : \"market\"");
    // A blank is no measurement: the chain's own value stands.
    assertThat(Files.readString(other.resolve("metrics.csv")))
        .contains("Market concentration,panel,0.9", "Capacity utilization,chain,0.753");
  }

  @Test
  void everyFaultOfPanelAndTargetsIsTold() throws IOException {
    Path typo = write("metric,value\nSupplier concentraton,0.1\n");
    assertThat(run(THREE_TIER, "--panel", typo).err())
        .contains("\"Supplier concentraton\" is no metric with a target");
    Path twice = write("metric,value\nMarket concentration,1\nMarket concentration,2\n,3\n");
    assertThat(run(THREE_TIER, "--panel", twice).err())
        .contains("given.csv:3 \"Market concentration\" is there twice")
        .contains("given.csv:4 has no name of a metric");
    Path text = write("indicator,current,benchmark\nx,0.1,abc\n");
    assertThat(run(THREE_TIER, "--panel", text).err()).contains("\"abc\" is no number");
    Path targets =
        write(
            """
            system,measure,metric,comparison,target
            Supply,x,Supplier concentration,<=,0.3
            Supply,x,Supplier concentration,<,
            """);
    assertThat(run(THREE_TIER, "--targets", targets).err())
        .contains("given.csv:2 \"<=\" is no comparison", "given.csv:3 \"\" is no target above 0")
        .contains("given.csv:3 \"Supplier concentration\" is there twice");
  }
}
