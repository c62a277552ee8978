package tenon.respond.design;

import tenon.model.Scenario;

/**
 * A scenario and how often a year brings it.
 *
 * @param perYear mean number of times a year, at least 0
 */
public record Hazard(Scenario scenario, double perYear) {
  public Hazard {
    if (!(perYear >= 0 && perYear < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "scenario " + scenario.name() + " comes " + perYear + " times a year; write 0 or more");
    }
  }
}
