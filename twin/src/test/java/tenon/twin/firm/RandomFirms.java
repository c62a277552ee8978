package tenon.twin.firm;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Seeded random networks with closed loops, loops on themselves, idle firms, ties. */
final class RandomFirms {
  final SplittableRandom random;
  final int sectors;
  final int[] sector;
  final byte[] essential;
  final int[] supplier;
  final int[] customer;
  final double[] amount;

  RandomFirms(long seed) {
    this(seed, new SplittableRandom(seed).nextInt(2, 13));
  }

  RandomFirms(long seed, int firms) {
    random = new SplittableRandom(seed * 7919 + firms);
    sectors = random.nextInt(1, 5);
    sector = random.ints(firms, 0, sectors).toArray();
    int nobody = random.nextInt(4) == 0 ? random.nextInt(sectors) : -1;
    essential = new byte[sectors * sectors];
    for (int pair = 0; pair < essential.length; pair++) {
      essential[pair] = (byte) random.nextInt(3);
    }
    int links = random.nextInt(1, 4 * firms);
    boolean ties = random.nextBoolean();
    int[] from = new int[links];
    int[] to = new int[links];
    double[] value = new double[links];
    int used = 0;
    for (int link = 0; link < links; link++) {
      from[used] = random.nextInt(firms);
      to[used] = random.nextInt(10) == 0 ? from[used] : random.nextInt(firms);
      value[used] = ties ? 1 : Math.ceil(Math.exp(3 * random.nextDouble()) * 100) / 100;
      // A sector without output.
      used += sector[from[used]] == nobody ? 0 : 1;
    }
    supplier = Arrays.copyOf(from, used);
    customer = Arrays.copyOf(to, used);
    amount = Arrays.copyOf(value, used);
  }

  FirmNetwork network() {
    return FirmNetwork.of(sector, sectors, essential, supplier, customer, amount);
  }

  /** Some firms closed, some hurt. */
  double[] shocks() {
    double[] lost = new double[sector.length];
    for (int firm = 0; firm < lost.length; firm++) {
      switch (random.nextInt(5)) {
        case 0 -> lost[firm] = 1;
        case 1 -> lost[firm] = random.nextDouble();
        default -> lost[firm] = 0;
      }
    }
    return lost;
  }
}
