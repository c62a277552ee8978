package tenon.evaluate;

import java.util.Random;

/** A small random panel with three effects, missing cells, rows in random order, and weights. */
public final class RandomObservations {
  public final int n;
  public final double[] y;
  public final double[] x;
  public final double[] z;
  public final double[] weights;
  public final int[] unit;
  public final int[] period;
  public final int[] firm;

  public RandomObservations(Random random) {
    this(random, 8 + random.nextInt(10), 4 + random.nextInt(5));
  }

  public RandomObservations(Random random, int units, int periods) {
    int all = units * periods;
    int[] cells = random.ints(0, all).distinct().limit(all * 4 / 5).toArray();
    n = cells.length;
    y = new double[n];
    x = new double[n];
    z = new double[n];
    weights = new double[n];
    unit = new int[n];
    period = new int[n];
    firm = new int[n];
    for (int i = 0; i < n; i++) {
      unit[i] = cells[i] / periods;
      period[i] = cells[i] % periods;
      firm[i] = random.nextInt(4);
      x[i] = random.nextGaussian() + unit[i] % 3;
      z[i] = random.nextGaussian() + .5 * x[i] + period[i];
      weights[i] = .5 + random.nextDouble();
      y[i] = x[i] - z[i] + 10 * unit[i] + period[i] + random.nextGaussian();
    }
  }

  public Observations observations() {
    return Observations.builder(n)
        .numbers("y", y)
        .numbers("x", x)
        .numbers("z", z)
        .numbers("w", weights)
        .wholes("unit", unit)
        .wholes("period", period)
        .wholes("firm", firm)
        .build();
  }
}
