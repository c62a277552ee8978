package tenon.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenon.model.Chain;
import tenon.model.Columns;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Disruption.Recovery;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Resource;
import tenon.model.Scenario;
import tenon.model.Share;

class ScenarioReaderTest {
  @TempDir Path directory = Path.of("");

  /** A region, a firm, a plant and a product. */
  static Chain chain() {
    return Chain.of(
        Map.of(
            Resource.REGIONS, one(Resource.REGIONS, "region_id", "Anhui"),
            Resource.FIRMS, one(Resource.FIRMS, "firm_id", "Fab Ltd"),
            Resource.PRODUCTS, one(Resource.PRODUCTS, "product_id", "chip"),
            Resource.SITES,
                new Columns.Builder(Resource.SITES)
                    .row()
                    .set("site_id", "FAB-01")
                    .set("firm_id", "Fab Ltd")
                    .set("region_id", "Anhui")
                    .set("kind", "plant")
                    .build()));
  }

  private static Columns one(Resource resource, String column, String id) {
    return new Columns.Builder(resource).row().set(column, id).build();
  }

  private Loaded<Scenario> read(String text) throws IOException {
    Path folder = Files.createDirectories(directory.resolve("scenarios"));
    Path file = Files.writeString(folder.resolve("fire.yaml"), text);
    return ScenarioReader.read(file, chain());
  }

  private List<String> faults(String text) throws IOException {
    return read(text).findings().stream().map(finding -> finding.text(Locale.ENGLISH)).toList();
  }

  @Test
  void everyKindIsRead() throws IOException {
    Loaded<Scenario> loaded =
        read(
            """
            name: fire
            description: all kinds
            horizon_days: 180
            disruptions:
              - {kind: capacity_loss, site: FAB-01, start_day: 10, duration_days: 30, lost: 0.6,
                 recovery: linear, recovery_days: 20}
              - {kind: link_closure, region: Anhui, start_day: 1, duration_days: 2}
              - {kind: demand_change, product: chip, start_day: 0, duration_days: 9.5, factor: 1.4}
              - {kind: delay, firm: Fab Ltd, start_day: 3, duration_days: 4, longer_days: 5}
              - {kind: stock_loss, site: FAB-01, start_day: 6, lost: 1}
              - {kind: order_pause, site: FAB-01, start_day: 7, duration_days: 1}
            """);
    Target fab = new Target(Target.Kind.SITE, "FAB-01");
    assertThat(loaded.findings()).isEmpty();
    assertThat(loaded)
        .isEqualTo(
            new Loaded.Ready<>(
                new Scenario(
                    "fire",
                    new Days(180),
                    List.of(
                        new Disruption.CapacityLoss(
                            fab,
                            new Window(new Days(10), new Days(30), Recovery.LINEAR, new Days(20)),
                            new Share(0.6)),
                        new Disruption.LinkClosure(
                            new Target(Target.Kind.REGION, "Anhui"), window(1, 2)),
                        new Disruption.DemandChange(
                            new Target(Target.Kind.PRODUCT, "chip"), window(0, 9.5), 1.4),
                        new Disruption.Delay(
                            new Target(Target.Kind.FIRM, "Fab Ltd"), window(3, 4), new Days(5)),
                        new Disruption.StockLoss(fab, window(6, 1), new Share(1)),
                        new Disruption.OrderPause(fab, window(7, 1)))),
                List.of()));
  }

  private static Window window(double start, double duration) {
    return new Window(new Days(start), new Days(duration));
  }

