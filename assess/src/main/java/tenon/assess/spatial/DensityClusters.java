package tenon.assess.spatial;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where an amount lies densely: places whose surroundings hold much of it are joined to clusters
 * (DBSCAN: Ester, Kriegel, Sander, Xu 1996, with the weight of a surrounding in place of its number
 * of points). Each cluster has its weighted standard deviational ellipse (Lefever 1926); a long one
 * is a belt.
 *
 * <p>A place is a core where all within {@code radiusKm} of it, itself included, holds at least
 * {@code leastShare} of the whole amount. Cores within the radius of each other are one cluster; a
 * place that is no core but within the radius of one joins the cluster of its nearest core.
 * Distances are great circles.
 */
public final class DensityClusters {
  private static final double EARTH_KM = 6371.0088;
  private static final double KM_PER_DEGREE = EARTH_KM * Math.PI / 180;
  private static final int FEWEST_OF_A_BELT = 3;

  /**
   * A cluster.
   *
   * @param places its places, by number
   * @param amount what they hold together
   * @param latitude of the mean centre, weighted, degrees
   * @param longitude of the mean centre, degrees
   * @param majorKm standard distance along the longer axis
   * @param minorKm standard distance along the shorter axis
   * @param bearing direction of the longer axis, degrees east of north, from 0 to below 180
   * @param belt whether the axes differ by the factor asked for
   */
  public record Cluster(
      List<Integer> places,
      double amount,
      double latitude,
      double longitude,
      double majorKm,
      double minorKm,
      double bearing,
      boolean belt) {
    public Cluster {
      places = List.copyOf(places);
    }
  }

  private final double[] latitude;
  private final double[] longitude;
  private final double[] amount;
  private final double radiusKm;
  private final Integer[] southToNorth;
  private final int[] rank;

  private DensityClusters(double[] latitude, double[] longitude, double[] amount, double radiusKm) {
    this.latitude = latitude;
    this.longitude = longitude;
    this.amount = amount;
    this.radiusKm = radiusKm;
    southToNorth = IntStream.range(0, amount.length).boxed().toArray(Integer[]::new);
    Arrays.sort(southToNorth, Comparator.comparingDouble((Integer at) -> latitude[at]));
    rank = new int[amount.length];
    for (int at = 0; at < rank.length; at++) {
      rank[southToNorth[at]] = at;
    }
  }

  /**
   * The clusters, that of the greatest amount first.
   *
   * @param amount at least 0, by place
   * @param radiusKm how near counts as together, above 0
   * @param leastShare share of the whole amount around a core, above 0, at most 1
   * @param elongation quotient of the axes from which a cluster is a belt, at least 1
   */
  public static List<Cluster> of(
      double[] latitude,
      double[] longitude,
      double[] amount,
      double radiusKm,
      double leastShare,
      double elongation) {
    if (Arrays.stream(amount).anyMatch(a -> !(a >= 0))) {
      throw new IllegalArgumentException("amounts must be at least 0");
    }
    DensityClusters all = new DensityClusters(latitude, longitude, amount, radiusKm);
    double needed = leastShare * Arrays.stream(amount).sum();
    return all.clusters(needed).stream()
        .map(places -> all.cluster(places, elongation))
        .sorted(Comparator.comparingDouble(Cluster::amount).reversed())
        .toList();
  }

  private List<List<Integer>> clusters(double needed) {
    int n = amount.length;
    boolean[] core = new boolean[n];
    for (int place = 0; place < n; place++) {
      double around = near(place).stream().mapToDouble(other -> amount[other]).sum();
      core[place] = amount[place] > 0 && around >= needed * (1 - 1e-12);
    }
    int[] group = new int[n];
    Arrays.fill(group, -1);
    int groups = 0;
    for (int place = 0; place < n; place++) {
      if (core[place] && group[place] < 0) {
        spread(place, groups++, core, group);
      }
    }
    List<List<Integer>> clusters = new ArrayList<>();
    for (int nth = 0; nth < groups; nth++) {
      clusters.add(new ArrayList<>());
    }
    for (int place = 0; place < n; place++) {
      int joined = core[place] ? group[place] : nearestCore(place, core, group);
      if (joined >= 0 && amount[place] > 0) {
        clusters.get(joined).add(place);
      }
    }
    return clusters;
  }

  private void spread(int first, int number, boolean[] core, int[] group) {
    Deque<Integer> open = new ArrayDeque<>(List.of(first));
    group[first] = number;
    while (!open.isEmpty()) {
      for (int other : near(open.pop())) {
        if (core[other] && group[other] < 0) {
          group[other] = number;
          open.push(other);
        }
      }
    }
  }

  private int nearestCore(int place, boolean[] core, int[] group) {
    int joined = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int other : near(place)) {
      double away = km(place, other);
      if (core[other] && away < least) {
        least = away;
        joined = group[other];
      }
    }
    return joined;
  }

  /** Places within the radius, in a fixed order; only those of near latitudes are looked at. */
  private List<Integer> near(int place) {
    List<Integer> near = new ArrayList<>();
    double band = radiusKm / KM_PER_DEGREE * (1 + 1e-9);
    int from = rank[place];
    while (from > 0 && latitude[place] - latitude[southToNorth[from - 1]] <= band) {
      from--;
    }
    for (int at = from;
        at < rank.length && latitude[southToNorth[at]] - latitude[place] <= band;
        at++) {
      if (km(place, southToNorth[at]) <= radiusKm) {
        near.add(southToNorth[at]);
      }
    }
    return near;
  }

  private double km(int one, int other) {
    double up = StrictMath.sin(Math.toRadians(latitude[one] - latitude[other]) / 2);
    double across = StrictMath.sin(Math.toRadians(longitude[one] - longitude[other]) / 2);
    double shrink =
        StrictMath.cos(Math.toRadians(latitude[one]))
            * StrictMath.cos(Math.toRadians(latitude[other]));
    double half = up * up + shrink * across * across;
    return 2 * EARTH_KM * StrictMath.asin(Math.min(1, Math.sqrt(half)));
  }

  /** Centre and axes: eigenvalues of the weighted covariance of kilometres north and east. */
  private Cluster cluster(List<Integer> places, double elongation) {
    double sum = 0;
    double north = 0;
    double east = 0;
    for (int place : places) {
      sum += amount[place];
      north += amount[place] * latitude[place];
      east += amount[place] * longitude[place];
    }
    north /= sum;
    east /= sum;
    double shrink = StrictMath.cos(Math.toRadians(north));
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int place : places) {
      double x = (longitude[place] - east) * KM_PER_DEGREE * shrink;
      double y = (latitude[place] - north) * KM_PER_DEGREE;
      double weight = amount[place] / sum;
      xx += weight * x * x;
      xy += weight * x * y;
      yy += weight * y * y;
    }
    double middle = (xx + yy) / 2;
    double half = Math.hypot((xx - yy) / 2, xy);
    double major = Math.sqrt(middle + half);
    double minor = Math.sqrt(Math.max(0, middle - half));
    // The longer axis lies at half the angle of (xx - yy, 2 xy), counted from east to north.
    double angle = 90 - Math.toDegrees(StrictMath.atan2(2 * xy, xx - yy) / 2);
    double bearing = half == 0 ? 0 : ((angle % 180) + 180) % 180;
    boolean belt = places.size() >= FEWEST_OF_A_BELT && major > 0 && major >= elongation * minor;
    return new Cluster(places, sum, north, east, major, minor, bearing, belt);
  }
}
