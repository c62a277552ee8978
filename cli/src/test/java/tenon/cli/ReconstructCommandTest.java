package tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconstructCommandTest {
  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        folder.resolve("f.csv"), "firm,sector,output,input\na,x,6,0\nb,y,0,4\nc,y,0,2\n");
    Files.writeString(folder.resolve("m.csv"), "supplier_sector,x,y\nx,0,2\ny,0,0\n");
    Files.writeString(folder.resolve("t.csv"), "sector,x,y\nx,0,6\ny,0,0\n");
    Files.writeString(folder.resolve("e.csv"), "supplier,customer,amount\na,b,4\na,c,2\n");
  }

  /**
   * a is the only seller, so its closure loses all of whatever a network holds; one draw of 40 has
   * no link at all, and nothing to lose.
   */
  @Test
  void theOnlySellerLosesEverythingWhereAnythingIsSold() throws IOException {
    Session session = run("--table", folder.resolve("t.csv"), "--links", "1.9", "--draws", "40");
    assertThat(session.exit()).as(session.err()).isZero();
    List<String> rows = Files.readAllLines(folder.resolve("esri.csv"));
    assertThat(rows.get(0)).isEqualTo("firm,esri,esri_low,esri_high");
    assertThat(rows.get(1)).isEqualTo("a,0.975,1,1");
    assertThat(session.out()).contains("40 networks of 3 firms with 1.9 links");
    byte[] once = Files.readAllBytes(folder.resolve("esri.csv"));
    run("--table", folder.resolve("t.csv"), "--links", "1.9", "--draws", "40", "--threads", "1");
    assertThat(Files.readAllBytes(folder.resolve("esri.csv"))).isEqualTo(once);
  }

  @Test
  void hiddenLinksAreComparedWithWhatIsDrawn() throws IOException {
    Session session = run("--hide", folder.resolve("e.csv"), "--links", "1.9");
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(session.out()).contains("Against the hidden links: rank correlation");
    assertThat(Files.readAllLines(folder.resolve("esri.csv")))
        .startsWith("firm,esri,esri_low,esri_high,esri_true", "a,0.99,1,1,1");
  }

  @Test
  void knownNumbersOfPartnersSayHowManyLinks() throws IOException {
    Files.writeString(
        folder.resolve("f.csv"),
        "firm,sector,output,input,customers\na,x,6,0,1.5\nb,y,0,4,0\nc,y,0,2,0\n");
    Session session = run("--partners", "--draws", "40");
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(session.out()).contains("40 networks of 3 firms with 1.5 links");
    assertThat(run("--partners", "--links", "1").err()).contains("numbers of partners come to 1.5");
    assertThat(run("--partners", "--hide", folder.resolve("e.csv")).exit()).isZero();
  }

  @Test
  void numbersOfPartnersThatCannotBeAreToldAtOnce() throws IOException {
    Files.writeString(
        folder.resolve("f.csv"),
        "firm,sector,output,input,customers,suppliers\na,x,6,0,5,0\nb,y,0,4,0,1\nc,y,0,2,0,1\n");
    assertThat(run("--partners").err())
        .contains("more customers than firm a can have", "at most 2")
        .contains("come to 5 and all suppliers to 2");
    Files.writeString(
        folder.resolve("f.csv"),
        "firm,sector,output,input,customers,suppliers\na,x,6,0,-1,\nb,y,0,4,0,q\nc,y,0,2,0,1\n");
    assertThat(run("--partners").err()).contains("\"-1\" is no number of partners", "\"q\"");
    Files.writeString(
        folder.resolve("f.csv"),
        "firm,sector,output,input,customers\na,x,6,0,\nb,y,0,4,\nc,y,0,2,\n");
    assertThat(run("--partners").err()).contains("Give --links");
  }

  @Test
  void whatCannotBeDrawnIsToldAtOnce() throws IOException {
    assertThat(run("--links", "7").err()).contains("--links", "below 2");
    assertThat(run().err()).contains("--links").doesNotContain("Exception");
    Files.writeString(folder.resolve("f.csv"), "firm,sector,output,input\na,x,-6,0\nb,y,0,4\n");
    Files.writeString(folder.resolve("t.csv"), "sector,x,y\nx,0,-6\n");
    Session session = run("--table", folder.resolve("t.csv"), "--links", "1");
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err()).contains("\"-6\" is no size", "\"-6\" is no flow", "sector y");
  }

  private Session run(Object... more) {
    Object[] words = new Object[7 + more.length];
    Object[] first = {
      "reconstruct",
      "--firms",
      folder.resolve("f.csv"),
      "--essential",
      folder.resolve("m.csv"),
      "--out",
      folder.resolve("esri.csv")
    };
    System.arraycopy(first, 0, words, 0, first.length);
    System.arraycopy(more, 0, words, first.length, more.length);
    return Session.run(words);
  }
}
