package tenon.assess.fuzzy;

import java.util.Arrays;

/**
 * How far a score from 0 to 1 belongs to each of several grades, lowest first. Grades are told by
 * the bounds between them, ascending within 0 and 1; usual are five grades that meet at .2, .4, .6
 * and .8.
 */
public sealed interface Membership {
  /** Bounds of five equal grades. */
  static double[] usualBounds() {
    // As quotients: .6 is nearer to 3/5 than to 3 * .2.
    return new double[] {1 / 5.0, 2 / 5.0, 3 / 5.0, 4 / 5.0};
  }

  /** Half of the width of the narrowest grade, which a trapezoid may overlap by at most. */
  static double greatestOverlap(double[] bounds) {
    double narrowest = 1;
    for (int grade = 0; grade <= bounds.length; grade++) {
      narrowest = Math.min(narrowest, upper(bounds, grade) - lower(bounds, grade));
    }
    // 1 - .8 is a little less than .2.
    return Math.rint(narrowest / 2 * 1e12) / 1e12;
  }

  /** Middles of grades, lowest first. */
  static double[] middles(double[] bounds) {
    double[] middles = new double[bounds.length + 1];
    Arrays.setAll(middles, grade -> (lower(bounds, grade) + upper(bounds, grade)) / 2);
    return middles;
  }

  /** Wholly to the grade whose bounds hold it; a bound belongs to the higher grade. */
  record Crisp() implements Membership {}

  /**
   * Triangles about the middles of the grades that reach to the middles beside them, flat beyond
   * the first and the last: of five equal grades about .1, .3, .5, .7 and .9.
   */
  record Triangular() implements Membership {}

  /**
   * Trapezoids that overlap by h on either side of each bound: clip(min((x - lo + h) / 2h, (hi + h
   * - x) / 2h), 0, 1), without lower end for the first grade and upper end for the last.
   *
   * @param overlap h, above 0 and at most {@link #greatestOverlap} of the grades
   */
  record Trapezoid(double overlap) implements Membership {
    public Trapezoid {
      if (!(overlap > 0 && overlap <= .5)) {
        throw new IllegalArgumentException("overlap " + overlap + " must lie within 0 and .5");
      }
    }
  }

  /** Degrees of membership of five equal grades. */
  default double[] of(double score) {
    return of(score, usualBounds());
  }

  /**
   * Degrees of membership by grade; all {@code NaN} for an unknown score.
   *
   * @param score from 0 to 1
   * @param bounds between the grades, ascending within 0 and 1
   */
  default double[] of(double score, double[] bounds) {
    if (score < 0 || score > 1) {
      throw new IllegalArgumentException("score " + score + " must lie between 0 and 1");
    }
    if (this instanceof Trapezoid(double h) && h > greatestOverlap(bounds) + 1e-12) {
      throw new IllegalArgumentException(
          "overlap " + h + " is more than half of the narrowest grade");
    }
    double[] degrees = new double[bounds.length + 1];
    for (int grade = 0; grade < degrees.length; grade++) {
      degrees[grade] = Double.isNaN(score) ? Double.NaN : degree(score, grade, bounds);
    }
    return degrees;
  }

  private static double lower(double[] bounds, int grade) {
    return grade == 0 ? 0 : bounds[grade - 1];
  }

  private static double upper(double[] bounds, int grade) {
    return grade == bounds.length ? 1 : bounds[grade];
  }

  private double degree(double score, int grade, double[] bounds) {
    boolean first = grade == 0;
    boolean last = grade == bounds.length;
    double low = lower(bounds, grade);
    double high = upper(bounds, grade);
    return switch (this) {
      case Crisp _ -> (first || score >= low) && (last || score < high) ? 1 : 0;
      case Triangular _ -> {
        double[] middles = middles(bounds);
        double middle = middles[grade];
        boolean rises = score < middle;
        if (rises ? first : last) {
          yield 1;
        }
        double beside = middles[rises ? grade - 1 : grade + 1];
        yield Math.max(0, 1 - (score - middle) / (beside - middle));
      }
      case Trapezoid(double h) -> {
        double up = first ? 1 : (score - low + h) / (2 * h);
        double down = last ? 1 : (high + h - score) / (2 * h);
        yield Math.clamp(Math.min(up, down), 0.0, 1.0);
      }
    };
  }
}
