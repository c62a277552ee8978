package tenon.respond;

import java.util.Arrays;

/** The columns of a programme as they are added: bounds of both runs, and costs. */
final class Columns {
  double[] lower = new double[64];

  /** Upper bounds where nobody reacts, and where the plan holds. */
  double[] heldUpper = new double[64];

  double[] upper = new double[64];

  /** Costs of the first objective, of the second, and of the way to a first solution. */
  double[] loss = new double[64];

  double[] cost = new double[64];
  double[] start = new double[64];

  /** Values where nothing has happened yet. */
  double[] usual = new double[64];

  /** Emissions, kg, value above the cap of shares, and value of changes: further objectives. */
  double[] co2 = new double[64];

  double[] share = new double[64];
  double[] change = new double[64];

  /** Whether the cost is no cost of a flow, which others are measured by. */
  boolean[] aside = new boolean[64];

  int count;

  /** Adds a column of at least 0. */
  int add(double held, double most, double perLoss, double perCost) {
    if (count == lower.length) {
      lower = Arrays.copyOf(lower, 2 * count);
      heldUpper = Arrays.copyOf(heldUpper, 2 * count);
      upper = Arrays.copyOf(upper, 2 * count);
      loss = Arrays.copyOf(loss, 2 * count);
      cost = Arrays.copyOf(cost, 2 * count);
      start = Arrays.copyOf(start, 2 * count);
      usual = Arrays.copyOf(usual, 2 * count);
      co2 = Arrays.copyOf(co2, 2 * count);
      share = Arrays.copyOf(share, 2 * count);
      change = Arrays.copyOf(change, 2 * count);
      aside = Arrays.copyOf(aside, 2 * count);
    }
    heldUpper[count] = held;
    upper[count] = most;
    loss[count] = perLoss;
    cost[count] = perCost;
    return count++;
  }

  /** Adds a column that only the lower bound bounds, in both runs. */
  int free(double perLoss, double perCost) {
    return add(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, perLoss, perCost);
  }

  /** Coefficients of a goal. */
  double[] objective(Goals.Goal goal) {
    return switch (goal) {
      case SHORTFALL -> loss;
      case COST -> cost;
      case CO2 -> co2;
      case CONCENTRATION -> share;
      case CHANGE -> change;
    };
  }

  void weigh(int column, double more) {
    if (column >= 0) {
      cost[column] += more;
    }
  }
}
