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
  private final Integer[] southToNorth;

  /** Of the places from south to north: latitude, and where they lie on a sphere of radius 1. */
  private final double[] band;

  private final double[] x;
  private final double[] y;
  private final double[] z;
  private final double degrees;

  /** Square of the chord of the radius on that sphere. */
  private final double reach;

  private DensityClusters(double[] latitude, double[] longitude, double[] amount, double radiusKm) {
    this.latitude = latitude;
    this.longitude = longitude;
    this.amount = amount;
    int n = amount.length;
    southToNorth = IntStream.range(0, n).boxed().toArray(Integer[]::new);
    Arrays.sort(southToNorth, Comparator.comparingDouble((Integer at) -> latitude[at]));
    band = new double[n];
    x = new double[n];
    y = new double[n];
    z = new double[n];
    for (int at = 0; at < n; at++) {
      band[at] = latitude[southToNorth[at]];
      double north = Math.toRadians(band[at]);
      double east = Math.toRadians(longitude[southToNorth[at]]);
      x[at] = StrictMath.cos(north) * StrictMath.cos(east);
      y[at] = StrictMath.cos(north) * StrictMath.sin(east);
      z[at] = StrictMath.sin(north);
    }
    degrees = radiusKm / KM_PER_DEGREE * (1 + 1e-9);
    double chord = 2 * StrictMath.sin(Math.min(Math.PI, radiusKm / EARTH_KM) / 2);
    reach = chord * chord * (1 + 1e-12);
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
    double[] sorted = new double[n];
    for (int at = 0; at < n; at++) {
      sorted[at] = amount[southToNorth[at]];
    }
    boolean[] core = new boolean[n];
    for (int at = 0; at < n; at++) {
      core[at] = sorted[at] > 0 && around(at, sorted) >= needed * (1 - 1e-12);
    }
    int[] group = new int[n];
    Arrays.fill(group, -1);
    int groups = 0;
    Unvisited left = new Unvisited(core);
    for (int at = left.from(0); at < n; at = left.from(at)) {
      spread(at, groups++, left, group);
    }
    List<List<Integer>> clusters = new ArrayList<>();
    for (int nth = 0; nth < groups; nth++) {
      clusters.add(new ArrayList<>());
    }
    for (int at = 0; at < n; at++) {
      int joined = core[at] || sorted[at] == 0 ? group[at] : nearestCore(at, core, group);
      if (joined >= 0) {
        clusters.get(joined).add(southToNorth[at]);
      }
    }
    clusters.forEach(places -> places.sort(Comparator.naturalOrder()));
    return clusters;
  }

  /** First place from south to north whose latitude is near that of one. */
  private int south(int at) {
    int low = 0;
    int high = at;
    while (low < high) {
      int middle = (low + high) / 2;
      if (band[at] - band[middle] <= degrees) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private double apart(int one, int other) {
    double across = x[one] - x[other];
    double along = y[one] - y[other];
    double up = z[one] - z[other];
    return across * across + along * along + up * up;
  }

  /** What lies within the radius of a place; only places of near latitudes are looked at. */
  private double around(int at, double[] sorted) {
    double sum = 0;
    for (int other = south(at); other < band.length && band[other] - band[at] <= degrees; other++) {
      sum += apart(at, other) <= reach ? sorted[other] : 0;
    }
    return sum;
  }

  private void spread(int first, int number, Unvisited left, int[] group) {
    Deque<Integer> open = new ArrayDeque<>(List.of(first));
    left.take(first);
    group[first] = number;
    while (!open.isEmpty()) {
      int at = open.pop();
      for (int other = left.from(south(at));
          other < band.length && band[other] - band[at] <= degrees;
          other = left.from(other + 1)) {
        if (apart(at, other) <= reach) {
          left.take(other);
          group[other] = number;
          open.push(other);
        }
      }
    }
  }

  private int nearestCore(int at, boolean[] core, int[] group) {
    int joined = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int other = south(at); other < band.length && band[other] - band[at] <= degrees; other++) {
      double away = core[other] ? apart(at, other) : Double.POSITIVE_INFINITY;
      if (away <= reach && away < least) {
        least = away;
        joined = group[other];
      }
    }
    return joined;
  }

  /** Cores that no cluster has taken, found from any place on; those taken are leapt over. */
  private static final class Unvisited {
    private final int[] next;

    Unvisited(boolean[] core) {
      next = new int[core.length + 1];
      for (int at = 0; at < core.length; at++) {
        next[at] = core[at] ? at : at + 1;
      }
      next[core.length] = core.length;
    }

    void take(int at) {
      next[at] = at + 1;
    }

    int from(int at) {
      int end = at;
      while (next[end] != end) {
        end = next[end];
      }
      int step = at;
      while (next[step] != step) {
        int after = next[step];
        next[step] = end;
        step = after;
      }
      return end;
    }
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
