package tenon.assess.spatial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DensityClustersTest {

  /** Four places along the equator one degree apart, three at one point far away, one alone. */
  @Test
  void aChainIsABeltAndAKnotIsACluster() {
    double[] latitude = {0, 0, 0, 0, 40, 40.01, 40, -60};
    double[] longitude = {10, 11, 12, 13, 50, 50, 50.01, 0};
    double[] amount = {10, 10, 10, 10, 12, 12, 12, 1};
    List<DensityClusters.Cluster> found =
        DensityClusters.of(latitude, longitude, amount, 120, 0.1, 2.5);
    assertThat(found).hasSize(2);
    DensityClusters.Cluster belt = found.getFirst();
    assertThat(belt.places()).containsExactly(0, 1, 2, 3);
    assertThat(belt.belt()).isTrue();
    assertThat(belt.bearing()).isCloseTo(90, within(1e-9));
    assertThat(belt.longitude()).isCloseTo(11.5, within(1e-12));
    // Offsets -1.5, -.5, .5, 1.5 degrees: mean square 1.25; a degree is 111.195 km.
    assertThat(belt.majorKm()).isCloseTo(Math.sqrt(1.25) * 111.19508, within(1e-3));
    assertThat(belt.minorKm()).isZero();
    assertThat(found.getLast().places()).containsExactly(4, 5, 6);
    assertThat(found.getLast().belt()).isFalse();
  }

  @Test
  void theAxisPointsAsThePlacesLie() {
    double[] latitude = {0, 0.5, 1};
    double[] longitude = {0, 0.5, 1};
    DensityClusters.Cluster northEast =
        DensityClusters.of(latitude, longitude, new double[] {1, 1, 1}, 100, 0.1, 2).getFirst();
    assertThat(northEast.bearing()).isCloseTo(45, within(0.01));
    DensityClusters.Cluster northWest =
        DensityClusters.of(latitude, new double[] {1, .5, 0}, new double[] {1, 1, 1}, 100, 0.1, 2)
            .getFirst();
    assertThat(northWest.bearing()).isCloseTo(135, within(0.01));
  }

  /** Against joins of all pairs, over and over, until nothing changes. */
  @Test
  void coresAgreeWithPlainJoiningOfPairs() {
    for (int seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int n = 1 + random.nextInt(30);
      double[] latitude = random.doubles(n, 30, 34).toArray();
      double[] longitude = random.doubles(n, 117, 122).toArray();
      double[] amount = random.doubles(n, 0, 5).toArray();
      double[][] km = SpatialWeights.greatCircleKm(latitude, longitude);
      double all = 0;
      for (double one : amount) {
        all += one;
      }
      List<TreeSet<Integer>> groups = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        double around = 0;
        for (int j = 0; j < n; j++) {
          around += km[i][j] <= 70 ? amount[j] : 0;
        }
        if (around >= 0.15 * all) {
          groups.add(new TreeSet<>(List.of(i)));
        }
      }
      TreeSet<Integer> cores = new TreeSet<>();
      groups.forEach(cores::addAll);
      boolean joined = true;
      while (joined) {
        joined = false;
        for (int a = 0; a < groups.size() && !joined; a++) {
          for (int b = a + 1; b < groups.size() && !joined; b++) {
            TreeSet<Integer> other = groups.get(b);
            if (groups.get(a).stream()
                .anyMatch(i -> other.stream().anyMatch(j -> km[i][j] <= 70))) {
              groups.get(a).addAll(groups.remove(b));
              joined = true;
            }
          }
        }
      }
      List<DensityClusters.Cluster> found =
          DensityClusters.of(latitude, longitude, amount, 70, 0.15, 2.5);
      List<TreeSet<Integer>> ours = new ArrayList<>();
      double before = Double.POSITIVE_INFINITY;
      for (DensityClusters.Cluster cluster : found) {
        TreeSet<Integer> inner = new TreeSet<>(cluster.places());
        for (int place : cluster.places()) {
          assertThat(cores.contains(place) || cores.stream().anyMatch(c -> km[c][place] <= 70))
              .as("seed %d", seed)
              .isTrue();
        }
        inner.retainAll(cores);
        ours.add(inner);
        assertThat(cluster.amount()).isLessThanOrEqualTo(before);
        before = cluster.amount();
      }
      assertThat(ours).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(groups);
    }
  }

  @Test
  void amountsBelowZeroAreRefused() {
    double[] one = {1};
    assertThatThrownBy(() -> DensityClusters.of(one, one, new double[] {-1}, 1, 1, 1))
        .hasMessageContaining("at least 0");
  }
}
