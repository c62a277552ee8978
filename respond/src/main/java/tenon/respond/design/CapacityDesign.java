package tenon.respond.design;

import java.util.Arrays;
import tenon.numeric.LinearProgram;
import tenon.numeric.LinearProgramBuilder;

/**
 * How much capacity to hold at each of several sites that may fail, for one demand: the two-stage
 * programme of this package with continuous first decisions, solved exactly in its extensive form.
 *
 * <pre>
 * min sum_j c_j x_j + (1 - lambda) sum_s p_s q u_s + lambda (eta + sum_s p_s v_s / (1 - alpha))
 *     u_s + sum_j a_sj x_j >= demand,  v_s >= q u_s - eta,  u, v, x >= 0, eta free
 * </pre>
 *
 * @param capacity chosen capacity by site
 * @param objective value of the programme
 * @param risk of the unmet demand, money
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
public record CapacityDesign(double[] capacity, double objective, Risk risk) {

  /**
   * Chooses the capacities.
   *
   * @param unitCost cost of a unit of capacity by site
   * @param available share of each site that works, by scenario and site
   * @param probability of each scenario
   * @param penalty of a unit of demand that is not met
   * @param lambda weight of CVaR against the mean, 0 to 1
   * @param alpha confidence of CVaR, below 1
   */
  public static CapacityDesign of(
      double[] unitCost,
      double[][] available,
      double[] probability,
      double demand,
      double penalty,
      double lambda,
      double alpha) {
    double most = Double.POSITIVE_INFINITY;
    LinearProgramBuilder builder = LinearProgram.minimise();
    int sites = unitCost.length;
    for (double cost : unitCost) {
      builder.column(0, most, cost);
    }
    int eta = builder.column(-most, most, lambda);
    int first = eta + 1;
    for (double p : probability) {
      builder.column(0, most, (1 - lambda) * p * penalty);
      builder.column(0, most, lambda * p / (1 - alpha));
    }
    for (int s = 0; s < probability.length; s++) {
      int[] at = new int[sites + 1];
      double[] with = Arrays.copyOf(available[s], sites + 1);
      Arrays.setAll(at, j -> j);
      at[sites] = first + 2 * s;
      with[sites] = 1;
      builder.row(demand, most, at, with);
      builder.row(
          0,
          most,
          new int[] {first + 2 * s + 1, eta, first + 2 * s},
          new double[] {1, 1, -penalty});
    }
    try (LinearProgram program = builder.build()) {
      var solution = program.solve();
      double[] capacity = Arrays.copyOf(solution.values(), sites);
      double[] losses = new double[probability.length];
      for (int s = 0; s < losses.length; s++) {
        double met = 0;
        for (int j = 0; j < sites; j++) {
          met += available[s][j] * capacity[j];
        }
        losses[s] = penalty * Math.max(0, demand - met);
      }
      return new CapacityDesign(
          capacity, solution.objective(), Risk.of(losses, probability, alpha));
    }
  }
}
