package tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EconomyCommandTest {
  @TempDir private Path folder = Path.of("");

  private Path file(String name) {
    return folder.resolve(name);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(file(name), text);
  }

  /** Three sectors, in the plain layout. */
  @BeforeEach
  void write() throws IOException {
    write("Z.csv", "sector,a,b,c\na,20,30,10\nb,15,50,40\nc,5,25,30\n");
    write("Y.csv", "sector,use\na,40\nb,95\nc,90\n");
    write("x.csv", "sector,x\na,100\nb,200\nc,150\n");
  }

  private Session run(String subject, Object... more) {
    Object[] first = {
      "economy", subject, "--z", file("Z.csv"), "--y", file("Y.csv"), "--x", file("x.csv")
    };
    Object[] words = new Object[first.length + more.length];
    System.arraycopy(first, 0, words, 0, first.length);
    System.arraycopy(more, 0, words, first.length, more.length);
    return Session.run(words);
  }

  @Test
  void linkagesAreWrittenWithAllDigitsAndAsQuotients() throws IOException {
    Session session = run("linkages", "--exact", "--out", file("out"), "--json", "-");
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(session.out()).startsWith("{").contains("\"1360/1031\"", "\"616/1031\"");
    List<String> rows = Files.readAllLines(file("out").resolve("linkages.csv"));
    assertThat(rows.getFirst())
        .startsWith("region,sector,output,direct_backward,direct_forward,total_backward_L_colsum");
    String[] first = rows.get(1).split(",", -1);
    assertThat(Double.parseDouble(first[5])).isCloseTo(1815 / 1031.0, within(1e-15));
    assertThat(Double.parseDouble(first[13])).isCloseTo(133.45588235294122, within(1e-12));
    // The same again into the same directory.
    assertThat(run("linkages", "--exact", "--out", file("out")).exit()).isZero();
  }

  /** The first sheet of a workbook holds the same cells as a CSV file. */
  private void workbook(String name, String csv) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file(name))) {
      Sheet sheet = workbook.createSheet("表");
      int at = 1; // the first row is blank
      for (String line : csv.split("\n", -1)) {
        Row row = sheet.createRow(at++);
        String[] cells = line.split(",", -1);
        for (int i = 0; i < cells.length; i++) {
          if (cells[i].matches("-?[0-9.]+")) {
            row.createCell(i).setCellValue(Double.parseDouble(cells[i]));
          } else if (!cells[i].isEmpty()) {
            row.createCell(i).setCellValue(cells[i]);
          }
        }
      }
      workbook.write(out);
    }
  }

  @Test
  void workbooksAreReadAsTheirCells() throws IOException {
    assertThat(run("linkages", "--out", file("csv")).exit()).isZero();
    for (String name : new String[] {"Z", "Y", "x"}) {
      workbook(name + ".xlsx", Files.readString(file(name + ".csv")));
    }
    Session session =
        Session.run(
            "economy",
            "linkages",
            "--z",
            file("Z.xlsx"),
            "--y",
            file("Y.xlsx"),
            "--x",
            file("x.xlsx"),
            "--out",
            file("xlsx"));
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(file("xlsx").resolve("linkages.csv"))
        .hasSameTextualContentAs(file("csv").resolve("linkages.csv"));
    String places = "name,latitude,longitude,value\nA,30,120,5\nB,30.1,120.1,7\nC,31,121,\n";
    write("p.csv", places);
    workbook("p.xlsx", places);
    assertThat(Session.run("economy", "belts", file("p.csv"), "--out", file("b1")).exit()).isZero();
    assertThat(Session.run("economy", "belts", file("p.xlsx"), "--out", file("b2")).exit())
        .isZero();
    assertThat(file("b2").resolve("places.csv"))
        .hasSameTextualContentAs(file("b1").resolve("places.csv"));
  }

  @Test
  void faultsOfAWorkbookAreToldAtItsRows() throws IOException {
    workbook("Z.xlsx", "sector,a,b,c\na,20,-30,x\n\nb,15,50,40\nc,5,y,30");
    Session session =
        Session.run(
            "economy",
            "linkages",
            "--z",
            file("Z.xlsx"),
            "--y",
            file("Y.csv"),
            "--x",
            file("x.csv"),
            "--out",
            file("out"));
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err())
        .contains("Z.xlsx:3 [c] \"x\" is no number")
        .contains("Z.xlsx:6 [b] \"y\" is no number");
    write("Z.xlsx", "no zip");
    assertThat(Session.run("economy", "belts", file("Z.xlsx"), "--out", file("out")).err())
        .contains("Z.xlsx is no Excel workbook");
  }

  @Test
  void aJsonTableNeedsNoLabels() throws IOException {
    write("t.json", "{\"Z\": [[150, 500], [200, 100]], \"x_\": [1000, \"2000\"]}");
    Session session = Session.run("economy", "linkages", file("t.json"), "--exact", "--json", "-");
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(session.out()).contains("\"380/303\"", "\"340/303\"");
  }

  @Test
  void everyFaultOfATableIsToldAtOnceInBothLanguages() throws IOException {
    write("Z.csv", "sector,a,b,c\na,20,-30,x\nb,15,50,40\nd,5,25,30\n");
    write("x.csv", "sector,x\na,100\nb,200\n");
    Session session = run("linkages", "--out", file("out"));
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err())
        .contains("Z.csv:2 [c] \"x\" is no number")
        .contains("\"d\" has a row and no column")
        .contains("Z.csv:1 \"c\" has a column and no row")
        .contains("Y.csv \"d\" has no row")
        .contains("x.csv \"d\" has no row");
    assertThat(file("out")).doesNotExist();
    assertThat(run("linkages", "--lang", "zh").err()).contains("不是数字");
  }

  @Test
  void aTableThatDoesNotBalanceIsRefusedUnlessAccepted() throws IOException {
    write("x.csv", "sector,x\na,130\nb,200\nc,150\n");
    Session session = run("linkages");
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err()).contains("[a] \"130\" is the output, and 100 is delivered: 23.1%");
    Session accepted = run("linkages", "--unbalanced");
    assertThat(accepted.exit()).isZero();
    assertThat(accepted.err()).contains("warning: ").contains("is delivered");
  }

  @Test
  void negativeFlowsAreRefusedAndSectorsWithoutOutputNamed() throws IOException {
    write("Z.csv", "sector,a,b,c\na,20,-30,10\nb,15,50,40\nc,5,25,30\n");
    assertThat(run("linkages", "--unbalanced").err()).contains("is a flow below 0 from a");
    write("Z.csv", "sector,a,b,c\na,20,0,10\nb,0,0,0\nc,5,0,30\n");
    write("Y.csv", "sector,use\na,70\nb,0\nc,115\n");
    write("x.csv", "sector,x\na,100\nb,0\nc,150\n");
    Session session = run("linkages");
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(session.err()).contains("[b] \"0\" is the output: the sector is left without");
  }

  /** A share of nothing is no number: what a sector without output sells and buys is told. */
  @Test
  void aSectorWithoutOutputThatSellsIsToldByWhatItSells() throws IOException {
    write("Z.csv", "sector,a,b,c\na,20,0,10\nb,0,0,7\nc,5,0,23\n");
    write("Y.csv", "sector,use\na,70\nb,0\nc,122\n");
    write("x.csv", "sector,x\na,100\nb,0\nc,150\n");
    Session refused = run("linkages");
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err())
        .contains("[b] \"0\" is the output, though the sector sells 7 and buys 0.")
        .doesNotContain("%");
    assertThat(run("linkages", "--lang", "zh").err()).contains("该部门卖出 7、买入 0");
    Session accepted = run("linkages", "--unbalanced");
    assertThat(accepted.exit()).as(accepted.err()).isZero();
    write("Z.csv", "sector,a,b,c\na,20,4,6\nb,0,0,7\nc,5,0,23\n");
    assertThat(run("linkages", "--unbalanced").exit()).isEqualTo(2);
  }

  @Test
  void extractionShocksAndDependence() throws IOException {
    Session extract = run("extract", "--sector", "b", "--out", file("e"));
    assertThat(extract.exit()).as(extract.err()).isZero();
    assertThat(Files.readString(file("e").resolve("result.json"))).contains("274.0837696335");
    assertThat(run("extract", "--sector", "z").err()).contains("\"z\" is no industry of the table");

    write("s.csv", "sector,loss\nb,20\n");
    Session shock = run("shock", "--kind", "demand", "--shocks", file("s.csv"), "--json", "-");
    assertThat(shock.exit()).as(shock.err()).isZero();
    assertThat(shock.out()).contains("\"dVA\" : 20").contains("\"output_loss\" : 40.62");

    write(
        "t.csv",
        """
        product,kind,partner,value
        chips,extra,CHN,60
        chips,extra,VNM,20
        chips,extra,USA,10
        chips,extra,CHE,10
        chips,intra,,50
        chips,export,,40
        """);
    Session trade = Session.run("economy", "dependence", "--trade", file("t.csv"), "--json", "-");
    assertThat(trade.exit()).as(trade.err()).isZero();
    assertThat(trade.out()).contains("\"dependent\" : true", "0.42", "2.5", "0.9");
    assertThat(run("dependence").err()).contains("holds one region and no imports");
  }

  @Test
  void arioTakesYamlAndRefusesUnknownNames() throws IOException {
    write("Z.csv", "region,,r,r\nsector,,a,b\nregion,sector,,\nr,a,20,30\nr,b,15,50\n");
    write("Y.csv", "region,,r\ncategory,,use\nregion,sector,\nr,a,50\nr,b,135\n");
    write("x.csv", "region,sector,indout\nr,a,100\nr,b,200\n");
    write(
        "e.yaml",
        """
        steps: 20
        model_params: {psi_param: 0.9, order_type: noalt}
        event: {event_type: recovery, impact: 30, occurrence: 2, duration: 3,
          affected_sectors: [a], recovery_tau: 5, recovery_function: linear}
        """);
    Session session = run("ario", "--event", file("e.yaml"), "--out", file("o"));
    assertThat(session.exit()).as(session.err()).isZero();
    List<String> rows = Files.readAllLines(file("o").resolve("production.csv"));
    assertThat(rows).hasSize(23).startsWith("region,r,r", "sector,a,b", "step,,");
    // 30 of 4 times 65 of capital: capacity falls by 30/260 on step 2 and is back after step 11.
    String[] hit = Files.readAllLines(file("o").resolve("capacity.csv")).get(5).split(",", -1);
    assertThat(Double.parseDouble(hit[1])).isCloseTo(100 / 365.0 * (1 - 30 / 260.0), within(1e-12));
    write(
        "e.yaml",
        """
        event: {event_type: rebuild, impact: 30, affected_sectors: [q], rebuild_tau: 5,
          rebuilding_sectors: {a: 0.4, b: 0.5}}
        """);
    Session wrong = run("ario", "--event", file("e.yaml"), "--out", file("p"));
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err()).contains("q is no sector of the table").contains("add up to 1: 0.9");
    // What cannot be read is unknown, and no loss to run with.
    write(
        "e.yaml",
        """
        events:
          - {event_type: recovery, impact: many, affected_sectors: [a], recovery_tau: 5}
          - {event_type: recovery, impact: 5, recovery_tau: 5, impact_sectoral_distrib: [2, -1]}
          - {event_type: recovery, impact: 5, recovery_tau: 5, impact_sectoral_distrib: [0, 0]}
          - {event_type: recovery, impact: 5, recovery_tau: 5, occurrence: 1.5}
        """);
    Session unread = run("ario", "--event", file("e.yaml"), "--out", file("p"));
    assertThat(unread.exit()).isEqualTo(2);
    assertThat(unread.err())
        .contains(
            "\"many\" is no number",
            "add up to 1: -1",
            "add up to 1: 0.0",
            "1.5 is no whole number of steps");
    assertThat(file("p")).doesNotExist();
  }

  /** Scores as published give the published rating; those of a table of two by hand. */
  @Test
  void emergingIndustriesAreRatedByTheMeanOfThreeScores() throws IOException {
    write(
        "two.json",
        """
        {"sectors": ["a", "b"], "Z": [[0, 10], [5, 0]], "Y": [[10], [15]], "x": [20, 20]}
        """);
    write("rated.csv", "industry,relevance,spillover,growth\nAI,0.876,0.923,0.912\n");
    write("made.csv", "industry,sectors,growth\nA,a,0.6\nB,b,0.9\nAB,a;b,0\n");
    Session given = emerging("rated.csv");
    assertThat(given.exit()).as(given.err()).isZero();
    assertThat(given.out()).contains("1. AI: 0.904");
    // G = (1, 1/2; 1/4, 1) / (7/8); L = the same, since outputs are equal.
    // backward: 10/7, 12/7; forward: 12/7, 10/7; without the own sector: 4/7, 2/7.
    Session made = emerging("made.csv");
    assertThat(made.out())
        .contains("A: 0.839 (relevance 0.917, spillover 1.000, growth 0.600)")
        .contains("B: 0.772 (relevance 0.917, spillover 0.500, growth 0.900)")
        .contains("AB: 0.556 (relevance 0.917, spillover 0.750, growth 0.000)");
    write("bad.csv", "industry,sectors,growth\nA,q,2\n");
    assertThat(emerging("bad.csv").err()).contains("[growth] \"2\"");
  }

  private Session emerging(String industries) {
    return Session.run("economy", "emerging", file("two.json"), "--industries", file(industries));
  }

  @Test
  void amountsThatNothingCanBeMeasuredByAreFindings() throws IOException {
    String head = "region,sector,year,employees,latitude,longitude\n";
    write("huge.csv", head + "A,x,2020,1e308,31,121\nB,x,2020,1,30,120\n");
    for (String command : List.of("belts", "agglomeration")) {
      Session session = Session.run("economy", command, file("huge.csv"), "--value", "employees");
      assertThat(session.exit()).isEqualTo(2);
      assertThat(session.err()).contains("huge.csv:2 [employees]", "no size from 0 to 1e18");
    }
    write("none.csv", head + "A,x,2020,0,31,121\nA,x,2021,5,31,121\n");
    Session none = Session.run("economy", "agglomeration", file("none.csv"), "--out", file("out"));
    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.err()).contains("\"2020\" holds no row with a region");
    write("part.csv", head + "A,x,2020,0,31,121\nA,y,2020,5,31,121\nB,y,2020,5,30,120\n");
    Session part = Session.run("economy", "agglomeration", file("part.csv"), "--out", file("out"));
    assertThat(part.exit()).as(part.err()).isZero();
    assertThat(part.out()).contains("- y: ").doesNotContain("NaN", "- x: ");
  }
}
