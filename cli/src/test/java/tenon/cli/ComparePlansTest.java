package tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Plans from files on a shop that can be reckoned by hand. It sells 10 a day, of which each lost
 * costs 4 + 1, and holds a day's sales; A supplies it the same day, and B, on standby, can from two
 * days after a call on. A stands still on days 5 to 14. Nobody reacting: day 5 is sold from stock,
 * days 6 to 14 are lost: 9 x 10 x 5 = 450. With 10 a day from B from day 7 on only day 6 is lost:
 * 50, that is 400 less; held to A until day 8, days 6 to 8 are: 150, that is 300 less.
 */
class ComparePlansTest {
  private static final String HEAD = "what,link_or_recipe_id,first_day,last_day,planned_per_day\n";

  @TempDir private Path directory = Path.of("");

  private Path chain() throws IOException {
    Path folder = Files.createDirectories(directory.resolve("shop"));
    write(folder, "regions", "region_id\nR\n");
    write(folder, "firms", "firm_id\nF\n");
    write(
        folder,
        "sites",
        "site_id,firm_id,region_id,kind\nA,F,R,supplier\nB,F,R,supplier\nshop,F,R,store\n");
    write(folder, "products", "product_id,margin_per_unit\ngoods,4\n");
    write(
        folder,
        "sourcing",
        "link_id,customer_site_id,supplier_site_id,product_id,share,lead_time_days,status,"
            + "activation_days\nLA,shop,A,goods,1,0,active,\nLB,shop,B,goods,0,0,standby,2\n");
    write(
        folder,
        "stocks",
        "site_id,product_id,on_hand,policy,order_up_to\nshop,goods,10,base_stock,10\n");
    write(
        folder,
        "demand",
        """
        site_id,product_id,mean_per_day,distribution,lost_sale_cost
        shop,goods,10,deterministic,1
        """);
    String resources =
        List.of("regions", "firms", "sites", "products", "sourcing", "stocks", "demand").stream()
            .map(table -> "{\"name\":\"" + table + "\",\"path\":\"" + table + ".csv\"}")
            .collect(Collectors.joining(","));
    Files.writeString(
        folder.resolve("datapackage.json"),
        "{\"name\":\"shop\",\"currency\":\"CNY\",\"resources\":[" + resources + "]}");
    Files.writeString(
        directory.resolve("still.yaml"),
        """
        name: still
        horizon_days: 30
        disruptions:
          - {kind: capacity_loss, site: A, start_day: 5, duration_days: 10, lost: 1}
        """);
    return folder;
  }

  private static void write(Path folder, String table, String text) throws IOException {
    Files.writeString(folder.resolve(table + ".csv"), text);
  }

  private Session compare(String plans, String... more) throws IOException {
    List<Object> words =
        new ArrayList<>(
            List.of(
                "compare",
                chain(),
                "--plans",
                plans,
                "--scenario",
                directory.resolve("still.yaml"),
                "--reps",
                "3",
                "--out",
                directory.resolve("out")));
    words.addAll(List.of(more));
    return Session.run(words.toArray());
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  @Test
  void flowsOfAFileAreCarriedOut() throws IOException {
    Path whole = file("whole.csv", HEAD + "ship_more,LB,7,14,10\nship_less,LA,7,14,0\n");
    String held = ",LA,5,8,10\n,LB,5,8,0\n";
    Path late = file("late.csv", HEAD + held + "ship_more,LB,9,14,10\n,LA,9,14,0\n");
    Session session = compare("none," + whole + "," + late);
    assertThat(session.exit()).as(session.err()).isZero();
    List<String> rows = Files.readAllLines(directory.resolve("out/compare.csv"));
    assertThat(rows.get(1)).startsWith("none,450").endsWith(",0,0,0,,,,");
    assertThat(rows.get(2)).startsWith("whole.csv,50").endsWith(",-400,-400,-400,,,,");
    assertThat(rows.get(3)).startsWith("late.csv,150").endsWith(",-300,-300,-300,,,,");
    assertThat(Files.readString(directory.resolve("out/report.html")))
        .contains("whole.csv loses least, and less than none beyond chance.");
  }

  @Test
  void aPlaybookOpensWhatItCalls() throws IOException {
    String steps =
        """
        name: call
        trigger: chain_break
        level: 1
        steps:
          - {id: ask, what: Ask B, role: key_enterprises, hours: 24%s}
        """;
    Path calls = file("calls.yaml", steps.formatted(", actions: [{do: open, link: LB}]"));
    Path idle = file("idle.yml", steps.formatted(""));
    Session session = compare("none," + idle + "," + calls);
    assertThat(session.exit()).as(session.err()).isZero();
    List<String> rows = Files.readAllLines(directory.resolve("out/compare.csv"));
    // A day's step and B's own two days after the break of day 5: from day 8 on, days 6 and 7 lost.
    assertThat(rows.get(2)).startsWith("idle.yml,450");
    assertThat(rows.get(3)).startsWith("calls.yaml,100");
  }

  @Test
  void thePageSpeaksChineseToo() throws IOException {
    Path whole = file("whole.csv", HEAD + "ship_more,LB,7,14,10\nship_less,LA,7,14,0\n");
    Session session = compare("none," + whole, "--lang", "zh");
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(Files.readString(directory.resolve("out/report.html")))
        .contains("whole.csv 的损失最小，且显著小于 none。");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ship_more,LC,7,14,10 | [link_or_recipe_id] \"LC\" is neither a link nor a recipe",
        "ship_more,LB,-1,14,10 | [first_day] \"-1\" is no day that a plan can name here",
        "ship_more,LB,7.5,14,10 | [first_day] \"7.5\" is no day that a plan can name here",
        "ship_more,LB,7,6,10 | [last_day] \"6\" is no day that a plan can name here",
        "ship_more,LB,7,14,-2 | [planned_per_day] \"-2\" is no amount of units per day",
        "ship_more,LB,7,14,inf | [planned_per_day] \"inf\" is no amount of units per day",
        "ship_more,LB,7,14,ten | [planned_per_day] \"ten\" is no amount of units per day",
        "ship_more,LB,1,6,10 | [last_day] \"6\" is before this standby source can deliver. Write"
            + " day 7 or later",
      })
  void aFaultOfAFileIsToldWithItsCell(String row, String told) throws IOException {
    Session session = compare("none," + file("plan.csv", HEAD + row + "\n"));
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err()).contains("plan.csv:2 " + told);
  }

  @Test
  void allFaultsOfAllFilesAreToldAtOnce() throws IOException {
    Path twice = file("twice.csv", HEAD + "ship_less,LA,7,14,3\nship_less,LA,14,20,4\n");
    Path odd = file("odd.csv", "link_or_recipe_id,first_day,last_day,planned_per_day,colour\n");
    Files.writeString(odd, Files.readString(odd) + "LA,1,2,3,red\n");
    Path book = file("book.yaml", "name: x\n");
    Session session = compare("none," + twice + "," + odd + "," + book);
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err())
        .contains("twice.csv:3 [first_day] \"14\" lies within the days of line 2")
        .contains("odd.csv:1 [colour] is no column of a plan")
        .contains("book.yaml");
  }
}
