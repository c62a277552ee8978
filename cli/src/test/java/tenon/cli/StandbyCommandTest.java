package tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Standby makers, an urgent order and key metrics of the three tiers, by hand. Of p, A makes 0.6
 * and B 0.4 of the 50 a day that X (20) and Y (2 x 15) use: 30 of a capacity of 40, and 20 of 25.
 * So A has 10 a day to spare, B 5.
 */
class StandbyCommandTest {
  private static final Path THREE_TIER = Path.of("..", "examples", "three-tier");

  @TempDir private Path folder = Path.of("");

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(folder.resolve("out").resolve(file));
  }

  @Test
  void aLostMakerIsCoveredByTheSpareOfTheOther() throws IOException {
    Session session =
        Session.run("standby", THREE_TIER, "--product", "p", "--out", folder.resolve("out"));
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(lines("standby.csv")).hasSize(3);
    assertThat(lines("standby.csv").get(1)).startsWith("p,A,30,5,B,p,false,false,5,0.1666666");
    assertThat(lines("standby.csv").get(2)).startsWith("p,B,20,10,A,p,false,false,10,0.5,");
    assertThat(session.out()).contains("30.0%");
  }

  /** C delivered 12 a day of p once; A loses 30 a day, of which B could take 5. */
  @Test
  void whoStoodInInACaseBecomesAnAlternative() throws IOException {
    Path library = Files.createDirectories(folder.resolve("cases"));
    Files.writeString(
        library.resolve("flood.yaml"),
        """
        case_id: flood
        title: Flood at A
        chains: [three_tier]
        cause: flood
        from: 2020-06-01
        outcomes:
          - {response: standby_supplier, by: {site: C, product: p, quantity_per_day: 12}}
          - {response: standby_supplier, by: {site: Elsewhere, product: p, quantity_per_day: 9}}
        evidence: told
        """);
    Session session =
        Session.run(
            "standby",
            THREE_TIER,
            "--product",
            "p",
            "--cases",
            library,
            "--out",
            folder.resolve("out"));
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(session.err()).contains("Elsewhere");
    assertThat(lines("standby.csv"))
        .anyMatch(line -> line.startsWith("p,A,30,17,C,p,false,true,12,0.4,"))
        .anyMatch(line -> line.contains("case flood"));
  }

  @Test
  void anUrgentOrderIsGivenToThoseWhoCanMakeItInTime() throws IOException {
    Session met = Session.run("call", THREE_TIER, "--product", "p", "--quantity", 300, "--due", 20);
    assertThat(met.exit()).as(met.err()).isZero();
    Session missed =
        Session.run(
            "call",
            THREE_TIER,
            "--product",
            "p",
            "--quantity",
            400,
            "--due",
            20,
            "--out",
            folder.resolve("out"));
    assertThat(missed.exit()).isEqualTo(1);
    assertThat(missed.out()).contains("300 of 400");
    assertThat(lines("offers.csv").get(1)).startsWith("A,own,by data,200,200,");
    assertThat(lines("offers.csv").get(2)).startsWith("B,own,by data,100,100,");
    Session unknown =
        Session.run("call", THREE_TIER, "--product", "zz", "--quantity", 1, "--due", 20);
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("zz", "p, q, x, y");
  }

  /**
   * Supplier concentration: 0.52 for p, 1 for q, x and y. Utilisation: 30/40, 20/25, 20/30, 20/25,
   * 15/20. Market concentration by margin: 2,000 for x, 900 for y.
   */
  @Test
  void keyMetricsAreThoseOfTheChain() throws IOException {
    Session session = Session.run("strategy", THREE_TIER, "--out", folder.resolve("out"));
    assertThat(session.exit()).as(session.err()).isEqualTo(1);
    assertThat(session.out())
        .contains("Supplier concentration: 0.880, target < 0.300, gap 0.580")
        .contains("Capacity utilization: 0.753, target > 0.850, gap 0.097")
        .contains("Market concentration: 0.572, target < 0.400, gap 0.172")
        .contains("Capital turnover rate: not known");
    assertThat(lines("drivers.csv")).noneMatch(line -> line.contains("NaN"));
  }

  @Test
  void theCoreIndustryThatIsTakenIsToldAndOneThatIsNotThereRefused() {
    Path example = THREE_TIER.resolveSibling("yangtze-ic");
    Session chosen = Session.run("strategy", example, "--out", folder.resolve("chosen"));
    assertThat(chosen.out())
        .contains("Core industry: materials, taken since it has the most links");
    Session asked =
        Session.run("strategy", example, "--core", "design", "--out", folder.resolve("asked"));
    assertThat(asked.out()).contains("Core industry: ").doesNotContain("taken since");
    Session wrong =
        Session.run("strategy", example, "--core", "desing", "--out", folder.resolve("wrong"));
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err()).contains("\"desing\" is the sector of no firm").contains("design,");
  }

  /** C is lost 8 days, 70 x are lost of 100 each; from day 6 on 2 x 30 q save 60 of them. */
  @Test
  void aSecondSourceIsWorthWhatTheExampleSaysByHand() throws IOException {
    Session session =
        Session.run(
            "standby",
            THREE_TIER,
            "--worth",
            "--activation-days",
            6,
            "--out",
            folder.resolve("out"));
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(session.out()).contains("q at C: CNY 300 a year");
    assertThat(lines("worth.csv").get(1)).startsWith("q,C,0.05,");
    assertThat(folder.resolve("out").resolve("report.html")).exists();
  }

  @Test
  void whatNobodyAnswersToIsASlipAndNotAnEmptyShelf() {
    Path example = THREE_TIER.resolveSibling("yangtze-ic");
    Session wrong =
        Session.run(
            "standby",
            example,
            "--technology",
            "no-such",
            "--jurisdiction",
            "XX",
            "--evidence",
            "hearsay",
            "--capability",
            "pottery",
            "--product",
            "nothing",
            "--site",
            "nowhere",
            "--region",
            "no-land");
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err())
        .contains("no-such", "XX", "hearsay", "pottery", "nothing", "nowhere", "no-land");
    assertThat(Session.run("standby", example, "--date", "2026-02-30").exit()).isEqualTo(2);
  }

  /** Filters that nobody meets leave products without an alternative, not without a maker. */
  @Test
  void whoIsLeftOutByTheSearchIsNotMissing() {
    Session session = Session.run("standby", THREE_TIER, "--product", "p", "--min-capacity", 11);
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(session.out())
        .contains("0 of them made nowhere else, and 2 more by nobody of the kind looked for")
        .contains("p at A: none of 1 alternative is of the kind looked for");
    Session empty = Session.run("standby", THREE_TIER, "--product", "p", "--site", "C");
    assertThat(empty.out())
        .contains(
            "No site of the package usually makes what is asked for", "p can be made by: A, B")
        .contains("C can make: q");
  }

  /** Two sites of the same product stand in for each other, and the third's spare for both. */
  @Test
  void whoseSpareIsCountedForSeveralLossesIsTold() throws IOException {
    Path example = THREE_TIER.resolveSibling("yangtze-ic");
    Path out = folder.resolve("standby");
    Session session = Session.run("standby", example, "--product", "lead-frame", "--out", out);
    assertThat(session.exit()).as(session.err()).isZero();
    List<String> rows = Files.readAllLines(out.resolve("standby.csv"), StandardCharsets.UTF_8);
    List<String> heads = List.of(rows.getFirst().split(",", -1));
    int alternative = heads.indexOf("alternative_site_id");
    int counted = heads.indexOf("spare_counted_for");
    Map<String, Integer> times = new HashMap<>();
    for (String row : rows.subList(1, rows.size())) {
      times.merge(row.split(",", -1)[alternative], 1, Integer::sum);
    }
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",", -1);
      assertThat(Integer.parseInt(cells[counted])).isEqualTo(times.get(cells[alternative]));
    }
    assertThat(session.out()).contains("is counted for several products at sites");
  }
}
