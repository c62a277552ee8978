package tenon.study.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.Columns;
import tenon.model.Resource;

class TiersTest {

  @Test
  void aTierIsTheLongestWayFromASiteWithoutSuppliers() {
    // 0 -> 1 -> 2 and 0 -> 2; 3 stands alone.
    assertThat(Tiers.of(chain(4, new int[][] {{0, 1}, {1, 2}, {0, 2}})))
        .containsExactly(0, 1, 2, -1);
  }

  @Test
  void sitesThatSupplyEachOtherInACircleShareATier() {
    assertThat(Tiers.of(chain(4, new int[][] {{0, 1}, {1, 2}, {2, 1}, {2, 3}})))
        .containsExactly(0, 1, 1, 2);
  }

  @Test
  void aChainLongerThanAnyStackIsNoProblem() {
    int sites = 50_000;
    int[][] links = new int[sites - 1][];
    for (int i = 0; i + 1 < sites; i++) {
      links[i] = new int[] {i, i + 1};
    }
    assertThat(Tiers.of(chain(sites, links))[sites - 1]).isEqualTo(sites - 1);
  }

  @Test
  void tiersAgreeWithThoseFoundByReachability() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      int sites = 1 + random.nextInt(9);
      int[][] links = new int[random.nextInt(16)][];
      for (int i = 0; i < links.length; i++) {
        links[i] = new int[] {random.nextInt(sites), random.nextInt(sites)};
      }
      assertThat(Tiers.of(chain(sites, links))).as("seed %d", seed).isEqualTo(naive(sites, links));
    }
  }

  /** Contracts by mutual reachability, then lengthens tiers until nothing changes. */
  private static int[] naive(int sites, int[][] links) {
    boolean[][] reach = new boolean[sites][sites];
    boolean[] linked = new boolean[sites];
    for (int[] link : links) {
      if (link[0] != link[1]) {
        reach[link[0]][link[1]] = true;
        linked[link[0]] = true;
        linked[link[1]] = true;
      }
    }
    for (int k = 0; k < sites; k++) {
      for (int i = 0; i < sites; i++) {
        for (int j = 0; j < sites; j++) {
          reach[i][j] |= reach[i][k] && reach[k][j];
        }
      }
    }
    int[] tier = new int[sites];
    for (int round = 0; round < sites; round++) {
      for (int i = 0; i < sites; i++) {
        for (int j = 0; j < sites; j++) {
          boolean circle = reach[i][j] && reach[j][i];
          if (reach[i][j]) {
            tier[j] = Math.max(tier[j], tier[i] + (circle ? 0 : 1));
          }
        }
      }
    }
    for (int site = 0; site < sites; site++) {
      tier[site] = linked[site] ? tier[site] : Tiers.NONE;
    }
    return tier;
  }

  private static Chain chain(int sites, int[][] links) {
    Columns.Builder regions = new Columns.Builder(Resource.REGIONS).row().set("region_id", "R");
    Columns.Builder firms = new Columns.Builder(Resource.FIRMS).row().set("firm_id", "F");
    Columns.Builder products = new Columns.Builder(Resource.PRODUCTS).row().set("product_id", "p");
    Columns.Builder places = new Columns.Builder(Resource.SITES);
    for (int site = 0; site < sites; site++) {
      places
          .row()
          .set("site_id", "s" + site)
          .set("firm_id", "F")
          .set("region_id", "R")
          .set("kind", "plant");
    }
    Columns.Builder sourcing = new Columns.Builder(Resource.SOURCING);
    for (int i = 0; i < links.length; i++) {
      sourcing
          .row()
          .set("link_id", "l" + i)
          .set("supplier_site_id", "s" + links[i][0])
          .set("customer_site_id", "s" + links[i][1])
          .set("product_id", "p");
    }
    Map<Resource, Columns> tables = new EnumMap<>(Resource.class);
    for (Columns.Builder table :
        new Columns.Builder[] {regions, firms, products, places, sourcing}) {
      tables.put(table.resource(), table.build());
    }
    return Chain.of(tables);
  }
}
