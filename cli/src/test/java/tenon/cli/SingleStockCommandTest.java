package tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code tenon stock base-stock|newsvendor|rq|ss} from cases, tables and packages. */
class SingleStockCommandTest {
  @TempDir Path folder;

  private JsonNode cases(Object... arguments) {
    Session session = Session.run(arguments);
    assertThat(session.exit()).as(session.err()).isZero();
    return JsonMapper.builder().build().readTree(session.out()).get("cases");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /** Published: Zheng and Federgruen (1991); Snyder and Shen, examples 4.3 and 5.8. */
  @Test
  void publishedPoliciesComeOutOfEveryForm() throws IOException {
    Path table =
        file(
            "items.csv",
            """
            item,order_cost,holding_cost_per_day,stockout_cost_per_day,demand,lead_time_days
            screws,64,1,9,Poisson(20),0
            """);
    JsonNode screws = cases("stock", "ss", table, "--json", "-", "--quiet").get(0);
    assertThat(screws.get("name").asString()).isEqualTo("screws");
    assertThat(screws.get("s").asDouble()).isEqualTo(14);
    assertThat(screws.get("S").asDouble()).isEqualTo(62);
    assertThat(screws.get("cost").asDouble()).isCloseTo(49.173, within(5e-4));
    Path list = file("rq.json", "[{\"h\":20,\"p\":150,\"L\":2,\"demand\":\"Poisson(1.5)\"}]");
    JsonNode lot =
        cases("stock", "rq", list, "--order-cost", "100", "--json", "-", "--quiet").get(0);
    assertThat(lot.get("R").asInt() + " " + lot.get("Q").asInt()).isEqualTo("3 5");
    Path one = file("papers.json", "{\"h\":0.18,\"p\":0.7,\"d\":50,\"sd\":8}");
    JsonNode papers = cases("stock", "newsvendor", one, "--json", "-", "--quiet").get(0);
    assertThat(papers.get("cost").asDouble()).isCloseTo(1.9976051931766445, within(1e-9));
  }

  /** By hand: 1.6449 sqrt(4 x 20 x 20 + 100 x 100 x 1 x 1), and the policy that is there. */
  @Test
  void tablesAndReportsAreWritten() throws IOException {
    Path list =
        file(
            "cases.json",
            "{\"cases\":[{\"name\":\"a\",\"service\":0.95,\"L\":4,\"sd\":20,\"d\":100,\"sL\":1},"
                + "{\"alpha_fail\":0.05,\"beta_recover\":0.3,\"h\":1,\"p\":19,\"d\":100}]}");
    Path out = folder.resolve("out");
    Session session = Session.run("stock", "base-stock", list, "--out", out, "--lang", "zh");
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(Files.readAllLines(out.resolve("base_stock.csv")).getLast())
        .startsWith("a,0.95,1.64485")
        .contains(",177.1561");
    assertThat(Files.readAllLines(out.resolve("base_stock_2.csv")).getLast())
        .startsWith("2,0.95,0.857")
        .contains(",3,400,579.047");
    assertThat(Files.readString(out.resolve("report.html"))).contains("安全库存", "再订货点");
    Path given =
        file(
            "given.json",
            "{\"h\":1,\"p\":4,\"K\":5,\"demand\":\"Poisson(6)\",\"s\":2,\"S\":9,\"L\":0}");
    JsonNode priced = cases("stock", "ss", given, "--json", "-", "--quiet").get(0);
    assertThat(priced.get("cost_of_given").asDouble()).isGreaterThan(8.034111561471642);
  }

  /** By hand: 10 a day with a spread of 3, four days and half a day's spread of them. */
  @Test
  void thePackageGivesDemandLeadTimeAndHoldingCost() throws IOException {
    file("datapackage.json", PACKAGE);
    file("regions.csv", "region_id,name\nr,R\n");
    file("firms.csv", "firm_id,region_id\nf,r\n");
    file("sites.csv", "site_id,firm_id,region_id,kind\nmill,f,r,plant\nshop,f,r,store\n");
    file("products.csv", "product_id,unit_value\nflour,73\n");
    file(
        "recipes.csv",
        """
        recipe_id,site_id,product_id,capacity_per_day,cycle_days,production_cost_per_unit
        m,mill,flour,100,1,73
        """);
    file(
        "sourcing.csv",
        "link_id,customer_site_id,supplier_site_id,product_id,share,lead_time_days,"
            + "lead_time_sd_days\nl,shop,mill,flour,1,4,0.5\n");
    file("demand.csv", "site_id,product_id,mean_per_day,sd_per_day\nshop,flour,10,3\n");
    JsonNode shop =
        cases("stock", "base-stock", folder, "--json", "-", "--quiet")
            .valueStream()
            .filter(one -> one.get("name").asString().equals("shop:flour"))
            .findFirst()
            .orElseThrow();
    double stock = 1.6448536269514722 * Math.sqrt(4 * 9 + 100 * 0.25);
    assertThat(shop.get("SS").asDouble()).isCloseTo(stock, within(1e-9));
    assertThat(shop.get("reorder_point").asDouble()).isCloseTo(40 + stock, within(1e-9));
    assertThat(shop.get("holding_cost").asDouble()).isCloseTo(0.2 * stock, within(1e-9));
    Session lots = Session.run("stock", "ss", folder, "--order-cost", "50");
    assertThat(lots.exit()).isZero();
    assertThat(lots.err()).contains("1 item whose lead time has a spread");
    assertThat(Session.run("stock", "rq", folder).err()).contains("lacks K");
  }

  @Test
  void everyFaultIsToldAtOnceInBothLanguages() throws IOException {
    Path broken =
        file(
            "broken.csv",
            """
            item,h,p,K,L,demand,service
            a,-1,9,64,0,Poisson(10),
            b,1,9,64,0,Gamma(3),
            c,1,,64,0,Poisson(10),1
            d,1,9,,0,Poisson(10),
            """);
    String english = Session.run("stock", "ss", broken, "--lang", "en").err();
    assertThat(english)
        .contains("broken.csv:2", "\"-1\" is the h, which must lie in (0, ...)")
        .contains("broken.csv:3", "\"Gamma(3)\" is no demand that can be used")
        .contains("broken.csv:4", "service")
        .contains("broken.csv:5 lacks K")
        .contains("errors: 4");
    assertThat(Session.run("stock", "ss", broken, "--lang", "zh").err())
        .contains("缺少 K", "不是可用的需求");
    Path zero = file("zero.json", "{\"service\":1,\"L\":4,\"sd\":20,\"d\":100}");
    assertThat(Session.run("stock", "base-stock", zero).exit()).isEqualTo(2);
    Path negative = file("none.json", "{\"h\":1,\"p\":9,\"K\":1,\"demand\":[0.5,0.6]}");
    assertThat(Session.run("stock", "ss", negative).err()).contains("sum to 1");
    assertThat(Session.run("stock", "ss", folder.resolve("missing.csv")).exit()).isEqualTo(2);
  }

  private static final String PACKAGE =
      """
      {"name": "p", "resources": [
        {"name": "regions", "path": "regions.csv"}, {"name": "firms", "path": "firms.csv"},
        {"name": "sites", "path": "sites.csv"}, {"name": "products", "path": "products.csv"},
        {"name": "recipes", "path": "recipes.csv"}, {"name": "sourcing", "path": "sourcing.csv"},
        {"name": "demand", "path": "demand.csv"}]}
      """;
}
