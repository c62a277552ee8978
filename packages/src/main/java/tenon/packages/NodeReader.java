package tenon.packages;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.model.Message;
import tenon.model.node.Law;
import tenon.model.node.NodeSpec;
import tenon.model.node.SiteNode;
import tenon.model.node.Station;

/** Reads nodes from YAML: every fault with line, key, value and mend. */
public final class NodeReader {
  private static final double MOST = Double.MAX_VALUE;
  private static final double LEAST_TIME = 1e-9;
  private static final double LEAST_LOT = 1e-6;
  private static final int MOST_MACHINES = 10_000;
  private static final String BUNDLE = "tenon.packages.findings";
  private static final String FOLDER = "nodes";

  /** Units whose number in a day is known. */
  private static final Map<String, Double> A_DAY =
      Map.of("second", 86_400.0, "minute", 1_440.0, "hour", 24.0, "day", 1.0);

  private NodeReader() {}

  /** Reads a node. */
  public static Loaded<NodeFile> read(Path file) {
    return YamlObject.read(file, NodeReader::of);
  }

  /** The node files of a package, by name; none where it has no folder {@code nodes}. */
  static List<Path> files(Path folder) {
    return YamlFile.in(folder.resolve(FOLDER));
  }

  /** A node file of a package, and its root for findings about it; null where it is faulty. */
  static @Nullable NodeFile read(Path file, Findings findings) {
    String name = FOLDER + "/" + file.getFileName();
    Node root = new YamlFile(file, name, findings).root();
    YamlObject object = root == null ? null : YamlObject.of(root, "", name, findings);
    return object == null ? null : of(object);
  }

  private static @Nullable NodeFile of(YamlObject root) {
    root.allow(
        List.of(
            "name",
            "site",
            "unit",
            "day",
            "lot",
            "warm_up",
            "horizon",
            "replications",
            "wait_target",
            "arrivals",
            "stations"));
    String name = Objects.requireNonNullElse(root.text("name", false), "node");
    String unit = Objects.requireNonNullElse(root.text("unit", false), "hour");
    double most = A_DAY.getOrDefault(unit.toLowerCase(Locale.ROOT), 1e9);
    double day = root.number("day", false, LEAST_TIME, most);
    double lot = root.has("lot") ? root.number("lot", false, LEAST_LOT, 1e12) : 1;
    double horizon = root.number("horizon", true, LEAST_TIME, 1e12);
    double warmUp = root.has("warm_up") ? root.number("warm_up", false, 0, 1e12) : horizon / 10;
    double runs = whole(root, "replications", 20, 2, 100_000);
    double target = root.number("wait_target", false, LEAST_TIME, MOST);
    YamlObject arrivals = root.object("arrivals");
    if (arrivals == null && !root.has("arrivals")) {
      root.missing("arrivals");
    }
    Law interarrival = arrivals == null ? null : interarrival(arrivals);
    List<SiteNode.Product> products = new ArrayList<>();
    List<Double> shares = arrivals == null ? null : shares(arrivals, products, lot);
    List<Station> stations = new ArrayList<>();
    Set<String> names = new HashSet<>();
    boolean whole = true;
    for (YamlObject one : root.objects("stations")) {
      Station station = station(one, names);
      whole &= station != null;
      if (station != null) {
        stations.add(station);
      }
    }
    if (root.isSequence("stations") && whole && stations.isEmpty()) {
      refuse(root, "stations", "node-empty");
    }
    boolean numbers = horizon > 0 && warmUp >= 0 && runs >= 2 && lot > 0;
    if (arrivals == null
        || interarrival == null
        || shares == null
        || stations.isEmpty()
        || !whole
        || !numbers) {
      return null;
    }
    boolean known = A_DAY.containsKey(unit.toLowerCase(Locale.ROOT));
    return new NodeFile(
        root,
        name,
        unit,
        target,
        Double.isNaN(day) && known ? most : day,
        "morning".equals(arrivals.text("spread", false)),
        products,
        lot,
        new NodeSpec(interarrival, shares, stations, warmUp, horizon, (int) runs));
  }

  private static @Nullable Law interarrival(YamlObject arrivals) {
    arrivals.allow(List.of("rate", "law", "phases", "sd", "half_width", "products", "spread"));
    if (arrivals.has("spread")) {
      arrivals.word("spread", List.of("day", "morning"), false);
    }
    double rate = arrivals.number("rate", true, LEAST_TIME, 1e12);
    return Double.isNaN(rate) ? null : law(arrivals, 1 / rate);
  }

  private static @Nullable List<Double> shares(
      YamlObject arrivals, List<SiteNode.Product> products, double lot) {
    if (!arrivals.has("products")) {
      return List.of(1.0);
    }
    List<Double> shares = new ArrayList<>();
    Set<String> names = new HashSet<>();
    double sum = 0;
    for (YamlObject product : arrivals.objects("products")) {
      product.allow(List.of("name", "share", "lot"));
      String name = product.text("name", true);
      if (name != null && !names.add(name)) {
        refuse(product, "name", "node-twice");
      }
      double own = product.has("lot") ? product.number("lot", false, LEAST_LOT, 1e12) : lot;
      if (name != null && own > 0) {
        products.add(new SiteNode.Product(name, own));
      }
      double share = product.number("share", true, 0, 1);
      shares.add(share);
      sum += share;
    }
    if (Double.isNaN(sum)) {
      return null;
    }
    if (Math.abs(sum - 1) > 1e-9) {
      refuse(arrivals, "products", "node-shares", Double.toString(sum));
      return null;
    }
    return shares;
  }

