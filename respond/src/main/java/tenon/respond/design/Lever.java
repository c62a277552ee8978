package tenon.respond.design;

import java.util.List;

/**
 * Something that can be had for a price. What is under development is paid from the start, is there
 * after some years, and may fail.
 *
 * @param id key
 * @param title what it is
 * @param pillar which of the four pillars it strengthens
 * @param costPerYear money a year, at least 0
 * @param co2PerYear kg a year that it causes by itself; negative where it saves
 * @param changes what it does
 * @param readyAfterYears years until it is there, at least 0
 * @param chance probability that it comes to be there at all, above 0, at most 1
 */
public record Lever(
    String id,
    String title,
    Pillar pillar,
    double costPerYear,
    double co2PerYear,
    List<Change> changes,
    double readyAfterYears,
    double chance) {

  /** A lever that is there at once. */
  public Lever(
      String id,
      String title,
      Pillar pillar,
      double costPerYear,
      double co2PerYear,
      List<Change> changes) {
    this(id, title, pillar, costPerYear, co2PerYear, changes, 0, 1);
  }

  public Lever {
    changes = List.copyOf(changes);
    if (!(costPerYear >= 0 && costPerYear < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "lever " + id + " costs " + costPerYear + " a year; write a number of at least 0");
    }
    if (!(readyAfterYears >= 0 && chance > 0 && chance <= 1)) {
      throw new IllegalArgumentException(
          "lever " + id + " is there after " + readyAfterYears + " years by a chance of " + chance);
    }
  }

  /** Whether it is not there from the start, or may never be. */
  public boolean isDeveloped() {
    return readyAfterYears > 0 || chance < 1;
  }
}
