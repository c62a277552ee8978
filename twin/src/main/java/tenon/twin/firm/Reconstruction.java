package tenon.twin.firm;

import java.util.Arrays;
import tenon.model.Keys;
import tenon.model.Progress;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStream;
import tenon.numeric.RandomStreams;

/**
 * Networks of firms drawn where the links are unknown: the density-corrected gravity (fitness)
 * model within a table of sectors.
 *
 * <pre>
 * expected amount  g_ij = table_kl x output_i / sum_k output x input_j / sum_l input   (i in k, j in l)
 * link             with probability p_ij = z g_ij^a / (1 + z g_ij^a), z so that sum p_ij = links
 * amount           g_ij / p_ij x exp(s N(0, 1)), then scaled by rows and columns towards output_i
 *                  and input_j
 * </pre>
 *
 * The expected amounts are those of greatest entropy given the margins of each block of the table;
 * the probabilities those of greatest entropy given the number of links, with sizes as fitness. An
 * exponent a below 1 gives small firms more links than their size alone would; a spread s above 0
 * lets purchases hang on few suppliers, as those of real firms do. Where it is known how many
 * customers or suppliers firms have, {@link Multipliers} of each firm stand beside z. Each draw is
 * one network that the sizes allow; measures are read off many. O(firms squared) a draw.
 *
 * <p>Sources: G. Cimini, T. Squartini, D. Garlaschelli, A. Gabrielli, "Systemic risk analysis on
 * reconstructed economic and financial networks", Scientific Reports 5, 2015; the sector constraint
 * after L. N. Ialongo et al., "Reconstructing firm-level interactions in the Dutch input-output
 * network", Scientific Reports 12, 2022; numbers of partners after T. Squartini, D. Garlaschelli,
 * "Analytical maximum-likelihood method to detect patterns in real networks", New Journal of
 * Physics 13, 2011, and R. Mastrandrea et al., "Enhanced reconstruction of weighted networks from
 * strengths and degrees", New Journal of Physics 16, 2014.
 */
public final class Reconstruction {
  private static final int HALVINGS = 200;
  private static final int SCALINGS = 30;

  /** Number of firms beyond which pairs are too many to be drawn one by one. */
  public static final int LARGEST = 20_000;

  private final FirmSizes sizes;
  private final RandomStreams streams;
  private final double[] blockScale;
  private final Shape shape;

  /** The factors of an expected amount, raised to the exponent. */
  private final double[] outputPower;

  private final double[] inputPower;
  private final double[] blockPower;

  private double density = 1;

  /** By how many links the number of partners of any firm is missed on average. */
  private double miss;

  /**
   * How links and amounts follow sizes.
   *
   * @param exponent of an expected amount in the odds of a link, 0 to 1; 1 is the fitness model
   * @param spread standard deviation of the logarithm of amounts around their expectation, from 0
   */
  public record Shape(double exponent, double spread) {
    /** The fitness model as published. */
    public static final Shape FITNESS = new Shape(1, 0);

    public Shape {
      if (!(exponent >= 0 && exponent <= 1 && spread >= 0 && spread <= 10)) {
        throw new IllegalArgumentException("exponent " + exponent + " or spread " + spread);
      }
    }
  }

  private Reconstruction(FirmSizes sizes, RandomStreams streams, Shape shape) {
    this.sizes = sizes;
    this.streams = streams;
    this.shape = shape;
    blockScale = blockScale(sizes);
    outputPower = powers(sizes.output, shape.exponent());
    inputPower = powers(sizes.input, shape.exponent());
    blockPower = powers(blockScale, shape.exponent());
  }

  /** Nothing stays nothing, whatever the exponent. */
  private static double[] powers(double[] values, double exponent) {
    return Arrays.stream(values)
        .map(value -> exponent == 1 || value == 0 ? value : StrictMath.pow(value, exponent))
        .toArray();
  }

  /**
   * Prepares draws.
   *
   * @param links expected number of links, above 0
   * @param seed names the draws
   * @throws IllegalArgumentException if there are too many firms, or no pair can trade
   */
  public static Reconstruction of(FirmSizes sizes, double links, long seed) {
    return of(sizes, links, Shape.FITNESS, seed);
  }