  private static @Nullable Station station(YamlObject one, Set<String> names) {
    one.allow(
        List.of(
            "name",
            "machines",
            "process",
            "batch",
            "queue",
            "set_up",
            "breakdown",
            "yield",
            "ideal_time"));
    String name = one.text("name", true);
    if (name != null && !names.add(name)) {
      refuse(one, "name", "node-twice");
      name = null;
    }
    double machines = whole(one, "machines", 1, 1, MOST_MACHINES);
    Law process = law(one, "process", true, 0);
    double[] batch = batch(one);
    boolean endless = !one.has("queue") || "inf".equals(one.text("queue", false));
    double places = endless ? Integer.MAX_VALUE : whole(one, "queue", 1, 1, 1e9);
    Law setUp = law(one, "set_up", false, 0);
    Station.Breakdown breakdown = breakdown(one);
    double yield = one.has("yield") ? one.number("yield", false, LEAST_TIME, 1) : 1;
    double ideal = one.number("ideal_time", false, 0, MOST);
    boolean faulty =
        (one.has("set_up") && setUp == null) || (one.has("breakdown") && breakdown == null);
    if (setUp != null && batch[1] > 1) {
      refuse(one, "set_up", "node-setup-batch");
      faulty = true;
    }
    if (places < batch[0]) {
      refuse(one, "queue", "node-queue-batch", Long.toString((long) batch[0]));
      faulty = true;
    }
    if (name == null || process == null || faulty) {
      return null;
    }
    if (Double.isNaN(machines + batch[0] + batch[1] + places + yield)) {
      return null;
    }
    double planned = Double.isNaN(ideal) ? process.mean() / batch[1] : ideal;
    return new Station(
        name,
        (int) machines,
        process,
        (int) batch[0],
        (int) batch[1],
        (int) places,
        setUp,
        breakdown,
        yield,
        planned);
  }

  private static double[] batch(YamlObject station) {
    YamlObject batch = station.object("batch");
    if (batch == null) {
      return new double[] {1, 1};
    }
    batch.allow(List.of("least", "most"));
    double most = batch.has("most") ? whole(batch, "most", 1, 1, 1e6) : Double.NaN;
    if (!batch.has("most")) {
      batch.missing("most");
    }
    double least = whole(batch, "least", 1, 1, 1e6);
    if (least > most) {
      refuse(batch, "least", "node-batch", Long.toString((long) most));
    }
    return new double[] {least, most};
  }

  private static Station.@Nullable Breakdown breakdown(YamlObject station) {
    YamlObject breakdown = station.object("breakdown");
    if (breakdown == null) {
      return null;
    }
    breakdown.allow(List.of("work", "repair"));
    Law work = law(breakdown, "work", true, LEAST_TIME);
    Law repair = law(breakdown, "repair", true, 0);
    return work == null || repair == null ? null : new Station.Breakdown(work, repair);
  }

  private static @Nullable Law law(YamlObject from, String key, boolean needed, double least) {
    YamlObject at = from.object(key);
    if (at == null) {
      if (needed && !from.has(key)) {
        from.missing(key);
      }
      return null;
    }
    at.allow(List.of("law", "mean", "phases", "sd", "half_width"));
    double mean = at.number("mean", true, least, 1e12);
    return Double.isNaN(mean) ? null : law(at, mean);
  }

  private static @Nullable Law law(YamlObject at, double mean) {
    String law =
        at.has("law")
            ? at.word(
                "law", List.of("exponential", "fixed", "erlang", "lognormal", "uniform"), false)
            : "exponential";
    if (law == null) {
      return null;
    }
    return switch (law) {
      case "fixed" -> Law.fixed(mean);
      case "erlang" -> {
        double phases = whole(at, "phases", 2, 1, 1000);
        yield Double.isNaN(phases) ? null : Law.erlang(mean, (int) phases);
      }
      case "lognormal" -> {
        double sd = at.number("sd", true, 0, 1e12);
        if (mean == 0) {
          refuse(at, "mean", "node-lognormal");
        }
        yield Double.isNaN(sd) || mean == 0 ? null : Law.logNormal(mean, sd);
      }
      case "uniform" -> {
        double half = at.number("half_width", true, 0, mean);
        yield Double.isNaN(half) ? null : Law.uniform(mean, half);
      }
      default -> Law.exponential(mean);
    };
  }

  private static double whole(
      YamlObject at, String key, double standard, double least, double most) {
    if (!at.has(key)) {
      return standard;
    }
    double number = at.number(key, false, least, most);
    if (number != Math.rint(number)) {
      if (!Double.isNaN(number)) {
        refuse(at, key, "node-whole");
      }
      return Double.NaN;
    }
    return number;
  }

  private static void refuse(YamlObject at, String key, String code, String... arguments) {
    at.refuse(
        key,
        code,
        Message.of(BUNDLE, code, arguments),
        Message.of(BUNDLE, code + ".mend", arguments));
  }
}
