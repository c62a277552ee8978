package tenon.packages;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import tenon.model.Chain;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Findings;
import tenon.model.Hazard;
import tenon.model.Loaded;
import tenon.model.Scenario;

/**
 * Reads a scenario from YAML (1.2, JSON schema or plain), and checks it against the chain that it
 * is for: every fault with line, key, value and mend; nothing is half read. The same rules stand in
 * the JSON schema {@code scenario.schema.json} beside this class.
 *
 * <pre>
 * name: fab-fire              # required; key of the scenario
 * title: Fire in the fab      # optional; what reports call it, in English
 * title_zh: 晶圆厂火灾          # optional; and in Chinese
 * description: free text      # optional
 * source: free text           # optional; where its numbers come from
 * horizon_days: 180           # days to simulate, 1 to 100000; may be left to the command line
 * tags: {coast: [S1, S2]}     # optional; names for groups of sites
 * disruptions:                # may be empty
 *   - kind: capacity_loss
 *     site: FAB-01            # exactly one target, see {@link TargetReader}
 *     start_day: 10           # required; the first day of the horizon is 0
 *     duration_days: 30       # required; of stock_loss, which strikes once, not allowed
 *     lost: 0.6               # capacity_loss, stock_loss, yield_loss: share from 0 to 1
 *     recovery: linear        # step (default), linear, exponential
 *     recovery_days: 20       # with linear: days to full strength; with exponential: time constant
 * hazards:                    # optional; what may happen, drawn anew in every replication
 *   - name: storms
 *     process: poisson        # or once, on_off
 *     rate_per_year: 2        # poisson; or events: FILE.csv, from and to, to calibrate it
 *     duration_days: 5        # mean of an exponential; length: fixed makes it that long always
 *     hit_probability: 0.5    # of each site of the target, in an event
 *     kind: capacity_loss     # what it does, as a disruption
 *     region: R1
 *     lost: 0.8
 * </pre>
 */
public final class ScenarioReader {
  private static final double LONGEST = 100_000;
  private static final List<String> KEYS =
      List.of(
          "name",
          "title",
          "title_zh",
          "description",
          "source",
          "horizon_days",
          "tags",
          "disruptions",
          "hazards");

  private ScenarioReader() {}

  /** The scenario files of a package, by name; none where it has no folder {@code scenarios}. */
  public static List<Path> files(Path packageDirectory) {
    return YamlFile.in(packageDirectory.resolve("scenarios"));
  }

  /**
   * The file that a name means: a file where there is one, else a scenario of the package.
   *
   * @param source directory of the package, or its descriptor
   */
  public static Path named(Path source, String name) {
    Path file = Path.of(name);
    Path folder = Files.isDirectory(source) ? source : source.toAbsolutePath().getParent();
    if (Files.isRegularFile(file) || folder == null) {
      return file;
    }
    return folder.resolve("scenarios").resolve(name.endsWith(".yaml") ? name : name + ".yaml");
  }

  /**
   * Reads the scenario that a name means: a file where there is one, else a scenario of the
   * package, else a ready one.
   *
   * @param source directory of the package, or its descriptor
   */
  public static Loaded<Scenario> read(Path source, String name, Chain chain) {
    return isReady(source, name)
        ? readLibrary(name, chain, Double.NaN)
        : read(named(source, name), chain);
  }

  /** Whether a name means a ready scenario, and no file. */
  public static boolean isReady(Path source, String name) {
    return ScenarioLibrary.NAMES.contains(name) && !Files.isRegularFile(named(source, name));
  }

  /** Reads a scenario for a chain. */
  public static Loaded<Scenario> read(Path file, Chain chain) {
    return read(file, chain, Double.NaN);
  }

  /** Keys of a scenario. */
  static List<String> keys() {
    return KEYS;
  }

  /**
   * Reads a scenario for a chain and a horizon of so many days.
   *
   * @param days takes the place of {@code horizon_days}; NaN where the file has to state it
   */
  public static Loaded<Scenario> read(Path file, Chain chain, double days) {
    Findings findings = new Findings();
    String name = shownName(file);
    Path parent = file.toAbsolutePath().getParent();
    Node root = new YamlFile(file, name, findings).root();
    return done(
        root == null ? null : scenario(root, name, new Ground(chain, days, parent), findings),
        findings);
  }