  @Test
  void allFaultsAreToldAtOnceWithTheirMend() throws IOException {
    assertThat(
            faults(
                """
                name: fire
                horizon_day: 180
                horizon_days: 100
                disruptions:
                  - kind: capacity_los
                    site: FAB-01
                    start_day: 10
                    duration_days: 30
                  - kind: capacity_loss
                    site: FAB-1
                    start_day: 200
                    duration_days: -3
                    lost: 60%
                  - kind: demand_change
                    link: road
                    start_day: 1
                    duration_days: 2
                    factor: 2
                    longer_days: 3
                  - kind: delay
                    site: FAB-01
                    product: chip
                    start_day: 1
                    duration_days: 0
                """))
        .containsExactly(
            "scenarios/fire.yaml:2 [horizon_day] \"horizon_day\" is no key that is known here. If"
                + " \"horizon_days\" is meant, write that; the keys are name, title, title_zh,"
                + " description, source, horizon_days, tags, disruptions, hazards.",
            "scenarios/fire.yaml:5 [disruptions[1].kind] \"capacity_los\" is none of capacity_loss,"
                + " link_closure, demand_change, demand_shift, delay, information_delay,"
                + " stock_loss, order_pause, shipment_pause, transit_pause, receipt_pause,"
                + " export_control, yield_loss, price_change, tariff_rise, technology_cut, absence,"
                + " insolvency. Write capacity_loss",
            "scenarios/fire.yaml:10 [disruptions[2].site] \"FAB-1\" is no known site. The nearest"
                + " known site is \"FAB-01\"; write that.",
            "scenarios/fire.yaml:12 [disruptions[2].duration_days] \"-3\" is out of range. Write a"
                + " number from 0 to 1e9.",
            "scenarios/fire.yaml:11 [disruptions[2].start_day] lies after the horizon of 100 days."
                + " Write an earlier day, or a longer horizon; the first day is 0.",
            "scenarios/fire.yaml:13 [disruptions[2].lost] \"60%\" is no number. Write digits with a"
                + " point for decimals, for example 12.5.",
            "scenarios/fire.yaml:19 [disruptions[3].longer_days] \"longer_days\" is no key that is"
                + " known here. The keys are kind, site, firm, region, product, link, technology,"
                + " vendor, technology_kind, technology_jurisdiction, lane, mode, jurisdiction,"
                + " market, site_kind, tag, busiest, start_day, duration_days, factor, recovery,"
                + " recovery_days.",
            "scenarios/fire.yaml:15 [disruptions[3].link] cannot be the target of demand_change."
                + " Write one of site, firm, region, product, jurisdiction, market, site_kind, tag,"
                + " busiest.",
            "scenarios/fire.yaml:22 [disruptions[4].product] is a second target, and a disruption"
                + " hits one thing. Keep one, and write another disruption for the other.",
            "scenarios/fire.yaml:24 [disruptions[4].duration_days] must be above 0. Write how long"
                + " it lasts, or drop it.",
            "scenarios/fire.yaml:20 [disruptions[4].longer_days] is missing. Add it.");
  }

  @Test
  void aSecondDisruptionWithinTheRecoveryOfTheFirstIsRefused() throws IOException {
    assertThat(
            faults(
                """
                name: fire
                horizon_days: 100
                disruptions:
                  - {kind: capacity_loss, site: FAB-01, start_day: 10, duration_days: 5, lost: 1,
                     recovery: linear, recovery_days: 20}
                  - {kind: capacity_loss, site: FAB-01, start_day: 30, duration_days: 5, lost: 1}
                """))
        .containsExactly(
            "scenarios/fire.yaml:6 [disruptions[2].start_day] \"30\" begins while an earlier"
                + " disruption of the same kind at \"FAB-01\" is still recovering. Write a later"
                + " day, or one disruption with a longer duration.");
  }

  @Test
  void pausesAreAlsoReadByTheNamesOfStockpyl() throws IOException {
    Loaded<Scenario> loaded =
        read(
            """
            name: pauses
            tags: {all: [FAB-01]}
            disruptions:
              - {kind: TP, site: FAB-01, start_day: 1, duration_days: 2}
              - {kind: receipt-pausing, tag: all, start_day: 1, duration_days: 2}
            """
                .replace("tags", "horizon_days: 9\ntags"));
    assertThat(loaded.findings()).isEmpty();
    Target fab = new Target(Target.Kind.SITE, "FAB-01");
    assertThat(loaded)
        .isEqualTo(
            new Loaded.Ready<>(
                new Scenario(
                    "pauses",
                    new Days(9),
                    List.of(
                        new Disruption.TransitPause(fab, window(1, 2)),
                        new Disruption.ReceiptPause(fab, window(1, 2)))),
                List.of()));
  }

