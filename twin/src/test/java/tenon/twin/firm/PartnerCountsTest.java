package tenon.twin.firm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenon.model.Keys;

class PartnerCountsTest {

  /**
   * Two sellers of 2 and 1 to two buyers, by hand: numbers 1.5 and 0.5, and 1 and 1, leave p = 3/4
   * and 1/4 for either buyer, whatever the sizes.
   */
  @Test
  void twoSellersOfTwoBuyersByHand() {
    FirmSizes sizes =
        FirmSizes.of(
            Keys.of(List.of("a", "b", "c", "d")),
            new int[] {0, 0, 1, 1},
            2,
            new byte[4],
            new double[] {2, 1, 0, 0},
            new double[] {0, 0, 1, 2},
            new double[] {0, 3, 0, 0});
    PartnerCounts wanted =
        new PartnerCounts(new double[] {1.5, 0.5, 0, 0}, new double[] {0, 0, 1, 1});
    Reconstruction drawn =
        Reconstruction.of(sizes, Double.NaN, wanted, Reconstruction.Shape.FITNESS, 1);
    assertThat(drawn.miss()).isLessThan(1e-11);
    double[] linked = new double[2];
    for (int draw = 0; draw < 4000; draw++) {
      FirmNetwork network = drawn.draw(draw);
      for (int seller = 0; seller < 2; seller++) {
        linked[seller] += network.sale(seller, 2) >= 0 ? 1 / 4000.0 : 0;
      }
    }
    assertThat(linked[0]).isCloseTo(0.75, within(0.03));
    assertThat(linked[1]).isCloseTo(0.25, within(0.03));
  }

  /**
   * The recipe x_i = k_i / sum_j y_j w_ij / (1 + x_i y_j w_ij) of the paper, over full matrices.
   */
  @Test
  void multipliersAgreeWithThePapersIterationOnRandomNetworks() {
    for (long seed = 0; seed < 12; seed++) {
      FirmNetwork truth = ScaleFreeFirms.of(30 + (int) seed, 4, 3, seed);
      PartnerCounts counts = PartnerCounts.of(truth);
      FirmSizes sizes = FirmSizes.of(truth, keys(truth.firms()));
      Reconstruction.Shape shape = new Reconstruction.Shape(seed % 2 == 0 ? 1 : 0.5, 0);
      Reconstruction ours = Reconstruction.of(sizes, Double.NaN, counts, shape, 1);
      assertThat(ours.miss()).as("seed %d", seed).isLessThan(1e-9);
      double[][] plain = plain(sizes, counts, shape.exponent());
      double[] share = new double[truth.firms()];
      for (int draw = 0; draw < 400; draw++) {
        FirmNetwork drawn = ours.draw(draw);
        for (int sale = drawn.firstSale(0); sale < drawn.firstSale(1); sale++) {
          share[drawn.customer(sale)] += 1 / 400.0;
        }
      }
      for (int to = 0; to < share.length; to++) {
        assertThat(share[to]).as("seed %d to %d", seed, to).isCloseTo(plain[0][to], within(0.13));
      }
      for (int from = 0; from < share.length; from++) {
        for (int to = 0; to < share.length; to++) {
          assertThat(ours.chance(from, to)).isCloseTo(plain[from][to], within(1e-7));
        }
      }
    }
  }

  private static double[][] plain(FirmSizes sizes, PartnerCounts counts, double exponent) {
    int n = sizes.firms();
    double[] sold = new double[sizes.sectors];
    double[] bought = new double[sizes.sectors];
    for (int firm = 0; firm < n; firm++) {
      sold[sizes.sector[firm]] += sizes.output[firm];
      bought[sizes.sector[firm]] += sizes.input[firm];
    }
    double[][] w = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        int k = sizes.sector[i];
        int l = sizes.sector[j];
        double g =
            sizes.table[k * sizes.sectors + l]
                * (sizes.output[i] / sold[k])
                * (sizes.input[j] / bought[l]);
        w[i][j] = i == j || g == 0 ? 0 : Math.pow(g, exponent);
      }
    }
    double[] x = new double[n];
    double[] y = new double[n];
    Arrays.fill(x, 0.1);
    Arrays.fill(y, 0.1);
    for (int round = 0; round < 20_000; round++) {
      for (int i = 0; i < n; i++) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
          sum += y[j] * w[i][j] / (1 + x[i] * y[j] * w[i][j]);
        }
        x[i] = sum > 0 ? counts.customers(i) / sum : 0;
      }
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
          sum += x[i] * w[i][j] / (1 + x[i] * y[j] * w[i][j]);
        }
        y[j] = sum > 0 ? counts.suppliers(j) / sum : 0;
      }
    }
    double[][] p = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double weight = x[i] * y[j] * w[i][j];
        p[i][j] = weight / (1 + weight);
      }
    }
    return p;
  }

  @Test
  void knownNumbersAreMetWhereOthersAreUnknown() {
    FirmNetwork truth = ScaleFreeFirms.of(200, 6, 8, 3);
    PartnerCounts all = PartnerCounts.of(truth);
    double[] customers = IntStream.range(0, 200).mapToDouble(all::customers).toArray();
    double[] suppliers = IntStream.range(0, 200).mapToDouble(all::suppliers).toArray();
    SplittableRandom random = new SplittableRandom(3);
    for (int firm = 0; firm < customers.length; firm++) {
      customers[firm] = random.nextBoolean() ? Double.NaN : customers[firm];
      suppliers[firm] = random.nextBoolean() ? Double.NaN : suppliers[firm];
    }
    PartnerCounts some = new PartnerCounts(customers, suppliers);
    assertThat(some.links()).isNaN();
    Reconstruction drawn =
        Reconstruction.of(
            FirmSizes.of(truth, keys(200)),
            truth.links(),
            some,
            new Reconstruction.Shape(0.7, 0),
            1);
    PartnerCounts expected = drawn.expectedPartners();
    assertThat(expected.links()).isCloseTo(truth.links(), within(1e-9));
    for (int firm = 0; firm < customers.length; firm++) {
      if (!Double.isNaN(customers[firm])) {
        assertThat(expected.customers(firm)).isCloseTo(customers[firm], within(1e-9));
      }
      if (!Double.isNaN(suppliers[firm])) {
        assertThat(expected.suppliers(firm)).isCloseTo(suppliers[firm], within(1e-9));
      }
    }
  }

  private static Keys keys(int firms) {
    return Keys.of(IntStream.range(0, firms).mapToObj(firm -> "F" + firm).toList());
  }
}