  /** Reads a scenario of the library for a chain and a horizon, as {@link #read}. */
  public static Loaded<Scenario> readLibrary(String name, Chain chain, double days) {
    return readText(ScenarioLibrary.text(name), name, chain, days);
  }

  /** Reads a scenario that stands in a text, which findings call by a name. */
  public static Loaded<Scenario> readText(String text, String name, Chain chain, double days) {
    Findings findings = new Findings();
    Node root = new YamlFile(text, name, findings).root();
    return done(
        root == null ? null : scenario(root, name, new Ground(chain, days, null), findings),
        findings);
  }

  /**
   * What a scenario is read for.
   *
   * @param days days from the command line, or NaN
   * @param folder where files it names are looked for, or null for nowhere
   */
  record Ground(Chain chain, double days, @Nullable Path folder) {}

  private static Loaded<Scenario> done(@Nullable Scenario scenario, Findings findings) {
    return scenario == null || findings.hasErrors()
        ? new Loaded.Rejected<>(findings.list())
        : new Loaded.Ready<>(scenario, findings.list());
  }

  /** As {@code scenarios/name.yaml} where the file lies in such a folder, else the bare name. */
  private static String shownName(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    Path folder = parent == null ? null : parent.getFileName();
    boolean inPackage = folder != null && folder.toString().equals("scenarios");
    return (inPackage ? "scenarios/" : "") + file.getFileName();
  }

  private static @Nullable Scenario scenario(
      Node root, String file, Ground ground, Findings findings) {
    YamlObject object = YamlObject.of(root, "", file, findings);
    if (object == null) {
      return null;
    }
    object.allow(KEYS);
    String name = object.text("name", true);
    Map<String, String> title = new LinkedHashMap<>();
    title(object, "title", "en", title);
    title(object, "title_zh", "zh", title);
    object.text("description", false);
    object.text("source", false);
    boolean given = !Double.isNaN(ground.days());
    double stated = object.number("horizon_days", !given, 1, LONGEST);
    double horizon = given ? ground.days() : stated;
    Map<String, List<String>> tags = tags(object);
    TargetReader targets = new TargetReader(ground.chain(), tags);
    List<Disruption> disruptions = new ArrayList<>();
    boolean hazardsAlone = object.has("hazards") && !object.has("disruptions");
    for (YamlObject element :
        hazardsAlone ? List.<YamlObject>of() : object.objects("disruptions")) {
      List<Disruption> read = new DisruptionReader(element, targets, horizon).read();
      read.stream()
          .filter(disruption -> overlaps(disruption, disruptions))
          .findFirst()
          .ifPresent(
              disruption ->
                  element.add(
                      element
                          .at("overlapping-recovery", "start_day")
                          .value(CsvCell.number(disruption.window().start().value()))
                          .args(disruption.target().id())));
      disruptions.addAll(read);
    }
    List<Hazard> hazards = new ArrayList<>();
    for (YamlObject element :
        object.has("hazards") ? object.objects("hazards") : List.<YamlObject>of()) {
      Hazard hazard = new HazardReader(element, targets, horizon, ground.folder()).read();
      if (hazard != null) {
        hazards.add(hazard);
      }
    }
    return findings.hasErrors() || name == null
        ? null
        : new Scenario(name, title, new Days(horizon), disruptions, hazards);
  }

  private static void title(
      YamlObject object, String key, String language, Map<String, String> title) {
    String text = object.text(key, false);
    if (text != null && !text.isBlank()) {
      title.put(language, text.strip());
    }
  }

  /** Whether one of a kind begins while another of it at the same target is still recovering. */
  private static boolean overlaps(Disruption disruption, List<Disruption> others) {
    for (Disruption other : others) {
      boolean same =
          other.getClass().equals(disruption.getClass())
              && other.target().equals(disruption.target());
      boolean first = other.window().firstDay() <= disruption.window().firstDay();
      Disruption earlier = first ? other : disruption;
      Disruption later = first ? disruption : other;
      double recovering = earlier.window().recoveryDays().value();
      double recovered = earlier.window().firstDayAfter() + recovering;
      if (same && recovering > 0 && later.window().firstDay() < recovered) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, List<String>> tags(YamlObject object) {
    Map<String, List<String>> tags = new LinkedHashMap<>();
    YamlObject named = object.object("tags");
    if (named != null) {
      named.keys().forEach(tag -> tags.put(tag, named.texts(tag)));
    }
    return tags;
  }
}
