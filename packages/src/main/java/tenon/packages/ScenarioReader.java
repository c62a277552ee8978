package tenon.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import tenon.model.Chain;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.model.Scenario;

/**
 * Reads a scenario from YAML (1.2, JSON schema or plain), and checks it against the chain that it
 * is for: every fault with line, key, value and mend; nothing is half read.
 *
 * <pre>
 * name: fab-fire              # required; key of the scenario
 * description: free text      # optional
 * horizon_days: 180           # required; days to simulate, 1 to 100000
 * disruptions:                # required; may be empty
 *   - kind: capacity_loss     # or link_closure, demand_change, delay, stock_loss, order_pause
 *     site: FAB-01            # exactly one of site, firm, region, product, link, technology
 *     start_day: 10           # required; the first day of the horizon is 0
 *     duration_days: 30       # required; of stock_loss, which strikes once, not allowed
 *     lost: 0.6               # capacity_loss, stock_loss: share from 0 to 1
 *     factor: 1.4             # demand_change: times the usual demand
 *     longer_days: 5          # delay
 *     recovery: linear        # step (default), linear, exponential; capacity_loss, demand_change, delay
 *     recovery_days: 20       # with linear: days to full strength; with exponential: time constant
 * </pre>
 */
public final class ScenarioReader {
  private static final double LONGEST = 100_000;
  private static final List<String> KEYS =
      List.of("name", "description", "horizon_days", "disruptions");

  private ScenarioReader() {}

  /** The scenario files of a package, by name; none where it has no folder {@code scenarios}. */
  public static List<Path> files(Path packageDirectory) {
    Path folder = packageDirectory.resolve("scenarios");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(file -> file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
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

  /** Reads a scenario for a chain. */
  public static Loaded<Scenario> read(Path file, Chain chain) {
    Findings findings = new Findings();
    String name = shownName(file);
    Node root = new YamlFile(file, name, findings).root();
    Scenario scenario = root == null ? null : scenario(root, name, chain, findings);
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
      Node root, String file, Chain chain, Findings findings) {
    YamlObject object = YamlObject.of(root, "", file, findings);
    if (object == null) {
      return null;
    }
    object.allow(KEYS);
    String name = object.text("name", true);
    object.text("description", false);
    double horizon = object.number("horizon_days", true, 1, LONGEST);
    List<Disruption> disruptions = new ArrayList<>();
    for (YamlObject element : object.objects("disruptions")) {
      Disruption disruption = new DisruptionReader(element, chain, horizon).read();
      if (disruption != null) {
        disruptions.add(disruption);
      }
    }
    return findings.hasErrors() || name == null
        ? null
        : new Scenario(name, new Days(horizon), disruptions);
  }
}
