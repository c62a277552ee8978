package tenon.respond.design;

import java.util.List;

/**
 * Something that can be had for a price.
 *
 * @param id key
 * @param title what it is
 * @param pillar which of the four pillars it strengthens
 * @param costPerYear money a year, at least 0
 * @param co2PerYear kg a year that it causes by itself; negative where it saves
 * @param changes what it does
 */
public record Lever(
    String id,
    String title,
    Pillar pillar,
    double costPerYear,
    double co2PerYear,
    List<Change> changes) {
  public Lever {
    changes = List.copyOf(changes);
    if (!(costPerYear >= 0 && costPerYear < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "lever " + id + " costs " + costPerYear + " a year; write a number of at least 0");
    }
  }
}
