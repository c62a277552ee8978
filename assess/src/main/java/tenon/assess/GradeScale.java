package tenon.assess;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The grades of a study: bounds between 0 and 1 of a full score, and what each grade is called. A
 * bound belongs to the better grade.
 */
public final class GradeScale {
  /** Fewest and most grades of a scale. */
  public static final int FEWEST = 2;

  public static final int MOST = 9;

  /** Scores so near below a bound, as a share of a full score, reached it but for rounding. */
  private static final double ROUNDING = 1e-12;

  private final List<Named> grades;

  private GradeScale(List<Named> grades) {
    this.grades = List.copyOf(grades);
  }

  /**
   * A grade.
   *
   * @param from least share of a full score that earns it, from 0 to below 1
   * @param en what it is called in English
   * @param zh what it is called in Chinese
   */
  public record Named(double from, String en, String zh) {}

  /**
   * A scale.
   *
   * @param grades lowest first; the first from 0, each further one from more, names told apart
   * @throws IllegalArgumentException if there are too few or too many, or they are not in order
   */
  public static GradeScale of(List<Named> grades) {
    if (grades.size() < FEWEST || grades.size() > MOST) {
      throw new IllegalArgumentException(grades.size() + " grades; give " + FEWEST + " to " + MOST);
    }
    Set<String> names = new HashSet<>();
    double before = Double.NEGATIVE_INFINITY;
    for (Named grade : grades) {
      boolean first = before == Double.NEGATIVE_INFINITY;
      if (first ? grade.from() != 0 : !(grade.from() > before && grade.from() < 1)) {
        throw new IllegalArgumentException(
            "grade " + grade.en() + " from " + grade.from() + "; bounds must ascend from 0 to 1");
      }
      if (!names.add(grade.en())) {
        throw new IllegalArgumentException("two grades are called " + grade.en());
      }
      before = grade.from();
    }
    return new GradeScale(grades);
  }

  /** The five of {@link Grade}: bounds at .2, .4, .6 and .8. */
  public static GradeScale standard() {
    List<Named> grades = new ArrayList<>();
    for (Grade grade : Grade.values()) {
      grades.addFirst(
          new Named(
              grade.lowerBound() / 100,
              grade.title(Locale.ENGLISH),
              grade.title(Locale.SIMPLIFIED_CHINESE)));
    }
    return new GradeScale(grades);
  }

  /** Number of grades. */
  public int count() {
    return grades.size();
  }

  /** A grade by its number, 0 being the lowest. */
  public Named grade(int number) {
    return grades.get(number);
  }

  /**
   * Number of the grade of a score, 0 being the lowest; -1 where the score is unknown.
   *
   * @param share score as a share of a full one
   */
  public int of(double share) {
    if (Double.isNaN(share)) {
      return -1;
    }
    int grade = 0;
    while (grade + 1 < count() && share >= grades.get(grade + 1).from() - ROUNDING) {
      grade++;
    }
    return grade;
  }

  /** What a grade is called in the language of the reader. */
  public String title(int number, Locale locale) {
    Named named = grades.get(number);
    return locale.getLanguage().equals("zh") ? named.zh() : named.en();
  }

  /** The bounds between the grades, ascending: one less than there are grades. */
  public double[] bounds() {
    return grades.stream().skip(1).mapToDouble(Named::from).toArray();
  }
}
