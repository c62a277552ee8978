package tenon.twin.firm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Circles, tiers, groups, concentration and single points, each against a plain version. */
class StructureTest {

  @Test
  void componentsAreMutualReachAndTiersAreLongestChains() {
    for (long seed = 0; seed < 200; seed++) {
      FirmNetwork network = new RandomFirms(seed).network();
      Structure structure = Structure.of(network);
      boolean[][] supplies = reach(network);
      int[] tier = new int[network.firms()];
      for (int round = 0; round < network.firms(); round++) {
        for (int a = 0; a < network.firms(); a++) {
          for (int b = 0; b < network.firms(); b++) {
            boolean mutual = a == b || (supplies[a][b] && supplies[b][a]);
            assertThat(structure.component(a) == structure.component(b))
                .as("seed %d", seed)
                .isEqualTo(mutual);
            if (supplies[a][b] && !mutual) {
              tier[b] = Math.max(tier[b], tier[a] + 1);
            }
          }
        }
      }
      for (int firm = 0; firm < network.firms(); firm++) {
        assertThat(structure.tier(firm)).as("seed %d", seed).isEqualTo(tier[firm]);
      }
    }
  }

  /** Warshall: who supplies whom, directly or not. */
  private static boolean[][] reach(FirmNetwork network) {
    int n = network.firms();
    boolean[][] reach = new boolean[n][n];
    for (int firm = 0; firm < n; firm++) {
      for (int at = network.firstSale(firm); at < network.firstSale(firm + 1); at++) {
        reach[firm][network.customer(at)] = true;
      }
    }
    for (int via = 0; via < n; via++) {
      for (int a = 0; a < n; a++) {
        for (int b = 0; b < n; b++) {
          reach[a][b] |= reach[a][via] && reach[via][b];
        }
      }
    }
    return reach;
  }

  @Test
  void modularityIsThatOfThePartitionAndNearTheBest() {
    double least = 1;
    for (long seed = 0; seed < 60; seed++) {
      FirmNetwork network = new RandomFirms(seed, 7).network();
      Communities found = Communities.of(network);
      int[] group = new int[7];
      for (int firm = 0; firm < 7; firm++) {
        group[firm] = found.group(firm);
      }
      assertThat(found.modularity()).isCloseTo(modularity(network, group), within(1e-12));
      double best = best(network, new int[7], 0, 0);
      assertThat(found.modularity()).as("seed %d", seed).isLessThanOrEqualTo(best + 1e-12);
      least = best > 0.05 ? Math.min(least, found.modularity() / best) : least;
    }
    assertThat(least).isGreaterThan(0.75);
  }

  /** Two triangles joined by one weak link. */
  @Test
  void twoTrianglesAreTwoCommunities() {
    FirmNetwork network =
        FirmNetwork.of(
            new int[6],
            1,
            new byte[] {2},
            new int[] {0, 1, 2, 3, 4, 5, 2},
            new int[] {1, 2, 0, 4, 5, 3, 3},
            new double[] {1, 1, 1, 1, 1, 1, 0.1});
    Communities found = Communities.of(network);
    assertThat(found.groups()).isEqualTo(2);
    assertThat(found.group(0)).isEqualTo(found.group(2)).isNotEqualTo(found.group(3));
    // inside 6 of 12.2 each, touching half: Q = 2 (6 / 12.2 - 1 / 4).
    assertThat(found.modularity()).isCloseTo(2 * (6 / 12.2 - 0.25), within(1e-12));
  }

  private static double best(FirmNetwork network, int[] group, int at, int used) {
    if (at == group.length) {
      return modularity(network, group);
    }
    double best = -1;
    for (int g = 0; g <= used; g++) {
      group[at] = g;
      best = Math.max(best, best(network, group, at + 1, Math.max(used, g + 1)));
    }
    return best;
  }

