package tenon.twin.firm;

import java.util.SplittableRandom;

/**
 * A seeded network in which few firms have most links: each end of a new link falls, six times out
 * of ten, on the end of an older link, else on any firm. Amounts are log-normal; a third of the
 * pairs of sectors is essential, a tenth not needed.
 */
final class ScaleFreeFirms {
  private ScaleFreeFirms() {}

  static FirmNetwork of(int firms, int meanDegree, int sectors, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int links = firms * meanDegree;
    int[] from = new int[links];
    int[] to = new int[links];
    double[] amount = new double[links];
    for (int link = 0; link < links; link++) {
      from[link] = end(random, from, link, firms);
      to[link] = end(random, to, link, firms);
      amount[link] = Math.exp(1.5 * random.nextGaussian());
    }
    byte[] essential = new byte[sectors * sectors];
    for (int pair = 0; pair < essential.length; pair++) {
      double u = random.nextDouble();
      essential[pair] = (byte) (u < 1 / 3.0 ? 2 : u < 0.9 ? 1 : 0);
    }
    int[] sector = random.ints(firms, 0, sectors).toArray();
    return FirmNetwork.of(sector, sectors, essential, from, to, amount);
  }

  private static int end(SplittableRandom random, int[] ends, int link, int firms) {
    boolean preferred = link > firms && random.nextDouble() < 0.6;
    return preferred ? ends[random.nextInt(link)] : random.nextInt(firms);
  }
}
