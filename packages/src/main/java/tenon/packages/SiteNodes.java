package tenon.packages;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Findings;
import tenon.model.Keys;
import tenon.model.Message;
import tenon.model.node.SiteNode;

/**
 * The nodes of a package: {@code nodes/SITE.yaml} describes the site of that name, or the one that
 * its key {@code site} names, event by event.
 */
final class SiteNodes {
  private static final String BUNDLE = "tenon.packages.findings";

  private final Map<Path, NodeFile> files = new LinkedHashMap<>();

  private SiteNodes() {}

  /** Reads the node files of a package; what is wrong with any is told. */
  static SiteNodes read(Path folder, Findings findings) {
    SiteNodes nodes = new SiteNodes();
    for (Path file : NodeReader.files(folder)) {
      NodeFile node = NodeReader.read(file, findings);
      if (node != null) {
        nodes.files.put(file, node);
      }
    }
    return nodes;
  }

  /** The nodes as they fit a chain; what does not fit, and who does not see them, is told. */
  List<SiteNode> of(Chain chain, Findings findings) {
    List<SiteNode> nodes = new ArrayList<>();
    Map<String, Path> taken = new LinkedHashMap<>();
    files.forEach(
        (file, node) -> {
          SiteNode fitting = fit(file, node, chain, taken);
          if (fitting != null) {
            nodes.add(fitting);
          }
        });
    if (!nodes.isEmpty()) {
      findings.add(
          Fault.warning("node-days", nodes.getFirst().file()).args(nodes.size()).finding());
    }
    return nodes;
  }

  private static @Nullable SiteNode fit(
      Path file, NodeFile node, Chain chain, Map<String, Path> taken) {
    YamlObject root = node.root();
    String named = root.text("site", false);
    String name = String.valueOf(file.getFileName());
    String site = named == null ? name.substring(0, name.lastIndexOf('.')) : named;
    Keys sites = chain.sites().keys();
    int row = sites.id(site);
    if (row < 0) {
      String nearest = Nearest.of(site, keys(sites));
      tell(root, "site", "node-site", nearest == null ? "mend" : "nearest", site, nearest);
      return null;
    }
    Path other = taken.putIfAbsent(site, file);
    if (other != null) {
      tell(root, "site", "node-site-twice", "mend", site, String.valueOf(other.getFileName()));
    }
    boolean fits = other == null;
    if (Double.isNaN(node.day())) {
      tell(root, "unit", "node-unit", "mend", node.unit());
      fits = false;
    }
    Set<String> work = work(chain, row);
    if (work.isEmpty()) {
      tell(root, "site", "node-no-work", "mend", site);
      return null;
    }
    for (SiteNode.Product product : node.products()) {
      if (!work.contains(product.name())) {
        String all = String.join(", ", work);
        tell(root, "arrivals", "node-product", "mend", product.name(), site, all);
        fits = false;
      }
    }
    for (String product : work) {
      boolean listed = node.products().stream().anyMatch(one -> one.name().equals(product));
      if (!node.products().isEmpty() && !listed) {
        tell(root, "arrivals", "node-product-missing", "mend", product, site);
        fits = false;
      }
    }
    return fits
        ? new SiteNode(
            site,
            "nodes/" + name,
            node.unit(),
            node.day(),
            node.morning(),
            node.products(),
            node.lot(),
            node.spec())
        : null;
  }

  /** Products that a site makes, or, where it makes none, holds or passes on. */
  private static Set<String> work(Chain chain, int site) {
    Keys products = chain.products().keys();
    Set<String> made = new TreeSet<>();
    for (int recipe = 0; recipe < chain.recipes().count(); recipe++) {
      if (chain.recipes().site(recipe) == site) {
        made.add(products.key(chain.recipes().product(recipe)));
      }
    }
    if (!made.isEmpty()) {
      return made;
    }
    for (int link = 0; link < chain.links().count(); link++) {
      if (chain.links().supplier(link) == site || chain.links().via(link) == site) {
        made.add(products.key(chain.links().product(link)));
      }
    }
    for (int demand = 0; demand < chain.demands().count(); demand++) {
      if (chain.demands().site(demand) == site) {
        made.add(products.key(chain.demands().product(demand)));
      }
    }
    return made;
  }

  private static List<String> keys(Keys keys) {
    List<String> all = new ArrayList<>();
    for (int id = 0; id < keys.count(); id++) {
      all.add(keys.key(id));
    }
    return all;
  }

  private static void tell(
      YamlObject root, String key, String code, String mend, @Nullable String... arguments) {
    String[] given = new String[arguments.length];
    for (int nth = 0; nth < given.length; nth++) {
      String argument = arguments[nth];
      given[nth] = argument == null ? "" : argument;
    }
    root.refuse(
        key, code, Message.of(BUNDLE, code, given), Message.of(BUNDLE, code + "." + mend, given));
  }
}
