package tenon.assess;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What pairwise judgements come to: weights, and how consistent the judgements are. */
public final class AhpWeights {

  /** Greatest consistency ratio that is accepted (Saaty 1980). */
  public static final double ACCEPTED = .10;

  /**
   * One judgement, and what the others say in its place.
   *
   * @param item the item judged
   * @param other the item it is compared with
   * @param value how many times as important, as judged (the geometric mean over the experts)
   * @param fitting the value with which all judgements together would be most consistent
   * @param consistencyRatio consistency ratio with the fitting value in its place
   */
  public record Judgement(
      String item, String other, double value, double fitting, double consistencyRatio) {}

  private final List<String> items;
  private final double[][] matrix;
  private final double[] weights;
  private final double lambdaMax;
  private final double randomIndex;
  private final @Nullable Judgement worst;
  private final double[] expertRatios;

  AhpWeights(
      List<String> items,
      double[][] matrix,
      Perron perron,
      double randomIndex,
      @Nullable Judgement worst,
      double[] expertRatios) {
    this.items = List.copyOf(items);
    this.matrix = matrix;
    this.weights = perron.vector();
    this.lambdaMax = perron.value();
    this.randomIndex = randomIndex;
    this.worst = worst;
    this.expertRatios = expertRatios;
  }

  public List<String> items() {
    return items;
  }

  /** Weight of an item; the weights sum to 1. */
  public double weight(int item) {
    return weights[item];
  }

  /**
   * The judgement used: the geometric mean over experts, or the filled-in value where none judged.
   */
  public double judgement(int item, int other) {
    return matrix[item][other];
  }

  /** Principal eigenvalue of the judgement matrix, at least the number of items. */
  public double lambdaMax() {
    return lambdaMax;
  }

  /** CI = (lambda_max - n) / (n - 1); 0 for two items or fewer. */
  public double consistencyIndex() {
    return consistencyIndex(lambdaMax, items.size());
  }

  /** CR = CI / RI; 0 for two items or fewer. */
  public double consistencyRatio() {
    return randomIndex == 0 ? 0 : consistencyIndex() / randomIndex;
  }

  /** Whether the consistency ratio is at most {@link #ACCEPTED}. */
  public boolean accepted() {
    return consistencyRatio() <= ACCEPTED;
  }

  /**
   * The judgement that hurts consistency most: without it the principal eigenvalue would fall
   * lowest. Null where there is none to gain by, as with two items or full consistency.
   */
  public @Nullable Judgement worst() {
    return worst;
  }

  public int experts() {
    return expertRatios.length;
  }

  /** Consistency ratio of one expert's own judgements; {@code NaN} where they leave an item out. */
  public double expertConsistencyRatio(int expert) {
    return expertRatios[expert];
  }

  static double consistencyIndex(double lambdaMax, int items) {
    // At least n in theory (Saaty 1980); below it only by rounding.
    return items < 3 ? 0 : Math.max(0, lambdaMax - items) / (items - 1);
  }
}
