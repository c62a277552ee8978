package tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tenon calibrate}, as a user meets it. */
class CalibrateCommandTest {
  @TempDir private Path folder = Path.of("");

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** A plant, a shop, a link between them. */
  private Path chain() throws IOException {
    write("chain/regions.csv", "region_id\nr\n");
    write("chain/firms.csv", "firm_id\nf\n");
    write("chain/sites.csv", "site_id,firm_id,region_id,kind\nplant,f,r,plant\nshop,f,r,store\n");
    write("chain/products.csv", "product_id\nchip\n");
    write("chain/recipes.csv", "recipe_id,site_id,product_id,yield\nmake,plant,chip,1\n");
    write(
        "chain/sourcing.csv",
        """
        link_id,customer_site_id,supplier_site_id,product_id,lead_time_days,status
        L,shop,plant,chip,9,active
        """);
    write("chain/demand.csv", "site_id,product_id,mean_per_day\nshop,chip,1\n");
    StringBuilder resources = new StringBuilder();
    for (String table :
        List.of("regions", "firms", "sites", "products", "recipes", "sourcing", "demand")) {
      resources.append(resources.isEmpty() ? "" : ",");
      resources.append("{\"name\":\"" + table + "\",\"path\":\"" + table + ".csv\"}");
    }
    write("chain/datapackage.json", "{\"name\":\"c\",\"resources\":[" + resources + "]}");
    return folder.resolve("chain");
  }

  /** Twenty days of each: demand 3, 4, 5 in turn; 2, 3, 4 days under way; 9 of 10 good. */
  private Path history() throws IOException {
    StringBuilder demand = new StringBuilder("site_id,product_id,date,quantity\n");
    StringBuilder deliveries =
        new StringBuilder("supplier_site_id,customer_site_id,product_id,ordered,received\n");
    StringBuilder made = new StringBuilder("recipe_id,date,started,good\n");
    for (int day = 0; day < 20; day++) {
      LocalDate date = LocalDate.of(2026, 1, 1).plusDays(day);
      demand.append("shop,chip," + date + "," + (3 + day % 3) + "\n");
      deliveries.append("plant,shop,chip," + date.minusDays(2 + day % 3) + "," + date + "\n");
      made.append("make," + date + ",10,9\n");
    }
    write("history/demand.csv", demand.toString());
    write("history/deliveries.csv", deliveries.toString());
    write("history/production.csv", made.toString());
    return folder.resolve("history");
  }

  @Test
  void whatHappenedIsWrittenIntoThePackageAndScored() throws IOException {
    Path out = folder.resolve("out");
    Path fitted = folder.resolve("fitted");
    Session session =
        Session.run(
            "calibrate",
            chain(),
            "--history",
            history(),
            "--package",
            fitted,
            "--hold-back",
            "0.25",
            "--out",
            out);
    assertThat(session.exit()).as(session.err()).isZero();
    // Days 0 to 14: five each of 3, 4, 5.
    List<String> rows = Files.readAllLines(out.resolve("fits.csv"));
    assertThat(rows).hasSize(4);
    String[] demand = rows.get(1).split(",", -1);
    assertThat(Double.parseDouble(demand[6])).isBetween(3.99, 4.01);
    assertThat(demand[15]).isEqualTo("15");
    assertThat(demand[16]).isEqualTo("5");
    assertThat(rows.get(3)).contains("yield,plant,chip,,make,,0.9,");
    assertThat(Files.readString(out.resolve("scores.csv")))
        .contains("demand,all,,1,5,", "lead_time,product,chip,1,5,");
    assertThat(Files.readString(out.resolve("report.html"))).contains("Fidelity", "<svg");
    assertThat(Files.readString(fitted.resolve("recipes.csv"))).contains("0.9");
    assertThat(Files.readString(fitted.resolve("sourcing.csv")))
        .doesNotContain("L,shop,plant,chip,9");
    assertThat(Session.run("check", fitted).exit()).isZero();
    Session chinese = Session.run("calibrate", chain(), "--history", history(), "--lang", "zh");
    assertThat(chinese.out()).contains("用 2026-01-01 至 2026-01-16 的历史拟合");
  }

  @Test
  void everyFaultOfAHistoryIsToldAtOnce() throws IOException {
    Path broken =
        write(
            "h/d.csv",
            "site_id,product_id,date,quantity\nshop,chip,soon,2\nshop,chip,2026-01-02,-3\n");
    Path late = write("h/l.csv", "link_id,ordered,received\nL,2026-01-09,2026-01-02\n");
    Path good = write("h/p.csv", "recipe_id,date,started,good\nmake,2026-01-02,4,5\n");
    Path what = write("h/w.csv", "a,b\n1,2\n");
    Session session =
        Session.run(
            "calibrate", chain(), "--history", broken + "," + late + "," + good + "," + what);
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err())
        .contains("d.csv:2 [date]", "d.csv:3 [quantity]", "l.csv:2 [received]", "p.csv:2 [good]")
        .contains("a, b");
    assertThat(Session.run("calibrate", chain()).err()).contains("no history");
    assertThat(Session.run("calibrate", chain(), "--hold-back", "2").exit()).isEqualTo(2);
    Path strange = write("s.csv", "site_id,product_id,date,quantity\nnowhere,chip,2026-01-02,1\n");
    assertThat(Session.run("calibrate", chain(), "--history", strange).err())
        .contains("1 row of history names no");
    Path few = write("f.csv", "site_id,product_id,date,quantity\nshop,chip,2026-01-02,1\n");
    assertThat(Session.run("calibrate", chain(), "--history", few).err())
        .contains("no series of at least 8");
  }
}
