package tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The network and the replay in the report of a cascade. */
class CascadePictureTest {
  private static final Pattern FRAMES =
      Pattern.compile("id=\"replay-data\"[^>]*>(.*?)</script>", Pattern.DOTALL);

  @TempDir private Path folder = Path.of("");

  /** a sells to b, b to c: with a closed, b falls in step 1 and c in step 2. */
  @Test
  void aReplayTellsWhoFellInWhichStepBecauseOfWhom() throws IOException {
    Files.writeString(folder.resolve("f.csv"), "firm,sector\na,x\nb,x\nc,x\n");
    Files.writeString(folder.resolve("e.csv"), "supplier,customer,amount\na,b,1\nb,c,3\n");
    Files.writeString(folder.resolve("m.csv"), "supplier_sector,x\nx,2\n");
    Session session = run("o", "--path", "a", "--replaceability", "none", "--lang", "en");
    assertThat(session.exit()).as(session.err()).isZero();
    String page = Files.readString(folder.resolve("o/report.html"));
    Matcher data = FRAMES.matcher(page);
    assertThat(data.find()).isTrue();
    String frames = data.group(1).replaceAll("\\s", "");
    assertThat(frames)
        .contains("\"text\":\"Step0:a\"", "Step1:b(forwantofa)", "Step2:c(forwantofb)")
        .contains("[1.0,0.0,0.0]", "[1.0,1.0,1.0]");
  }

  /** However many firms there are, the picture stays small and names those that cost most. */
  @Test
  void aLargeNetworkIsDrawnInFewCircles() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder firms = new StringBuilder("firm,sector\n");
    StringBuilder edges = new StringBuilder("supplier,customer,amount\n");
    for (int firm = 0; firm < 900; firm++) {
      firms.append("f").append(firm).append(",s").append(firm % 5).append('\n');
      for (int link = 0; link < 4; link++) {
        int other = 45 * (firm / 45) + random.nextInt(45);
        edges.append("f").append(firm).append(",f").append(other).append(',');
        edges.append(1 + random.nextInt(20)).append('\n');
      }
    }
    Files.writeString(folder.resolve("f.csv"), firms);
    Files.writeString(folder.resolve("e.csv"), edges);
    Files.writeString(
        folder.resolve("m.csv"),
        """
        supplier,s0,s1,s2,s3,s4
        s0,2,1,1,1,1
        s1,1,2,1,1,1
        s2,1,1,2,1,1
        s3,1,1,1,2,1
        s4,1,1,1,1,2
        """);
    Session session = run("o", "--structure", "--ranking", "--lang", "zh");
    assertThat(session.exit()).as(session.err()).isZero();
    String page = Files.readString(folder.resolve("o/report.html"));
    String svg = page.substring(page.indexOf("<svg"), page.indexOf("</svg>"));
    assertThat(svg.length()).isLessThan(80_000);
    assertThat(svg.split("<circle", -1)).hasSizeBetween(21, 52);
    String first = Files.readAllLines(folder.resolve("o/ranking.csv")).get(1).split(",", -1)[1];
    assertThat(svg).contains(">" + first + "<");
    run("again", "--structure", "--ranking", "--lang", "zh");
    assertThat(Files.readString(folder.resolve("again/report.html"))).contains(svg);
  }

  /** Colours run to the least round share that is not below any, and the legend says which. */
  @Test
  void smallLossesAreToldApart() throws IOException {
    StringBuilder firms = new StringBuilder("firm,sector\n");
    StringBuilder edges = new StringBuilder("supplier,customer,amount\n");
    for (int firm = 0; firm < 50; firm++) {
      firms.append("f").append(firm).append(",x\n");
      edges.append("f").append(firm).append(",f").append(firm ^ 1).append(",1\n");
    }
    Files.writeString(folder.resolve("f.csv"), firms);
    Files.writeString(folder.resolve("e.csv"), edges);
    Files.writeString(folder.resolve("m.csv"), "supplier,x\nx,0\n");
    run("o", "--structure", "--replaceability", "none", "--lang", "en");
    // Upwards a firm takes its one partner with it: two of fifty equal firms, 4 %.
    assertThat(Files.readString(folder.resolve("o/report.html"))).contains(">0–5%<");
    // Scenarios colour no firm, and no legend stands for nothing.
    Files.writeString(folder.resolve("s.csv"), "one\n1\n" + "0\n".repeat(49));
    run("p", "--structure", "--shocks", folder.resolve("s.csv").toString(), "--lang", "en");
    assertThat(Files.readString(folder.resolve("p/report.html")))
        .contains("Named are the firms that sell most")
        .doesNotContain(">0–");
  }

  private Session run(String out, String... more) {
    List<Object> words = new ArrayList<>(List.of("cascade"));
    for (String table : List.of("firms", "edges", "essential")) {
      String file = table.equals("essential") ? "m.csv" : table.charAt(0) + ".csv";
      words.addAll(List.of("--" + table, folder.resolve(file)));
    }
    words.addAll(List.of("--out", folder.resolve(out)));
    words.addAll(List.of(more));
    return Session.run(words.toArray());
  }
}
