package tenon.twin.sector;

import java.util.Arrays;

/**
 * Output under limits of capacity and of demand at once: an industry that cannot serve all rations
 * its customers alike, who then make do with the scarcest input and order less of the others, until
 * nothing changes (proportional rationing of Pichler and Farmer, 2021).
 *
 * @param output output by industry
 * @param finalDemand what reaches final users, by industry
 * @param steps rounds until no output changed by more than a part in 1e12 of the greatest
 * @param settled whether the rounds ended so; else they were cut off
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
public record Rationing(double[] output, double[] finalDemand, int steps, boolean settled) {
  private static final int MOST_STEPS = 100_000;
  private static final double CHANGE = 1e-12;

  /** Smaller needs of an input do not stop an industry. */
  private static final double LEAST_INPUT = 1e-12;

  /**
   * Rations.
   *
   * @param capacity greatest output by industry
   * @param demanded final demand by industry
   */
  public static Rationing of(SectorModel model, double[] capacity, double[] demanded) {
    int n = model.count();
    double[] wanted = demanded.clone();
    double[] demand = model.output(demanded);
    double[] output = new double[n];
    double scale = Arrays.stream(demand).map(Math::abs).max().orElse(0);
    for (int step = 1; step <= MOST_STEPS; step++) {
      double[] served = new double[n];
      for (int i = 0; i < n; i++) {
        served[i] = demand[i] > 0 ? Math.min(1, capacity[i] / demand[i]) : 1;
      }
      for (int j = 0; j < n; j++) {
        double scarcest = 1;
        for (int i = 0; i < n; i++) {
          if (model.input(i, j) > LEAST_INPUT) {
            scarcest = Math.min(scarcest, served[i]);
          }
        }
        output[j] = Math.min(capacity[j], scarcest * demand[j]);
      }
      double change = 0;
      double[] next = new double[n];
      for (int i = 0; i < n; i++) {
        double used = 0;
        for (int j = 0; j < n; j++) {
          used += model.input(i, j) * output[j];
        }
        wanted[i] = Math.max(0, Math.min(demanded[i], output[i] - used));
        next[i] = used + wanted[i];
        change = Math.max(change, Math.abs(next[i] - demand[i]));
      }
      demand = next;
      if (change <= CHANGE * scale) {
        return new Rationing(output, wanted, step, true);
      }
    }
    return new Rationing(output, wanted, MOST_STEPS, false);
  }
}
