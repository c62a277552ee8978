package tenon.assess.fuzzy;

/** How far a score from 0 to 1 belongs to each of five grades, lowest first. */
public sealed interface Membership {
  /** Number of grades. */
  int GRADES = 5;

  /** Width of a grade: bounds stand at .2, .4, .6 and .8. */
  double WIDTH = 1.0 / GRADES;

  /** Wholly to the grade whose bounds hold it; a bound belongs to the higher grade. */
  record Crisp() implements Membership {}

  /** Triangles about .1, .3, .5, .7 and .9, flat beyond the first and the last. */
  record Triangular() implements Membership {}

  /**
   * Trapezoids that overlap by h on either side of each bound: clip(min((x - lo + h) / 2h, (hi + h
   * - x) / 2h), 0, 1), without lower end for the first grade and upper end for the last.
   *
   * @param overlap h, above 0 and at most .1
   */
  record Trapezoid(double overlap) implements Membership {
    public Trapezoid {
      if (!(overlap > 0 && overlap <= WIDTH / 2)) {
        throw new IllegalArgumentException("overlap " + overlap + " must lie within 0 and .1");
      }
    }
  }

  /**
   * Degrees of membership by grade; all {@code NaN} for an unknown score.
   *
   * @param score from 0 to 1
   */
  default double[] of(double score) {
    if (score < 0 || score > 1) {
      throw new IllegalArgumentException("score " + score + " must lie between 0 and 1");
    }
    double[] degrees = new double[GRADES];
    for (int grade = 0; grade < GRADES; grade++) {
      degrees[grade] = Double.isNaN(score) ? Double.NaN : degree(score, grade);
    }
    return degrees;
  }

  private double degree(double score, int grade) {
    boolean first = grade == 0;
    boolean last = grade == GRADES - 1;
    // Bounds as quotients: .6 is nearer to 3/5 than to 3 * .2.
    double low = (double) grade / GRADES;
    double high = (double) (grade + 1) / GRADES;
    return switch (this) {
      case Crisp _ -> (first || score >= low) && (last || score < high) ? 1 : 0;
      case Triangular _ -> {
        double centre = (2.0 * grade + 1) / (2 * GRADES);
        boolean flat = first ? score <= centre : last && score >= centre;
        yield flat ? 1 : Math.max(0, 1 - Math.abs(score - centre) / WIDTH);
      }
      case Trapezoid(double h) -> {
        double up = first ? 1 : (score - low + h) / (2 * h);
        double down = last ? 1 : (high + h - score) / (2 * h);
        yield Math.clamp(Math.min(up, down), 0.0, 1.0);
      }
    };
  }
}