  /** As above, with links and amounts of a given shape. */
  public static Reconstruction of(FirmSizes sizes, double links, Shape shape, long seed) {
    Reconstruction drawn = prepared(sizes, shape, seed);
    drawn.density = drawn.density(links);
    return drawn;
  }

  /**
   * As above, where firms have known numbers of partners on average over the draws.
   *
   * @param links expected number of links; of no meaning where the counts of one side say it
   */
  public static Reconstruction of(
      FirmSizes sizes, double links, PartnerCounts counts, Shape shape, long seed) {
    Reconstruction drawn = prepared(sizes, shape, seed);
    Multipliers found = Multipliers.solve(sizes.firms(), drawn::odds, counts, links);
    for (int firm = 0; firm < sizes.firms(); firm++) {
      drawn.outputPower[firm] *= found.supplier(firm);
      drawn.inputPower[firm] *= found.customer(firm);
    }
    drawn.miss = drawn.missed(counts, links);
    return drawn;
  }

  private static Reconstruction prepared(FirmSizes sizes, Shape shape, long seed) {
    if (sizes.firms() > LARGEST) {
      throw new IllegalArgumentException(
          sizes.firms() + " firms have too many pairs; at most " + LARGEST + " can be drawn");
    }
    return new Reconstruction(sizes, RandomStreams.of(seed), shape);
  }

  /** By how many links any known number of partners, or of links, is missed on average. */
  public double miss() {
    return miss;
  }

  private double missed(PartnerCounts counts, double links) {
    PartnerCounts expected = expectedPartners();
    double worst = 0;
    for (int firm = 0; firm < sizes.firms(); firm++) {
      worst = Math.max(worst, gap(counts.customers(firm), expected.customers(firm)));
      worst = Math.max(worst, gap(counts.suppliers(firm), expected.suppliers(firm)));
    }
    double wanted = Double.isNaN(counts.links()) ? links : Double.NaN;
    return Math.max(worst, gap(wanted, expected.links()));
  }

  private static double gap(double wanted, double expected) {
    return Double.isNaN(wanted) ? 0 : Math.abs(wanted - expected);
  }

  /** Partners that firms have on average over all draws. */
  public PartnerCounts expectedPartners() {
    double[] customers = new double[sizes.firms()];
    double[] suppliers = new double[sizes.firms()];
    for (int from = 0; from < customers.length; from++) {
      for (int to = 0; to < customers.length; to++) {
        double p = chance(from, to);
        customers[from] += p;
        suppliers[to] += p;
      }
    }
    return new PartnerCounts(customers, suppliers);
  }

  /** Partners that firms could have at most. */
  public static PartnerCounts possiblePartners(FirmSizes sizes) {
    Reconstruction all = new Reconstruction(sizes, RandomStreams.of(0), Shape.FITNESS);
    double[] customers = new double[sizes.firms()];
    double[] suppliers = new double[sizes.firms()];
    for (int from = 0; from < customers.length; from++) {
      for (int to = 0; to < customers.length; to++) {
        if (all.odds(from, to) > 0) {
          customers[from]++;
          suppliers[to]++;
        }
      }
    }
    return new PartnerCounts(customers, suppliers);
  }

  /** With which probability a firm sells to another in a draw. */
  double chance(int from, int to) {
    return chance(density * odds(from, to));
  }

  /** Of odds; those too great for a double are sure. */
  private static double chance(double weight) {
    return 1 / (1 + 1 / weight);
  }

  /** Pairs of firms that can trade: the number of links that must not be reached. */
  public static double pairs(FirmSizes sizes) {
    return new Reconstruction(sizes, RandomStreams.of(0), Shape.FITNESS).expectedLinks(1e300);
  }

  /** table_kl / (output of k x input of l). */
  private static double[] blockScale(FirmSizes sizes) {
    double[] output = new double[sizes.sectors];
    double[] input = new double[sizes.sectors];
    for (int firm = 0; firm < sizes.firms(); firm++) {
      output[sizes.sector[firm]] += sizes.output[firm];
      input[sizes.sector[firm]] += sizes.input[firm];
    }
    double[] scale = new double[sizes.table.length];
    for (int k = 0; k < sizes.sectors; k++) {
      for (int l = 0; l < sizes.sectors; l++) {
        double product = output[k] * input[l];
        int block = k * sizes.sectors + l;
        scale[block] = product > 0 ? sizes.table[block] / product : 0;
      }
    }
    return scale;
  }

