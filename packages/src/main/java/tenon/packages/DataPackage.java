package tenon.packages;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tenon.model.Chain;
import tenon.model.Columns;
import tenon.model.Panel;
import tenon.model.Resource;
import tenon.model.node.SiteNode;

/**
 * A data package in memory: what it says of itself, and its tables. Immutable.
 *
 * @param info what the package says of itself
 * @param tables the resources that the package has
 * @param nodes sites that it describes in detail
 */
public record DataPackage(PackageInfo info, Map<Resource, Columns> tables, List<SiteNode> nodes) {
  public DataPackage {
    Map<Resource, Columns> copy = new EnumMap<>(Resource.class);
    copy.putAll(tables);
    tables = Collections.unmodifiableMap(copy);
    nodes = List.copyOf(nodes);
  }

  /** A package without sites in detail. */
  public DataPackage(PackageInfo info, Map<Resource, Columns> tables) {
    this(info, tables, List.of());
  }

  /** The supply chain in the package; empty where the package holds none. */
  public Chain chain() {
    return Chain.of(tables).with(nodes);
  }

  /** The panel of indicators in the package; empty where the package holds none. */
  public Panel panel() {
    return Panel.of(tables);
  }
}
