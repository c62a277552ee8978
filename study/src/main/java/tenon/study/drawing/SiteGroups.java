package tenon.study.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import tenon.model.Chain;
import tenon.model.Regions;

/**
 * Gathers sites by column of the drawing, and splits the largest gatherings by region, one level of
 * regions after another, as long as the marks allowed suffice.
 */
final class SiteGroups {
  /** A gathering of fewer sites is not worth splitting. */
  private static final int SMALL = 8;

  /**
   * Sites of one column.
   *
   * @param column column of the drawing
   * @param region region they share, or -1
   * @param sites the sites by row
   */
  record Group(int column, int region, List<Integer> sites) {
    Group {
      sites = List.copyOf(sites);
    }
  }

  private final Chain chain;
  private final TreeMap<Integer, List<Integer>> columns = new TreeMap<>();

  SiteGroups(Chain chain) {
    this.chain = chain;
  }

  void add(int column, int site) {
    columns.computeIfAbsent(column, none -> new ArrayList<>()).add(site);
  }

  /** The groups, at most {@code marks} unless there are more columns. */
  List<Group> split(int marks) {
    List<Group> groups = new ArrayList<>();
    columns.forEach((column, sites) -> groups.add(narrow(new Group(column, -1, sites))));
    List<Group> whole = new ArrayList<>();
    while (!groups.isEmpty()) {
      groups.sort(Comparator.comparingInt((Group group) -> group.sites().size()).reversed());
      Group largest = groups.removeFirst();
      List<Group> parts = parts(largest);
      int after = groups.size() + whole.size() + parts.size();
      if (largest.sites().size() >= SMALL && parts.size() > 1 && after <= marks) {
        groups.addAll(parts);
      } else {
        whole.add(largest);
      }
    }
    whole.sort(
        Comparator.comparingInt(Group::column)
            .thenComparingInt(Group::region)
            .thenComparing(group -> group.sites().getFirst()));
    return whole;
  }

  /** The same sites under the smallest region that contains them all. */
  private Group narrow(Group group) {
    List<Group> parts = directParts(group);
    return parts.size() == 1 && parts.getFirst().region() != group.region()
        ? narrow(parts.getFirst())
        : group;
  }

  private List<Group> parts(Group group) {
    return directParts(group).stream().map(this::narrow).toList();
  }

  private List<Group> directParts(Group group) {
    TreeMap<Integer, List<Integer>> byRegion = new TreeMap<>();
    for (int site : group.sites()) {
      int region = below(chain.sites().region(site), group.region());
      byRegion.computeIfAbsent(region, none -> new ArrayList<>()).add(site);
    }
    List<Group> parts = new ArrayList<>();
    byRegion.forEach((region, sites) -> parts.add(new Group(group.column(), region, sites)));
    return parts;
  }

  /** The region next below {@code top} on the way down to {@code region}; -1 is above all. */
  private int below(int region, int top) {
    Regions regions = chain.regions();
    int at = region;
    // A chain of parents that runs in a circle ends after as many steps as there are regions.
    for (int step = 0; step < regions.count() && at != top; step++) {
      int parent = regions.parent(at);
      if (parent == top || parent < 0) {
        return at;
      }
      at = parent;
    }
    return at;
  }
}
