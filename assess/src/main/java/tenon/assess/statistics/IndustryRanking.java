package tenon.assess.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Industries ranked by the weighted mean of their scores, best first.
 *
 * @param places industries in their order
 */
public record IndustryRanking(List<Place> places) {
  public IndustryRanking {
    places = List.copyOf(places);
  }

  /**
   * One industry.
   *
   * @param industry its name
   * @param overall weighted mean of its scores
   * @param priority 1 for the best; equal means share the better one
   */
  public record Place(String industry, double overall, int priority) {}

  /** By the plain mean, as in Zhang (2024). */
  public static IndustryRanking plain(List<String> industries, double[][] scores) {
    double[] weights = new double[scores.length == 0 ? 0 : scores[0].length];
    Arrays.fill(weights, 1);
    return weighted(industries, scores, weights);
  }

  /**
   * By a weighted mean.
   *
   * @param scores by industry and aspect, all known
   * @param weights by aspect, from 0 up, normalised here
   */
  public static IndustryRanking weighted(
      List<String> industries, double[][] scores, double[] weights) {
    if (industries.size() != scores.length) {
      throw new IllegalArgumentException(
          industries.size() + " industries have " + scores.length + " rows of scores");
    }
    List<Place> means = new ArrayList<>();
    for (int row = 0; row < scores.length; row++) {
      double sum = 0;
      double all = 0;
      for (int aspect = 0; aspect < weights.length; aspect++) {
        sum += weights[aspect] * scores[row][aspect];
        all += weights[aspect];
      }
      means.add(new Place(industries.get(row), sum / all, 0));
    }
    List<Place> places = new ArrayList<>();
    for (Place one : means) {
      long better = means.stream().filter(other -> other.overall() > one.overall()).count();
      places.add(new Place(one.industry(), one.overall(), 1 + (int) better));
    }
    places.sort(Comparator.comparingInt(Place::priority));
    return new IndustryRanking(places);
  }
}