  /** Sum over pairs of (A_ij - k_i k_j / 2m) / 2m, as Newman writes it. */
  private static double modularity(FirmNetwork network, int[] group) {
    int n = network.firms();
    double[][] a = new double[n][n];
    double[] k = new double[n];
    double total = 0;
    for (int i = 0; i < n; i++) {
      for (int at = network.firstSale(i); at < network.firstSale(i + 1); at++) {
        int j = network.customer(at);
        a[i][j] += network.saleAmount(at);
        a[j][i] += network.saleAmount(at);
        k[i] += network.saleAmount(at);
        k[j] += network.saleAmount(at);
        total += 2 * network.saleAmount(at);
      }
    }
    double q = 0;
    for (int i = 0; i < n && total > 0; i++) {
      for (int j = 0; j < n; j++) {
        q += group[i] == group[j] ? (a[i][j] - k[i] * k[j] / total) / total : 0;
      }
    }
    return q;
  }

  /** 4 buys from 2 and 3 half each, both buy all from 1, which buys from 0. */
  @Test
  void diverseSuppliersMayHangOnOne() {
    FirmNetwork network =
        FirmNetwork.of(
            new int[5],
            1,
            new byte[] {2},
            new int[] {2, 3, 1, 1, 0},
            new int[] {4, 4, 2, 3, 1},
            new double[] {5, 5, 2, 3, 4});
    Upstream upstream = Upstream.of(network, 4, 3);
    assertThat(upstream.hhi(1)).isCloseTo(0.5, within(1e-15));
    assertThat(upstream.hhi(2)).isCloseTo(1, within(1e-15));
    assertThat(upstream.ultimate(0)).isCloseTo(1, within(1e-15));
    assertThat(upstream.ultimateHhi()).isCloseTo(1, within(1e-15));
    assertThat(upstream.through(1)).isCloseTo(1, within(1e-15));
    assertThat(upstream.through(2)).isCloseTo(0.5, within(1e-15));
    assertThat(upstream.unresolved()).isZero();
  }

  /** Every walk spelled out. */
  @Test
  void sharesAgreeWithEveryWalkOnRandomNetworks() {
    for (long seed = 0; seed < 60; seed++) {
      FirmNetwork network = new RandomFirms(seed, 5).network();
      for (int firm = 0; firm < 5; firm++) {
        double[] ultimate = new double[5];
        double[] through = new double[5];
        if (network.input(firm) > 0) {
          walk(network, firm, 1, 4, ultimate, through);
        }
        Upstream upstream = Upstream.of(network, firm, 4);
        double sum = upstream.unresolved();
        for (int other = 0; other < 5; other++) {
          assertThat(upstream.ultimate(other)).isCloseTo(ultimate[other], within(1e-12));
          assertThat(upstream.through(other)).isCloseTo(through[other], within(1e-12));
          sum += upstream.ultimate(other);
        }
        assertThat(sum).isCloseTo(network.input(firm) > 0 ? 1 : 0, within(1e-12));
      }
    }
  }

  private static void walk(
      FirmNetwork network, int firm, double part, int left, double[] ultimate, double[] through) {
    for (int at = network.firstPurchase(firm); at < network.firstPurchase(firm + 1); at++) {
      int supplier = network.supplier(at);
      double share = part * network.purchaseAmount(at) / network.input(firm);
      through[supplier] += share;
      if (network.input(supplier) == 0) {
        ultimate[supplier] += share;
      } else if (left > 1) {
        walk(network, supplier, share, left - 1, ultimate, through);
      }
    }
  }

  /**
   * Closing the only supplier of an essential sector stops the customer; and nobody else is one.
   */
  @Test
  void singlePointsAreTheSuppliersThatStopTheirCustomer() {
    FirmNetwork network =
        FirmNetwork.of(
            new int[] {0, 0, 1, 1},
            2,
            new byte[] {1, 2, 2, 1},
            new int[] {0, 1, 2, 0},
            new int[] {2, 2, 0, 3},
            new double[] {1, 2, 3, 4});
    assertThat(SinglePoint.of(network))
        .isEqualTo(List.of(new SinglePoint(0, 1, 2, 3), new SinglePoint(3, 0, 0, 4)));
  }
}
