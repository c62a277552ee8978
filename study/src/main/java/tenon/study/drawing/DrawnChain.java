package tenon.study.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tenon.model.Chain;
import tenon.model.Links;

/**
 * What of a chain is drawn: the gravest sites one by one, the others gathered by tier and region,
 * so that a page can hold them; and the flows between these marks.
 */
final class DrawnChain {
  private static final int MARKS = 56;
  private static final int SINGLES = 20;
  private static final int COLUMNS = 6;
  private static final int FLOWS = 150;

  /** Links of unknown value may not exceed this share, else links are counted instead. */
  private static final double UNKNOWN_VALUE = 0.1;

  /**
   * What moves from one mark to another.
   *
   * @param from index of the supplying mark
   * @param to index of the supplied mark
   * @param weight money per day, or number of links
   * @param links number of links in it
   * @param inferred of these, number that nobody declared
   */
  record Flow(int from, int to, double weight, int links, int inferred) {}

  /** Sums of a flow. */
  private static final class Sum {
    private double weight;
    private int links;
    private int inferred;
  }

  private final Emphasis emphasis;
  private final Chain chain;
  private final int[] tier;
  private final int tiers;
  private final int columns;
  private final boolean byValue;
  private final List<DrawnNode> nodes = new ArrayList<>();
  private final List<Flow> flows = new ArrayList<>();
  private final int allFlows;
  private final double shownShare;

  DrawnChain(Chain chain, Emphasis emphasis) {
    this.chain = chain;
    this.emphasis = emphasis;
    tier = Tiers.of(chain);
    tiers = Arrays.stream(tier).max().orElse(Tiers.NONE) + 1;
    columns = Math.min(tiers, COLUMNS);
    byValue = unknownValue() <= UNKNOWN_VALUE;
    gather();
    List<Flow> all = allFlows();
    allFlows = all.size();
    flows.addAll(heaviest(all));
    double total = all.stream().mapToDouble(Flow::weight).sum();
    shownShare = total > 0 ? flows.stream().mapToDouble(Flow::weight).sum() / total : 1;
  }

  List<DrawnNode> nodes() {
    return nodes;
  }

  List<Flow> flows() {
    return flows;
  }

  /** Number of flows between marks, drawn or not. */
  int allFlowCount() {
    return allFlows;
  }

  /** Share of the weight of all flows between marks that is drawn. */
  double shownShare() {
    return shownShare;
  }

  /** Whether flows are weighed in money per day; else in links. */
  boolean byValue() {
    return byValue;
  }

  int columns() {
    return columns;
  }

  /** Tier of a site, or {@link Tiers#NONE}. */
  int tier(int site) {
    return tier[site];
  }

  /** First tier of a column; a long chain has several tiers in one. */
  int firstTier(int column) {
    return Math.ceilDiv(column * tiers, columns);
  }

  int lastTier(int column) {
    return firstTier(column + 1) - 1;
  }

  /** Number of sites with an active link in a column. */
  int sitesIn(int column) {
    return (int) Arrays.stream(tier).filter(t -> t >= 0 && column(t) == column).count();
  }

  /** Number of sites without any active link, which are not drawn. */
  int unlinked() {
    return (int) Arrays.stream(tier).filter(t -> t == Tiers.NONE).count();
  }

  int column(int tierOfSite) {
    return tierOfSite * columns / tiers;
  }

  private void gather() {
    boolean all = Arrays.stream(tier).filter(t -> t >= 0).count() <= MARKS;
    SiteGroups groups = new SiteGroups(chain);
    int singles = 0;
    for (int site : siteOrder()) {
      int rank = emphasis.rank(site);
      boolean alone = rank > 0 && singles < SINGLES;
      if (tier[site] >= 0 && (all || alone)) {
        singles++;
        boolean marked = emphasis.marked(site);
        nodes.add(new DrawnNode(column(tier[site]), List.of(site), -1, rank, marked));
      } else if (tier[site] >= 0) {
        groups.add(column(tier[site]), site);
      }
    }
    for (SiteGroups.Group group : groups.split(MARKS - singles)) {
      boolean any = group.sites().stream().anyMatch(emphasis::marked);
      nodes.add(new DrawnNode(group.column(), group.sites(), group.region(), 0, any));
    }
  }

  /** Ranked sites first, then the others by row. */
  private List<Integer> siteOrder() {
    List<Integer> order = new ArrayList<>();
    for (int site = 0; site < tier.length; site++) {
      order.add(site);
    }
    order.sort(
        Comparator.comparingInt((Integer site) -> rankOrLast(site))
            .thenComparing(Comparator.naturalOrder()));
    return order;
  }

  private int rankOrLast(int site) {
    return emphasis.rank(site) == 0 ? Integer.MAX_VALUE : emphasis.rank(site);
  }

  private double unknownValue() {
    Links links = chain.links();
    int active = 0;
    int unknown = 0;
    for (int link = 0; link < links.count(); link++) {
      if (Tiers.active(links, link)) {
        active++;
        unknown += Double.isFinite(value(link)) ? 0 : 1;
      }
    }
    return active == 0 ? 1 : (double) unknown / active;
  }

  private double value(int link) {
    Links links = chain.links();
    double price = links.pricePerUnit(link);
    double unitValue = chain.products().unitValue(links.product(link));
    return links.volumePerDay(link) * (Double.isNaN(unitValue) ? price : unitValue);
  }

  private List<Flow> allFlows() {
    int[] nodeOf = new int[tier.length];
    Arrays.fill(nodeOf, -1);
    for (int node = 0; node < nodes.size(); node++) {
      for (int site : nodes.get(node).sites()) {
        nodeOf[site] = node;
      }
    }
    Map<Long, Sum> sums = new TreeMap<>();
    Links links = chain.links();
    for (int link = 0; link < links.count(); link++) {
      int from = nodeOf[links.supplier(link)];
      int to = nodeOf[links.customer(link)];
      if (Tiers.active(links, link) && from != to) {
        Sum sum = sums.computeIfAbsent((long) from * nodes.size() + to, none -> new Sum());
        sum.weight += weight(link);
        sum.links++;
        sum.inferred += links.inferred(link) ? 1 : 0;
      }
    }
    List<Flow> all = new ArrayList<>();
    sums.forEach(
        (pair, sum) ->
            all.add(
                new Flow(
                    (int) (pair / nodes.size()),
                    (int) (pair % nodes.size()),
                    sum.weight,
                    sum.links,
                    sum.inferred)));
    return all;
  }

  private double weight(int link) {
    if (!byValue) {
      return 1;
    }
    double value = value(link);
    return Double.isFinite(value) ? value : 0;
  }

  /** The heaviest flows, and of each mark the heaviest in and out, heaviest first. */
  private List<Flow> heaviest(List<Flow> all) {
    List<Flow> sorted = new ArrayList<>(all);
    sorted.sort(
        Comparator.comparingDouble(Flow::weight)
            .reversed()
            .thenComparingInt(Flow::from)
            .thenComparingInt(Flow::to));
    boolean[] hasOut = new boolean[nodes.size()];
    boolean[] hasIn = new boolean[nodes.size()];
    List<Flow> kept = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      Flow flow = sorted.get(i);
      if (i < FLOWS || !hasOut[flow.from()] || !hasIn[flow.to()]) {
        kept.add(flow);
        hasOut[flow.from()] = true;
        hasIn[flow.to()] = true;
      }
    }
    return kept;
  }
}