  private double expected(int from, int to) {
    int block = sizes.sector[from] * sizes.sectors + sizes.sector[to];
    return from == to ? 0 : blockScale[block] * sizes.output[from] * sizes.input[to];
  }

  /** Expected amount to the power of the exponent: the odds of a link but for z. */
  private double odds(int from, int to) {
    int block = sizes.sector[from] * sizes.sectors + sizes.sector[to];
    return from == to ? 0 : blockPower[block] * outputPower[from] * inputPower[to];
  }

  private double expectedLinks(double z) {
    double sum = 0;
    for (int from = 0; from < sizes.firms(); from++) {
      for (int to = 0; to < sizes.firms(); to++) {
        double weight = z * odds(from, to);
        sum += weight / (1 + weight);
      }
    }
    return sum;
  }

  /** The z that gives the number of links wanted, by halving on its logarithm. */
  private double density(double links) {
    double most = expectedLinks(1e300);
    if (!(links > 0 && links < most)) {
      throw new IllegalArgumentException(
          links + " links cannot be expected; write above 0 and below " + most);
    }
    double low = -600;
    double high = 600;
    for (int halving = 0; halving < HALVINGS && high - low > 1e-12; halving++) {
      double middle = (low + high) / 2;
      if (expectedLinks(StrictMath.exp(middle)) < links) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return StrictMath.exp((low + high) / 2);
  }

  /** Draws a network; the same number gives the same network. */
  public FirmNetwork draw(long number) {
    int firms = sizes.firms();
    int[] from = new int[16];
    int[] to = new int[16];
    double[] amount = new double[16];
    int links = 0;
    for (int i = 0; i < firms; i++) {
      RandomStream stream =
          streams.stream(Purpose.GENERATE, "firm-links/" + sizes.keys.key(i), number);
      for (int j = 0; j < firms; j++) {
        double weight = density * odds(i, j);
        double p = chance(weight);
        if (stream.nextDouble() < p) {
          if (links == from.length) {
            from = Arrays.copyOf(from, 2 * links);
            to = Arrays.copyOf(to, 2 * links);
            amount = Arrays.copyOf(amount, 2 * links);
          }
          from[links] = i;
          to[links] = j;
          double noise = shape.spread() == 0 ? 0 : shape.spread() * stream.gaussian();
          amount[links++] = expected(i, j) / p * StrictMath.exp(noise);
        }
      }
    }
    amount = Arrays.copyOf(amount, links);
    scale(from, to, amount);
    return FirmNetwork.of(
        sizes.sector,
        sizes.sectors,
        sizes.essential,
        Arrays.copyOf(from, links),
        Arrays.copyOf(to, links),
        amount);
  }

  /** Scales sales to outputs and purchases to inputs in turn (Deming and Stephan 1940). */
  private void scale(int[] from, int[] to, double[] amount) {
    for (int round = 0; round < SCALINGS; round++) {
      scale(from, amount, sizes.output);
      scale(to, amount, sizes.input);
    }
  }

  private static void scale(int[] firmOf, double[] amount, double[] wanted) {
    double[] sum = new double[wanted.length];
    for (int link = 0; link < amount.length; link++) {
      sum[firmOf[link]] += amount[link];
    }
    for (int link = 0; link < amount.length; link++) {
      int firm = firmOf[link];
      amount[link] *= sum[firm] > 0 ? wanted[firm] / sum[firm] : 1;
    }
  }

  /**
   * The index of every firm over many draws.
   *
   * @param draws number of networks drawn, at least 1
   * @param progress hears of the draws done, as {@code reconstruct}
   */
  public ReconstructedEsri esri(CascadeSpec spec, int draws, Progress progress) {
    double[][] esri = new double[sizes.firms()][draws];
    for (int draw = 0; draw < draws; draw++) {
      CascadeResult result = Cascade.run(draw(draw), spec, new Shocks.EveryFirm(), Progress.NONE);
      for (int firm = 0; firm < esri.length; firm++) {
        esri[firm][draw] = result.esri(firm);
      }
      progress.report("reconstruct", draw + 1, draws);
    }
    return new ReconstructedEsri(esri);
  }

  /** Keys of the firms. */
  public Keys keys() {
    return sizes.keys;
  }
}
