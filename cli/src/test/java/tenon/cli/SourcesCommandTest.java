package tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Matching, trade, questions and inferred links, as a user meets them. */
class SourcesCommandTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void decisionsOfAPersonAreKeptAndReplayed() throws IOException {
    Path left = write("l.csv", "id,name_zh\n1,深圳永兴电子\n2,上海华鑫半导体有限公司\n");
    Path right = write("r.csv", "编号,企业名称\na,深圳市永兴微电子有限公司\nb,華鑫（上海）半導體股份有限公司\n");
    Path out = folder.resolve("out");
    Session first = Session.run("match", left, right, "--out", out);
    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(Files.readAllLines(out.resolve("matches.csv")).getLast()).startsWith("2,b,1,");
    Path decisions = out.resolve("decisions.csv");
    List<String> open = Files.readAllLines(decisions);
    assertThat(open.get(1)).startsWith("1,a,,,,,");
    Files.writeString(decisions, open.getFirst() + "\n1,a,same,Li,2026-01-02,called,,,\n");
    for (int run = 0; run < 2; run++) {
      Session again = Session.run("match", left, right, "--out", out);
      assertThat(again.exit()).as(again.err()).isZero();
      assertThat(Files.readString(out.resolve("matches.csv"))).contains(",decided,");
      assertThat(Files.readString(decisions)).contains("1,a,same,Li,2026-01-02,called,");
    }
  }

  @Test
  void precisionAndRecallAreToldWhereTheTruthIsKnown() throws IOException {
    Path left = write("l.csv", "id,name\n1,Acme Ltd\n2,Borealis AG\n");
    Path right = write("r.csv", "id,name\nx,ACME Inc.\ny,Cirrus Oy\n");
    Path truth = write("t.csv", "left_id,right_id\n1,x\n2,y\n");
    Session session = Session.run("match", left, right, "--truth", truth, "--json", "-");
    assertThat(session.out()).contains("\"precision\" : 1.0", "\"recall\" : 0.5");
  }

  @Test
  void aWrongCheckDigitAndAMissingColumnAreTold() throws IOException {
    Path codes = write("l.csv", "id,name,lei\n1,Acme,5493001KJTIIGC8Y1R13\n");
    assertThat(Session.run("match", codes).err()).contains("l.csv:2 [lei]", "ISO 17442");
    Path nameless = write("r.csv", "key,x\n1,2\n");
    Session refused = Session.run("match", nameless, "--lang", "zh");
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("没有标识各行的列", "没有名称列");
    assertThat(Session.run("match", codes, "--accept", "0.5").exit()).isEqualTo(2);
  }

  @Test
  void dependenceOnImportsIsMeasured() throws IOException {
    Path file =
        write(
            "t.csv",
            """
            t,i,j,k,v,q
            2021,156,276,854231,60,1
            2021,704,276,854231,20,1
            2021,842,250,854231,10,1
            2021,757,251,854231,10,NA
            2021,276,251,854231,50,2
            2021,276,842,854231,40,2
            """);
    Session session =
        Session.run("trade", "concentration", file, "--country", "DEU,FRA", "--json", "-");
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(session.out())
        .contains("\"hhi\" : 0.42,", "0.6666666666666666", "2.5", "\"dependent\" : true");
    Session nobody = Session.run("trade", "concentration", file, "--country", "Narnia");
    assertThat(nobody.exit()).isEqualTo(2);
  }

  @Test
  void inferredLinksAreMarkedAndKnownOnesStay() throws IOException {
    Path chain = chain();
    Path seen = write("d.csv", "supplier,customer,product,times\nmine2,shop2,ore,2\nx,y,ore,1\n");
    Path more = folder.resolve("more");
    Session session =
        Session.run("infer", chain, "--deliveries", seen, "--package", more, "--json", "-");
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(session.out()).contains("\"evidence\" : \"inferred: deliveries", "legal_note");
    assertThat(session.err()).contains("1 delivery names");
    String links = Files.readString(more.resolve("sourcing.csv"));
    assertThat(links).contains("mine1-shop1,", "inferred-mine2-shop2-ore", "inferred: deliveries");
    assertThat(Session.run("check", more).exit()).isZero();
  }

  @Test
  void whatRestsOnInferredLinksIsMarkedInBothLanguages() throws IOException {
    Path chain = chain();
    write("chain/regions.csv", "region_id,name,jurisdiction\nR,Here,CN\nV,There,VN\n");
    write("chain/products.csv", "product_id,margin_per_unit,hs6\nore,3,260300\ntin,3,800110\n");
    write(
        "chain/sites.csv",
        """
        site_id,firm_id,region_id,kind
        mine1,F,R,supplier
        mine2,F,V,supplier
        shop1,G,R,store
        shop2,G,R,store
        """);
    Path trade = write("t.csv", "t,i,j,k,v,q\n2021,704,156,260300,9,1\n2021,36,156,260300,3,1\n");
    Path shipments = write("d.csv", "发货人,收货人,商品编码,票数\nMiner,shop2,26030000,1\n");
    Path more = folder.resolve("more");
    Path out = folder.resolve("out");
    Session session =
        Session.run(
            "infer",
            chain,
            "--trade",
            trade,
            "--deliveries",
            shipments,
            "--package",
            more,
            "--out",
            out);
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(Files.readString(out.resolve("inferred.csv")))
        .contains("mine2,shop2,ore,", "inferred: deliveries, trade statistics");
    assertThat(Files.readString(out.resolve("result.json"))).contains("legal_note_zh");

    Path english = folder.resolve("en");
    Session report = Session.run("report", more, "--out", english);
    assertThat(report.err()).contains("2 of 4 links are inferred");
    assertThat(Files.readString(english.resolve("report.html")))
        .contains("(1 of 2 links inferred)", "This is no legal advice", "inferred links (dashed)");
    Path brief = folder.resolve("brief.txt");
    assertThat(Session.run("report", "brief", more, "--out", brief, "--lang", "zh").exit())
        .isZero();
    assertThat(Files.readString(brief)).contains("条为推断", "本说明不构成法律意见");
    Path asked = folder.resolve("ask");
    assertThat(Session.run("ask", more, "--out", asked).exit()).isZero();
    assertThat(Files.readString(asked.resolve("questions.csv")))
        .contains("link,inferred-", ",true");
    assertThat(Files.readString(asked.resolve("requests.csv"))).contains("(inferred, confidence");
  }

  @Test
  void whateverReadsAChainWithInferredLinksSaysSo() throws IOException {
    Path chain = inferredChain();
    Path levers =
        write(
            "levers.yaml",
            "levers:\n  - {name: b, pillar: redundancy, cost_per_year: 1, stock: {site: shop1,"
                + " product: ore, units: 5}}\n");
    Path scenario =
        write(
            "out.yaml",
            """
            name: out
            horizon_days: 40
            disruptions:
              - {kind: capacity_loss, site: mine1, start_day: 5, duration_days: 9, lost: 1}
            """);
    Path playbook =
        write(
            "play.yaml",
            """
            name: open
            title: Open the second mine
            level: 1
            trigger: chain_break
            steps:
              - {id: s, what: call mine 2, role: buyer, hours: 4, does: [{do: open, link: guess}]}
            """);
    List<List<Object>> commands =
        List.of(
            List.of("check", chain),
            List.of("simulate", chain, "--scenario", scenario, "--explain-scenario"),
            List.of("compare", chain, "--plans", "none,own", "--scenario", scenario, "--reps", 2),
            List.of("calibrate", chain, "--history", deliveries()),
            List.of("plan", "capacity", chain),
            List.of("plan", "recovery", chain, "--scenario", scenario),
            List.of("strategy", chain),
            List.of("standby", chain),
            List.of(
                "call", chain, "--product", "ore", "--quantity", 5, "--due", 60, "--to", "shop1"),
            List.of("stock", "gsm", chain),
            List.of("playbook", "rehearse", playbook, "--package", chain, "--scenario", scenario),
            List.of("design", chain, "--levers", levers, "--scenarios", scenario),
            List.of("cascade", chain),
            List.of("ask", chain),
            List.of("infer", chain, "--deliveries", write("none.csv", "supplier,customer\n")));
    for (List<Object> command : commands) {
      assertThat(Session.run(command.toArray()).err())
          .as(command.toString())
          .contains("1 of 4 links is inferred", "ask before you pass on");
      List<Object> chinese = new ArrayList<>(command);
      chinese.addAll(List.of("--lang", "zh"));
      assertThat(Session.run(chinese.toArray()).err())
          .as(chinese.toString())
          .contains("4 条供应关系中有 1 条为推断所得");
    }
  }

  @Test
  void rowsThatRestOnInferredLinksAreMarked() throws IOException {
    Path chain = inferredChain();
    Path out = folder.resolve("marked");
    Session.run("calibrate", chain, "--history", deliveries(), "--out", out);
    assertThat(Files.readAllLines(out.resolve("fits.csv")))
        .anyMatch(row -> row.contains(",guess,") && row.endsWith(",true"))
        .anyMatch(row -> row.contains(",mine1-shop1,") && row.endsWith(",false"));
    assertThat(Files.readString(out.resolve("report.html"))).contains("is inferred, not declared");
    Path offers = folder.resolve("call.csv");
    Session call =
        Session.run(
            "call",
            chain,
            "--product",
            "ore",
            "--quantity",
            200,
            "--due",
            60,
            "--to",
            "shop1",
            "--out",
            offers);
    assertThat(Files.readAllLines(offers))
        .anyMatch(row -> row.startsWith("mine2,") && row.endsWith(",true"))
        .anyMatch(row -> row.startsWith("mine1,") && row.endsWith(",false"));
    assertThat(call.out()).contains("(inferred, confidence 40%)");
  }

  /** Twenty deliveries over each of two links, one of which nobody declared. */
  private Path deliveries() throws IOException {
    StringBuilder rows = new StringBuilder("link_id,ordered,received\n");
    for (int day = 0; day < 20; day++) {
      LocalDate date = LocalDate.of(2026, 1, 1).plusDays(day);
      rows.append("guess," + date + "," + date.plusDays(2 + day % 3) + "\n");
      rows.append("mine1-shop1," + date + "," + date.plusDays(3 + day % 2) + "\n");
    }
    Files.createDirectories(folder.resolve("history"));
    write("history/deliveries.csv", rows.toString());
    return folder.resolve("history");
  }

  /** As below; that mine 2 could ship ore to shop 1 was inferred. */
  private Path inferredChain() throws IOException {
    Path directory = chain();
    write(
        "chain/sourcing.csv",
        """
        link_id,customer_site_id,supplier_site_id,product_id,share,volume_per_day,lead_time_days,\
        status,activation_days,confidence,evidence
        mine1-shop1,shop1,mine1,ore,1,5,3,active,,1,declared
        mine2-shop1,shop1,mine2,tin,1,4,2,active,,1,declared
        mine1-shop2,shop2,mine1,ore,1,1,2,active,,1,declared
        guess,shop1,mine2,ore,,,4,standby,2,0.4,inferred: deliveries
        """);
    write(
        "chain/demand.csv",
        """
        site_id,product_id,mean_per_day,sd_per_day
        shop1,ore,5,1
        shop1,tin,4,1
        shop2,ore,1,1
        """);
    write(
        "chain/recipes.csv",
        """
        recipe_id,site_id,product_id,capacity_per_day
        r1,mine1,ore,9
        r2,mine2,ore,9
        r3,mine2,tin,5
        """);
    return directory;
  }

  @Test
  void faultsOfDeliveriesAreToldAtTheirPlace() throws IOException {
    Path seen = write("d.csv", "shipper,who,times\nmine1,shop1,-2\nmine1,shop2,x\n");
    Session refused = Session.run("infer", chain(), "--deliveries", seen, "--lang", "zh");
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("d.csv:1 [customer]", "收货方", "d.csv:3 [times]");
    Path trade = write("t.csv", "t,i,j,k,v,q\n2021,704,156,260300,9,1\n");
    assertThat(Session.run("infer", chain(), "--trade", trade).err())
        .contains("Nothing in the trade file concerns this package");
  }

  @Test
  void theNumberThatChangesTheDecisionIsAskedFirst() throws IOException {
    Path out = folder.resolve("ask");
    Session session = Session.run("ask", chain(), "--protect", "1", "--out", out);
    assertThat(session.exit()).as(session.err()).isZero();
    List<String> rows = Files.readAllLines(out.resolve("questions.csv"));
    assertThat(rows).hasSizeGreaterThan(3);
    assertThat(rows.get(1)).startsWith("1,").endsWith(",true,false");
    assertThat(Files.readString(out.resolve("requests.csv")))
        .contains("how many days until it works again", "需要多少天恢复");
  }

  /** Two mines, two shops; shop 2 has no known supplier, and no time to recover is known. */
  private Path chain() throws IOException {
    Path directory = Files.createDirectories(folder.resolve("chain"));
    write("chain/regions.csv", "region_id\nR\n");
    write("chain/firms.csv", "firm_id,name\nF,Miner\nG,Shops\n");
    write(
        "chain/sites.csv",
        """
        site_id,firm_id,region_id,kind
        mine1,F,R,supplier
        mine2,F,R,supplier
        shop1,G,R,store
        shop2,G,R,store
        """);
    write("chain/products.csv", "product_id,margin_per_unit\nore,3\ntin,3\n");
    write(
        "chain/recipes.csv",
        "recipe_id,site_id,product_id\nr1,mine1,ore\nr2,mine2,ore\nr3,mine2,tin\n");
    write(
        "chain/sourcing.csv",
        """
        link_id,customer_site_id,supplier_site_id,product_id,share,volume_per_day
        mine1-shop1,shop1,mine1,ore,1,5
        mine2-shop1,shop1,mine2,tin,1,4
        """);
    write(
        "chain/demand.csv",
        "site_id,product_id,mean_per_day\nshop1,ore,5\nshop1,tin,4\nshop2,ore,1\n");
    StringBuilder resources = new StringBuilder();
    for (String table :
        List.of("regions", "firms", "sites", "products", "recipes", "sourcing", "demand")) {
      resources.append(resources.isEmpty() ? "" : ",");
      resources.append("{\"name\":\"%s\",\"path\":\"%s.csv\"}".formatted(table, table));
    }
    write(
        "chain/datapackage.json",
        "{\"name\":\"c\",\"title\":\"Ore\",\"currency\":\"CNY\",\"resources\":["
            + resources
            + "]}");
    return directory;
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