  @Test
  void readyScenariosFitAChainThatHasLittle() {
    for (String name : ScenarioLibrary.NAMES) {
      assertThat(ScenarioReader.readLibrary(name, chain(), 400).findings())
          .as(name)
          .allMatch(finding -> finding.code().equals("no-busiest"));
      assertThat(ScenarioLibrary.text(name)).contains("source: >-");
    }
  }

  /** The schema names the same keys and words as the reader. */
  @Test
  void theSchemaFollowsTheReader() {
    String schema = ScenarioLibrary.schema();
    List<String> words = new java.util.ArrayList<>(ScenarioReader.keys());
    words.addAll(DisruptionReader.effectKeys(null));
    words.addAll(DisruptionReader.KINDS);
    words.addAll(HazardReader.KEYS);
    words.addAll(HazardReader.PROCESSES);
    words.addAll(Busiest.KNOWN);
    assertThat(words).allMatch(word -> schema.contains("\"" + word + "\""));
  }

  @Test
  void whateverTheFileHoldsNothingIsThrown() throws IOException {
    String[] texts = {
      "",
      "---",
      "[]",
      "- a",
      "a: [",
      "name: x\nname: y",
      "? [a]\n: b",
      "&a [*a]",
      "!!int x",
      "name: fire\nhorizon_days: inf\ndisruptions: no",
      "disruptions: [1, [2], {}]",
      "\t",
      "a: b: c",
      "name: \"\"\nhorizon_days: 1e999\ndisruptions: []",
      "%YAML 3.0\n--- a",
      "a\n---\nb",
      "\u0000"
    };
    for (String text : texts) {
      Loaded<Scenario> loaded = read(text);
      assertThat(loaded).as(text).isInstanceOf(Loaded.Rejected.class);
      for (Finding finding : loaded.findings()) {
        assertThat(finding.text(Locale.ENGLISH)).doesNotContain("{0}");
        assertThat(finding.text(Locale.SIMPLIFIED_CHINESE)).doesNotContain("{0}");
      }
    }
    Path bytes = directory.resolve("latin.yaml");
    Files.write(bytes, "name: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(ScenarioReader.read(bytes, chain())).isInstanceOf(Loaded.Rejected.class);
    assertThat(ScenarioReader.read(directory.resolve("none.yaml"), chain()))
        .isInstanceOf(Loaded.Rejected.class);
  }

  @Test
  void scenarioFilesOfAPackageAreFoundByName() throws IOException {
    assertThat(ScenarioReader.files(directory)).isEmpty();
    Path folder = Files.createDirectories(directory.resolve("scenarios"));
    Path second = Files.writeString(folder.resolve("b.yml"), "");
    Path first = Files.writeString(folder.resolve("a.yaml"), "");
    Files.writeString(folder.resolve("c.txt"), "");
    assertThat(ScenarioReader.files(directory)).containsExactly(first, second);
  }

  @Test
  void aTechnologyCutAndAnAbsenceAreReadWithWhatTheyMayHit() throws IOException {
    Chain chain =
        tenon.model.ChainEdit.of(chain())
            .add(
                Resource.DEPENDENCIES,
                row ->
                    row.set("site_id", "FAB-01")
                        .set("technology", "litho")
                        .set("vendor", "V")
                        .set("kind", "cloud")
                        .set("jurisdiction", "NL"))
            .chain();
    Path file =
        Files.writeString(
            directory.resolve("cut.yaml"),
            """
            name: cut
            horizon_days: 50
            disruptions:
              - {kind: technology_cut, vendor: V, start_day: 1, duration_days: 2}
              - {kind: technology_cut, technology_kind: cloud, start_day: 1, duration_days: 2, lost: 0.5}
              - {kind: technology_cut, busiest: technology_jurisdiction, start_day: 1, duration_days: 2}
              - {kind: absence, site: FAB-01, start_day: 1, duration_days: 2, absent: 0.4}
            """);
    Window days = window(1, 2);
    assertThat(ScenarioReader.read(file, chain))
        .isEqualTo(
            new Loaded.Ready<>(
                new Scenario(
                    "cut",
                    new Days(50),
                    List.of(
                        new Disruption.CapacityLoss(
                            new Target(Target.Kind.VENDOR, "V"), days, new Share(1)),
                        new Disruption.CapacityLoss(
                            new Target(Target.Kind.TECHNOLOGY_KIND, "cloud"), days, new Share(.5)),
                        new Disruption.CapacityLoss(
                            new Target(Target.Kind.TECHNOLOGY_JURISDICTION, "NL"),
                            days,
                            new Share(1)),
                        new Disruption.Absence(
                            new Target(Target.Kind.SITE, "FAB-01"), days, new Share(.4)))),
                List.of()));
  }

  @Test
  void aCutOfNoTechnologyAndAnAbsenceFromNowhereAreRefused() throws IOException {
    assertThat(
            faults(
                """
                name: cut
                horizon_days: 50
                disruptions:
                  - {kind: technology_cut, site: FAB-01, start_day: 1, duration_days: 2}
                  - {kind: technology_cut, technology_kind: clod, start_day: 1, duration_days: 2}
                  - {kind: technology_cut, busiest: plant, start_day: 1, duration_days: 2}
                  - {kind: absence, product: chip, start_day: 1, duration_days: 2, absent: 1.4}
                """))
        .containsExactly(
            "scenarios/fire.yaml:4 [disruptions[1].site] cannot be the target of technology_cut."
                + " Write one of technology, vendor, technology_kind, technology_jurisdiction,"
                + " busiest.",
            "scenarios/fire.yaml:5 [disruptions[2].technology_kind] \"clod\" is no known"
                + " technology_kind. Write the id of a technology_kind of this package.",
            "scenarios/fire.yaml:6 [disruptions[3].busiest] \"plant\" is none of technology, cloud,"
                + " licence, vendor, technology_jurisdiction. Write one of these.",
            "scenarios/fire.yaml:7 [disruptions[4].product] cannot be the target of absence. Write"
                + " one of site, firm, region, jurisdiction, site_kind, tag, busiest.",
            "scenarios/fire.yaml:7 [disruptions[4].absent] \"1.4\" is out of range. Write a number"
                + " from 0 to 1.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "kind: capacity_loss, site: FAB-99, start_day: 1, duration_days: 2, lost: 1 | .site]"
            + " \"FAB-99\" is no known site. | Write the id of a site",
        "kind: capacity_loss, firm: Nobody, start_day: 1, duration_days: 2, lost: 1 | .firm]"
            + " \"Nobody\" is no known firm. | Write the id of a firm",
        "kind: capacity_loss, region: Anhwei, start_day: 1, duration_days: 2, lost: 1 | .region]"
            + " \"Anhwei\" is no known region. | \"Anhui\"; write that",
        "kind: link_closure, lane: A>B, start_day: 1, duration_days: 2 | .lane] \"A>B\" is no known"
            + " lane. | lane",
        "kind: link_closure, mode: sea, start_day: 1, duration_days: 2 | .mode] \"sea\" is no known"
            + " mode. | mode",
        "kind: link_closure, jurisdiction: XX, start_day: 1, duration_days: 2 | .jurisdiction]"
            + " \"XX\" is no known jurisdiction. | jurisdiction",
        "kind: demand_change, market: Mars, start_day: 1, duration_days: 2, factor: 2 | .market]"
            + " \"Mars\" is no known market. | market",
        "kind: absence, site_kind: castle, start_day: 1, duration_days: 2, absent: 1 | .site_kind]"
            + " \"castle\" is no known site_kind. | site_kind",
        "kind: absence, tag: coast, start_day: 1, duration_days: 2, absent: 1 | .tag] \"coast\" is"
            + " no known tag. | tag",
        "kind: capacity_loss, busiest: [castle], start_day: 1, duration_days: 2, lost: 1 |"
            + " .busiest] \"castle\" | Write one of",
        "kind: capacity_loss, site: FAB-01, start_day: -1, duration_days: 2, lost: 1 | .start_day]"
            + " \"-1\" is out of range. | Write a number from 0",
        "kind: capacity_loss, site: FAB-01, start_day: 1, duration_days: -2, lost: 1 |"
            + " .duration_days] \"-2\" is out of range. | Write a number from 0",
        "kind: capacity_loss, site: FAB-01, start_day: 1, duration_days: 1e300, lost: 1 |"
            + " .duration_days] \"1e300\" is out of range. | Write a number from 0",
        "kind: capacity_loss, site: FAB-01, start_day: .nan, duration_days: 2, lost: 1 |"
            + " .start_day] \".nan\" | Write",
        "kind: capacity_loss, site: FAB-01, start_day: NaN, duration_days: 2, lost: 1 | .start_day]"
            + " \"NaN\" | Write",
        "kind: capacity_loss, site: FAB-01, start_day: 1, duration_days: .inf, lost: 1 |"
            + " .duration_days] \".inf\" | Write",
        "kind: capacity_loss, site: FAB-01, start_day: 1, duration_days: 2, lost: 1.5 | .lost]"
            + " \"1.5\" is out of range. | from 0 to 1",
        "kind: capacity_loss, site: FAB-01, start_day: 1, duration_days: 2, lost: -0.1 | .lost]"
            + " \"-0.1\" is out of range. | from 0 to 1",
        "kind: price_change, site: FAB-01, start_day: 1, duration_days: 2, factor: 1e10 | .factor]"
            + " \"1e10\" is out of range. | from 0",
        "kind: tariff_rise, site: FAB-01, start_day: 1, duration_days: 2, rate: -0.1 | .rate]"
            + " \"-0.1\" is out of range. | from 0 to 100",
        "kind: delay, site: FAB-01, start_day: 1, duration_days: 2, longer_days: 4000 |"
            + " .longer_days] \"4000\" is out of range. | from 0 to 3650",
        "kind: capacity_loss, site: FAB-01, start_day: 1, duration_days: 2, lost: 1, recovery:"
            + " slow, recovery_days: 3 | .recovery] \"slow\" is none of | step, linear,"
            + " exponential",
        "kind: capacity_loss, site: FAB-01, start_day: 1, duration_days: 2, lost: 1, recovery:"
            + " linear, recovery_days: 0 | .recovery_days] must be above 0 | Write how long",
        "kind: capacity_loss, site: FAB-01, start_day: 1, duration_days: 2, lost: 1, recovery_days:"
            + " 5 | .recovery_days] | linear",
        "kind: link_closure, site: FAB-01, start_day: 1, duration_days: 2, recovery: linear |"
            + " .recovery] \"recovery\" is no key that is known here. | The keys are",
        "kind: capacity_loss, site: FAB-01, start_dya: 1, duration_days: 2, lost: 1 | .start_dya]"
            + " \"start_dya\" is no key | \"start_day\" is meant",
        "kind: capacity_loss, start_day: 1, duration_days: 2, lost: 1 | .site] or another target is"
            + " missing | Write one of site",
        "kind: absence, product: chip, start_day: 1, duration_days: 2, absent: 1 | .product] cannot"
            + " be the target of absence. | Write one of",
        "kind: insolvency, site: FAB-01, start_day: 1, duration_days: 2 | .site] cannot be the"
            + " target of insolvency. | Write one of firm",
        "kind: technology_cut, technology: EUV, start_day: 1, duration_days: 2 | .technology]"
            + " \"EUV\" is no known technology. | technology",
        "kind: stock_loss, site: FAB-01, start_day: 1, duration_days: 2, lost: 1 | .duration_days]"
            + " \"duration_days\" is no key | The keys are",
      })
  void everyBadValueIsToldAtItsPlaceWithItsMend(String one, String what, String mend)
      throws IOException {
    String text = "name: bad\nhorizon_days: 100\ndisruptions:\n  - {" + one + "}\n";
    assertThat(faults(text))
        .isNotEmpty()
        .allSatisfy(fault -> assertThat(fault).startsWith("scenarios/fire.yaml:4 [disruptions[1]"))
        .anySatisfy(fault -> assertThat(fault).contains(what.strip()).contains(mend.strip()));
  }
}
