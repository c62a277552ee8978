package tenon.respond.playbook;

/** What a step of a playbook does to the chain, once the step is finished. */
public sealed interface Action {

  /**
   * A standby recipe is called; it yields its activation days later.
   *
   * @param recipe id of a standby recipe
   */
  record Activate(String recipe) implements Action {}

  /**
   * A standby link is opened; it delivers its activation days later.
   *
   * @param link id of a standby link
   */
  record Open(String link) implements Action {}

  /**
   * A recipe gets more capacity: overtime, an additional line.
   *
   * @param recipe id of the recipe
   * @param perDay additional capacity, units per day, above 0
   * @param extraCostPerUnit what a unit made with it costs more, money, at least 0
   */
  record AddCapacity(String recipe, double perDay, double extraCostPerUnit) implements Action {
    public AddCapacity {
      if (!(perDay > 0) || !(extraCostPerUnit >= 0)) {
        throw new IllegalArgumentException("capacity " + perDay + " at " + extraCostPerUnit);
      }
    }
  }

  /**
   * Goods also travel faster over a link, at a price.
   *
   * @param link id of the link
   * @param leadTimeDays days that the fast way takes, at least 0
   * @param extraFreightPerUnit what it costs more, money, at least 0
   */
  record Expedite(String link, double leadTimeDays, double extraFreightPerUnit) implements Action {
    public Expedite {
      if (!(leadTimeDays >= 0) || !(extraFreightPerUnit >= 0)) {
        throw new IllegalArgumentException("days " + leadTimeDays + " at " + extraFreightPerUnit);
      }
    }
  }
}
