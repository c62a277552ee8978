package tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CascadeCommandTest {
  @TempDir private Path folder = Path.of("");

  /** a sells 1 to b, b sells 3 to c; closing a stops b and c, closing c leaves b without sales. */
  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("f.csv"), "firm,sector\na,x\nb,x\n\"c,d\",x\n");
    Files.writeString(folder.resolve("e.csv"), "supplier,customer,amount\na,b,1\nb,\"c,d\",3\n");
    Files.writeString(folder.resolve("m.csv"), "supplier_sector,x\nx,2\n");
  }

  @Test
  void everyClosureBecomesARow() throws IOException {
    Session session = run("--replaceability", "none", "--eps", "exact");
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(session.out()).contains("3 cascades through 3 firms", "within");
    assertThat(Files.readAllLines(folder.resolve("esri.csv")))
        .containsExactly(
            "firm,esri,esri_down,esri_up,steps", "a,1,1,0.25,2", "b,1,0.75,1,2", "\"c,d\",1,0,1,2");
  }

  @Test
  void shocksReplaceTheClosures() throws IOException {
    Files.writeString(folder.resolve("s.csv"), "half,none\n0.5,0\n0,0\n0,0\n");
    Session session = run("--replaceability", "none", "--shocks", folder.resolve("s.csv"));
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(Files.readAllLines(folder.resolve("esri.csv")))
        .containsExactly(
            "scenario,esri,esri_down,esri_up,steps", "half,0.5,0.5,0.125,3", "none,0,0,0,1");
  }

  @Test
  void shocksMayNameFirmsAndAnUnknownOneIsToldOnce() throws IOException {
    Files.writeString(folder.resolve("s.csv"), "firm,half\n\"c,d\",0\nb,0\na,0.5\n");
    Session session = run("--replaceability", "none", "--shocks", folder.resolve("s.csv"));
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(Files.readAllLines(folder.resolve("esri.csv")).getLast())
        .isEqualTo("half,0.5,0.5,0.125,3");
    Files.writeString(folder.resolve("s.csv"), "firm,half\n\"c,d\",0\nb,0\nd,0.5\n");
    session = run("--shocks", folder.resolve("s.csv"));
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err()).contains("s.csv:4 [firm] \"d\"", "s.csv \"a\"");
  }

  @Test
  void aPackageTakesShocksToo() throws IOException {
    Path shocks = folder.resolve("s.csv");
    Files.writeString(shocks, "firm,one\nnobody,1\n");
    Session session =
        Session.run(
            "cascade",
            Path.of("../examples/yangtze-ic"),
            "--shocks",
            shocks,
            "--out",
            folder.resolve("o.csv"));
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err()).contains("s.csv:2 [firm] \"nobody\"");
  }

  @Test
  void faultsOfTheTablesEndWithTwoAndWriteNothing() throws IOException {
    Files.writeString(folder.resolve("e.csv"), "supplier,customer,amount\na,z,-1\n");
    Session session = run("--lang", "zh");
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err()).contains("e.csv:2 [customer]", "e.csv:2 [amount]", "不是金额");
    assertThat(folder.resolve("esri.csv")).doesNotExist();
  }

  @Test
  void aTableOfFirmsThatIsNotThereIsToldOnceAndNotByEveryLink() throws IOException {
    Files.delete(folder.resolve("f.csv"));
    Session session = run("--lang", "en");
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err())
        .contains("f.csv cannot be read")
        .doesNotContain("not among the firms");
  }

  @Test
  void anEpsThatEndsNothingIsRefused() {
    for (String eps : new String[] {"0", "2", "NaN", "soon"}) {
      Session session = run("--eps", eps);
      assertThat(session.exit()).as(eps).isEqualTo(2);
      assertThat(session.err()).contains("\"" + eps + "\" ends no cascade");
    }
  }

  /** All that c buys comes from b, and all that b buys from a. */
  @Test
  void purchasesAreFollowedThroughAllTiers() throws IOException {
    Session session = runInto("o", "--upstream", "c,d", "--lang", "en");
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(session.out()).contains("1.000 in tier 1, 1.000 in tier 2", "b 100%, a 100%");
    assertThat(Files.readAllLines(folder.resolve("o/upstream.csv")))
        .containsExactly("firm,sector,tier,through,ultimate", "b,x,1,1,0", "a,x,2,1,1");
    assertThat(runInto("p", "--upstream", "a").out()).contains("buys from nobody");
  }

  @Test
  void scenariosAreRankedAndFollowedLikeFirms() throws IOException {
    Files.writeString(folder.resolve("s.csv"), "low,high\n0.5,1\n0,0\n0,0\n");
    Path shocks = folder.resolve("s.csv");
    Session session =
        runInto("o", "--replaceability", "none", "--shocks", shocks, "--ranking", "--path", "low");
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(Files.readAllLines(folder.resolve("o/ranking.csv")))
        .containsExactly("rank,scenario,esri", "1,high,1", "2,low,0.5");
    assertThat(Files.readAllLines(folder.resolve("o/path.csv")))
        .contains("0,down,a,0.5,,1", "1,down,b,0.5,a,1");
  }

  @Test
  void numbersAndNamesThatDoNotFitAreToldTogether() {
    Session session =
        run("--critical", "-1", "--links", "-2", "--path", "z", "--upstream", "y", "--lang", "en");
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err())
        .contains("--critical \"-1\"", "--links \"-2\"", "--path \"z\"", "--upstream \"y\"");
  }

  private Session runInto(String out, Object... more) {
    Object[] words = new Object[more.length + 2];
    System.arraycopy(more, 0, words, 0, more.length);
    words[more.length] = "--out";
    words[more.length + 1] = folder.resolve(out);
    return runWith(words);
  }

  private Session run(Object... more) {
    Object[] words = new Object[more.length + 2];
    System.arraycopy(more, 0, words, 2, more.length);
    words[0] = "--out";
    words[1] = folder.resolve("esri.csv");
    return runWith(words);
  }

  private Session runWith(Object... more) {
    Object[] words = new Object[7 + more.length];
    Object[] first = {
      "cascade",
      "--firms",
      folder.resolve("f.csv"),
      "--edges",
      folder.resolve("e.csv"),
      "--essential",
      folder.resolve("m.csv")
    };
    System.arraycopy(first, 0, words, 0, first.length);
    System.arraycopy(more, 0, words, first.length, more.length);
    return Session.run(words);
  }
}
