package tenon.assess.fuzzy;

import java.util.Arrays;
import java.util.List;

/**
 * Result of a fuzzy evaluation.
 *
 * @param joined B by grade, lowest first, as the operator gives it
 * @param normalised B divided by its sum
 * @param grade grade of greatest membership, 0 being the lowest; within 1e-12 the higher one; -1
 *     where nothing is known
 * @param score B V: mean of the grades' values by the normalised membership
 */
public record FuzzyEvaluation(
    List<Double> joined, List<Double> normalised, int grade, double score) {
  private static final double TIE = 1e-12;

  public FuzzyEvaluation {
    joined = List.copyOf(joined);
    normalised = List.copyOf(normalised);
  }

  /**
   * Evaluates.
   *
   * @param weights by indicator; those of known indicators are normalised
   * @param memberships by indicator and grade; a row with {@code NaN} is left out
   * @param gradeValues V, value of each grade, lowest first
   */
  public static FuzzyEvaluation of(
      double[] weights, double[][] memberships, Operator operator, double[] gradeValues) {
    if (weights.length != memberships.length) {
      throw new IllegalArgumentException(
          weights.length + " weights belong to " + memberships.length + " indicators");
    }
    double known = 0;
    for (int i = 0; i < weights.length; i++) {
      known += isKnown(memberships[i]) ? weights[i] : 0;
    }
    double[] joined = new double[gradeValues.length];
    for (int i = 0; i < weights.length; i++) {
      for (int grade = 0; grade < joined.length && isKnown(memberships[i]); grade++) {
        joined[grade] = operator.join(joined[grade], weights[i] / known, memberships[i][grade]);
      }
    }
    double sum = Arrays.stream(joined).sum();
    double[] normalised = Arrays.stream(joined).map(b -> b / sum).toArray();
    double score = 0;
    int best = sum > 0 ? 0 : -1;
    for (int grade = 0; grade < joined.length; grade++) {
      score += normalised[grade] * gradeValues[grade];
      if (sum > 0 && normalised[grade] >= normalised[best] - TIE) {
        best = grade;
      }
    }
    return new FuzzyEvaluation(
        Arrays.stream(joined).boxed().toList(),
        Arrays.stream(normalised).boxed().toList(),
        best,
        score);
  }

  /** Scores from 0 to 1 by five equal grades, which are worth their middles, .1 to .9. */
  public static FuzzyEvaluation ofScores(
      double[] weights, double[] scores, Membership membership, Operator operator) {
    double[][] rows = Arrays.stream(scores).mapToObj(membership::of).toArray(double[][]::new);
    return of(weights, rows, operator, Membership.middles(Membership.usualBounds()));
  }

  private static boolean isKnown(double[] row) {
    return Arrays.stream(row).noneMatch(Double::isNaN);
  }
}
