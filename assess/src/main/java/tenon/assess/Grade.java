package tenon.assess;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tenon.model.Message;

/**
 * Five grades of a score, best first. Lower bounds belong to the grade: 80, 60, 40 and 20 of 100.
 *
 * <p>Source of names and bounds: Zhang J. (2024), ARISE 4(4), 100-125. They mean the same in two
 * studies only where both scale by the same fixed goalposts.
 */
public enum Grade {
  HIGH(80),
  STRONG(60),
  MEDIUM(40),
  WEAKER(20),
  LOW(0);

  /** Scores so near below a bound reached it but for rounding. */
  private static final double ROUNDING = 1e-10;

  private final double lowerBound;

  Grade(double lowerBound) {
    this.lowerBound = lowerBound;
  }

  /** The least score that earns the grade, on the scale from 0 to 100. */
  public double lowerBound() {
    return lowerBound;
  }

  /** The grade of a score on the scale from 0 to 100; null where the score is unknown. */
  public static @Nullable Grade of(double score) {
    if (Double.isNaN(score)) {
      return null;
    }
    for (Grade grade : values()) {
      if (score >= grade.lowerBound - ROUNDING) {
        return grade;
      }
    }
    return LOW;
  }

  /** The name of the grade in the language of the reader, for example {@code High}. */
  public String title(Locale locale) {
    return Message.of("tenon.assess.names", "grade." + name().toLowerCase(Locale.ROOT)).in(locale);
  }
}
