package tenon.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.cli.Session;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The serial systems of the traces as packages, run through {@code tenon simulate --trace}: every
 * column of every stage and day is that of stockpyl.
 */
class SerialTraceCommandTest {
  private static final String OUTSIDE = "outside";

  @TempDir private Path directory = Path.of("");

  @Test
  void undisturbed() throws IOException {
    same("serial3_nodisrupt");
  }

  @Test
  void pausedOrders() throws IOException {
    same("serial3_disrupt_OP");
  }

  @Test
  void pausedShipments() throws IOException {
    same("serial3_disrupt_SP");
  }

  private void same(String name) throws IOException {
    Path folder = OracleFiles.folder("twin/inventory");
    Path inputs = folder.resolve(name + ".json");
    Path scenario = write(new ObjectMapper().readTree(Files.readString(inputs)));
    Path trace = directory.resolve("trace.csv");
    Session session =
        Session.run(
            "simulate",
            directory.resolve("package").toString(),
            "--scenario",
            scenario.toString(),
            "--days",
            "100",
            "--reps",
            "1",
            "--seed",
            "1",
            "--trace",
            trace.toString(),
            "--out",
            directory.resolve("out").toString());
    assertThat(session.err()).doesNotContain("error");
    assertThat(session.exit()).isZero();
    List<String> ours = Files.readAllLines(trace);
    List<String> theirs = Files.readAllLines(folder.resolve(name + ".csv"));
    assertThat(ours.getFirst()).isEqualTo(theirs.getFirst());
    assertThat(ours).hasSameSizeAs(theirs);
    assertThat(differences(ours, theirs)).isEmpty();
  }

  private static List<String> differences(List<String> ours, List<String> theirs) {
    List<String> differences = new ArrayList<>();
    for (int row = 1; row < ours.size(); row++) {
      String[] our = ours.get(row).split(",", -1);
      String[] their = theirs.get(row).split(",", -1);
      for (int i = 0; i < their.length; i++) {
        double expected = Double.parseDouble(their[i]);
        double gap = Math.abs(Double.parseDouble(our[i]) - expected);
        if (!(gap <= 1e-9 * (1 + Math.abs(expected)))) {
          differences.add("column " + i + ": " + theirs.get(row) + " is " + ours.get(row));
        }
      }
    }
    return differences;
  }

  /** Writes the package and its scenario. */
  private Path write(JsonNode system) throws IOException {
    Path folder = Files.createDirectories(directory.resolve("package"));
    StringBuilder stocks =
        new StringBuilder(
            "site_id,product_id,on_hand,policy,order_up_to,holding_cost_per_day\n"
                + OUTSIDE
                + ",goods,inf,base_stock,,\n");
    StringBuilder links =
        new StringBuilder("link_id,customer_site_id,supplier_site_id,product_id,lead_time_days\n");
    StringBuilder sites =
        new StringBuilder("site_id,firm_id,region_id,kind\n" + OUTSIDE + ",f,r,supplier\n");
    for (String stage : List.of("1", "2", "3")) {
      String level = system.get("base_stock_level").get(stage).asString();
      String supplier = stage.equals("3") ? OUTSIDE : Integer.toString(Integer.parseInt(stage) + 1);
      sites.append(stage).append(",f,r,warehouse\n");
      stocks
          .append(stage + ",goods," + level + ",base_stock," + level + ",")
          .append(system.get("local_holding_cost").get(stage).asString())
          .append('\n');
      links
          .append("to" + stage + "," + stage + "," + supplier + ",goods,")
          .append(system.get("shipment_lead_time").get(stage).asString())
          .append('\n');
    }
    StringBuilder series = new StringBuilder("site_id,product_id,date,quantity\n");
    LocalDate day = LocalDate.of(2024, 1, 1);
    for (JsonNode quantity : system.get("demand_list")) {
      series.append("1,goods," + day + "," + quantity.asString() + "\n");
      day = day.plusDays(1);
    }
    Files.writeString(folder.resolve("sites.csv"), sites);
    Files.writeString(folder.resolve("stocks.csv"), stocks);
    Files.writeString(folder.resolve("sourcing.csv"), links);
    Files.writeString(folder.resolve("demand_series.csv"), series);
    Files.writeString(folder.resolve("firms.csv"), "firm_id\nf\n");
    Files.writeString(folder.resolve("regions.csv"), "region_id\nr\n");
    Files.writeString(folder.resolve("products.csv"), "product_id\ngoods\n");
    Files.writeString(
        folder.resolve("demand.csv"),
        "site_id,product_id,mean_per_day,lost_sale_cost,backorder\n1,goods,10,"
            + system.get("stockout_cost").get("1").asString()
            + ",true\n");
    List<String> tables =
        List.of(
            "sites",
            "stocks",
            "sourcing",
            "demand_series",
            "firms",
            "regions",
            "products",
            "demand");
    Files.writeString(
        folder.resolve("datapackage.json"),
        "{\"name\":\"serial\",\"resources\":["
            + String.join(
                ",",
                tables.stream()
                    .map(table -> "{\"name\":\"" + table + "\",\"path\":\"" + table + ".csv\"}")
                    .toList())
            + "]}");
    return Files.writeString(directory.resolve("scenario.yaml"), scenario(system));
  }

  private static String scenario(JsonNode system) {
    StringBuilder text = new StringBuilder("name: trace\nhorizon_days: 100\ndisruptions:");
    JsonNode disruption = system.get("disruption");
    if (disruption == null || disruption.isNull()) {
      return text + " []\n";
    }
    for (JsonNode window : disruption.get("disrupted_periods")) {
      int first = window.get(0).asInt();
      text.append("\n  - kind: " + disruption.get("type").asString())
          .append("\n    site: \"" + disruption.get("node").asString() + "\"")
          .append("\n    start_day: " + first)
          .append("\n    duration_days: " + (window.get(1).asInt() - first + 1));
    }
    return text + "\n";
  }
}
