package tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesignCommandTest {
  private static final Path CHAIN = Path.of("..", "examples", "three-tier");

  @TempDir private Path folder = Path.of("");

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path outage() throws IOException {
    return write(
        "outage.yaml",
        """
        name: outage-of-C
        horizon_days: 60
        disruptions:
          - {kind: capacity_loss, site: C, lost: 1, start_day: 5, duration_days: 20}
        """);
  }

  @Test
  void theFrontierIsLeftAsTablesAndAReportThatAnswers() throws IOException {
    Path levers =
        write(
            "levers.yaml",
            """
            scenarios:
              - {scenario: outage-of-C, per_year: 0.5}
            levers:
              - id: buffer
                pillar: operations
                cost_per_year: 10
                changes:
                  - {do: stock, site: C, product: q, units: 100}
              - id: none
                pillar: ecosystem
                cost_per_year: 1000000
                changes:
                  - {do: insurance, share: 0.1}
            """);
    Path out = folder.resolve("out");
    Session session =
        Session.run("design", CHAIN, "--levers", levers, "--scenarios", outage(), "--out", out);
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(Files.readAllLines(out.resolve("frontier.csv"))).hasSize(5);
    // The best at any weight is the buffer: 100 units less are lost every second year.
    assertThat(Files.readAllLines(out.resolve("points.csv")).stream().skip(1))
        .allMatch(row -> row.split(",", -1)[1].equals("buffer"));
    // What the buffer costs is paid in full, by those for whom it averts a loss.
    double paid =
        Files.readAllLines(out.resolve("who_pays.csv")).stream()
            .filter(row -> row.startsWith("1,buffer,"))
            .mapToDouble(row -> Double.parseDouble(row.split(",", -1)[4]))
            .sum();
    assertThat(paid).isCloseTo(10, within(1e-9));
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("Who pays, who gains")
        .contains("script-src 'sha256-", "id=\"frontier-data\"");
  }

  /** By hand: (0.5 x 10 + 2) / (10 + 16) = 0.2692; the fire of 2005 lies before the years. */
  @Test
  void casesMoveHowOftenAScenarioComes() throws IOException {
    Path levers =
        write(
            "levers.yaml",
            """
            scenarios:
              - {scenario: outage-of-C, per_year: 0.5, cause: fire, worth_years: 10}
            levers:
              - id: buffer
                pillar: operations
                cost_per_year: 10
                changes:
                  - {do: stock, site: C, product: q, units: 100}
            """);
    Path library = Files.createDirectory(folder.resolve("library"));
    for (String one : new String[] {"2005 fire", "2012 fire", "2020 fire", "2021 flood"}) {
      String[] parts = one.split(" ", -1);
      Files.writeString(
          library.resolve(parts[0] + ".yaml"),
          """
          case_id: c%s
          title: told
          chains: [parts]
          cause: %s
          from: %s-03-01
          evidence: told
          """
              .formatted(parts[0], parts[1], parts[0]));
    }
    Object[] command = {
      "design",
      CHAIN,
      "--levers",
      levers,
      "--scenarios",
      outage(),
      "--cases",
      library,
      "--from-year",
      2010,
      "--to-year",
      2025,
      "--lang",
      "en"
    };
    Session session = Session.run(command);
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(session.out())
        .contains("outage-of-C: 0.5 times a year as stated, 0.269 with 2 cases of fire");
    Files.writeString(
        levers, Files.readString(levers).replace("cause: fire, ", "").replace("0.5", "0"));
    assertThat(Session.run(command).err()).contains("and no cause whose cases they are about");
    Files.copy(library.resolve("2012.yaml"), library.resolve("again.yml"));
    assertThat(Session.run(command).err())
        .contains("again.yml \"c2012\" is the id of another case of the library too, in 2012.yaml");
  }

  @Test
  void everyFaultOfTheLeversIsToldAtOnce() throws IOException {
    Path levers =
        write(
            "levers.yaml",
            """
            levers:
              - id: free
                pillar: operations
                changes:
                  - {do: stock, site: Nowhere, product: q, units: 100}
              - id: plant
                pillar: layout
                cost_per_year: 1
                changes:
                  - {do: plant, recipe: "C:q", site: A, region: R, per_day: 1, lead_time_days: 1}
                  - {do: ready, id: "C:q", activation_days: 1}
              - id: plant
                pillar: layout
                cost_per_year: -1
                changes: []
              - id: early
                pillar: layout
                cost_per_year: 1
                development: {years: 2, chance: 0.5}
                changes:
                  - {do: market, site: A, product: q, to: A, share: 0.5}
                  - {do: substitute, site: A, product: q, by: nothing}
            """);
    Session session =
        Session.run(
            "design", CHAIN, "--levers", levers, "--scenarios", "absent.yaml", "--lang", "en");
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err())
        .contains(
            "cost_per_year",
            "\"Nowhere\" is not in the package",
            "\"A\" is a site already",
            "\"C:q\" is no standby recipe or link",
            "does nothing",
            "without a horizon to judge it over",
            "\"A\" is a site where nobody asks for the product",
            "\"nothing\" is not in the package",
            "\"absent.yaml\" is no scenario file")
        .doesNotContain("Exception");
  }

  @Test
  void weightsAreSortedAndSystemsToldAndScenariosMustCome() throws IOException {
    String lever =
        """
        horizon_years: 4
        scenarios:
          - {scenario: outage-of-C, per_year: %s}
        levers:
          - id: buffer
            pillar: operations
            cost_per_year: 10
            development: {years: 1, chance: 0.8}
            changes:
              - {do: stock, site: C, product: q, units: 100}
        """;
    Path out = folder.resolve("sorted");
    Session session =
        Session.run(
            "design",
            CHAIN,
            "--levers",
            write("levers.yaml", lever.formatted("0.5")),
            "--scenarios",
            outage(),
            "--lambdas",
            "1,0,1",
            "--out",
            out);
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(Files.readAllLines(out.resolve("points.csv")).stream().map(row -> row.charAt(0)))
        .containsExactly('l', '0', '1');
    assertThat(Files.readAllLines(out.resolve("levers.csv")).get(1))
        .startsWith("0,buffer,operations,innovation capacity,true,10,");
    Session none =
        Session.run(
            "design",
            CHAIN,
            "--levers",
            write("levers.yaml", lever.formatted("0")),
            "--scenarios",
            outage());
    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.err()).contains("frequency of every scenario");
  }

  /** Without margins a loss is units; the report must not call it money. */
  @Test
  void lossesInUnitsAreToldWhereNoMarginsAreKnown() throws IOException {
    Path bare = Files.createDirectories(folder.resolve("bare"));
    try (var files = Files.list(CHAIN)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, bare.resolve(file.getFileName().toString()));
      }
    }
    String products = Files.readString(bare.resolve("products.csv"));
    Files.writeString(bare.resolve("products.csv"), withoutMargins(products));
    Path levers =
        write(
            "levers.yaml",
            """
            scenarios:
              - {scenario: outage-of-C, per_year: 0.5}
            levers:
              - id: buffer
                pillar: operations
                cost_per_year: 10
                changes:
                  - {do: stock, site: C, product: q, units: 100}
            """);
    Path out = folder.resolve("units");
    Session session =
        Session.run("design", bare, "--levers", levers, "--scenarios", outage(), "--out", out);
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(session.err()).contains("losses are units");
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("CVaR of the loss, units a year", "Losses in units a year");
  }

  /** The table with its margins blank. */
  private static String withoutMargins(String products) {
    List<String> lines = products.lines().toList();
    int column = List.of(lines.getFirst().split(",", -1)).indexOf("margin_per_unit");
    StringBuilder bare = new StringBuilder(lines.getFirst()).append('\n');
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      cells[column] = "";
      bare.append(String.join(",", cells)).append('\n');
    }
    return bare.toString();
  }
}
