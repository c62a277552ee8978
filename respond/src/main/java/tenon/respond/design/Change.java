package tenon.respond.design;

/** What a lever does to a chain once it is there. */
public sealed interface Change {

  /**
   * Backup capacity: a recipe can make more when it is called.
   *
   * @param recipe id of the recipe
   * @param perDay units per day, above 0
   * @param activationDays days from the call to the first unit, at least 0
   * @param extraCost what a unit costs more than usual, money
   */
  record Capacity(String recipe, double perDay, double activationDays, double extraCost)
      implements Change {}

  /**
   * More stock of a product at a site.
   *
   * @param units units on hand above what there is, above 0
   */
  record Stock(String site, String product, double units) implements Change {}

  /**
   * A qualified second source: one site may buy a product from another that has it.
   *
   * @param perDay most units per day; infinite for no limit
   * @param freight freight of a unit, money
   * @param tariff share of the price
   * @param co2 kg per unit
   */
  record Source(
      String customer,
      String supplier,
      String product,
      double perDay,
      double leadTimeDays,
      double activationDays,
      double freight,
      double tariff,
      double co2)
      implements Change {}

  /**
   * A recipe is made at another, new site as well, which delivers to all customers of the old one:
   * nearshoring, a regional or distributed plant. It takes its inputs from the same suppliers.
   *
   * @param recipe id of the recipe that is copied
   * @param site id of the new site
   * @param region id of its region
   * @param leadTimeDays days to its customers
   * @param extraCost what a unit costs more to make, money
   * @param co2 kg per unit shipped to its customers
   */
  record Plant(
      String recipe,
      String site,
      String region,
      double perDay,
      double leadTimeDays,
      double activationDays,
      double extraCost,
      double co2)
      implements Change {}

  /**
   * A region that can close its loop: each of its sites may buy from every site of the region that
   * makes or is sold what it buys.
   *
   * @param region id of the region; regions below it belong to it
   * @param co2 kg per unit shipped
   */
  record Loop(String region, double leadTimeDays, double activationDays, double co2)
      implements Change {}

  /**
   * One product can stand in for another at a site, as an input or for customers who take it.
   *
   * @param site id of the site that has the other product
   * @param product what is replaced
   * @param by what replaces it
   * @param quantity units of it for one, above 0
   * @param perDay most units replaced per day; infinite for no limit
   * @param extraCost what a unit costs more, a discount to customers included, money
   */
  record Substitute(
      String site,
      String product,
      String by,
      double quantity,
      double perDay,
      double activationDays,
      double extraCost)
      implements Change {}

  /**
   * A new market: a share of what one site usually sells is sold at another from now on.
   *
   * @param site id of the site whose market is left in part
   * @param to id of the site that sells it instead
   * @param share of the demand, above 0, at most 1
   */
  record Market(String site, String product, String to, double share) implements Change {}

  /**
   * A standby recipe or link is kept warm.
   *
   * @param id id of the recipe or link
   * @param activationDays days it then needs
   */
  record Ready(String id, double activationDays) implements Change {}

  /**
   * A disruption is noticed sooner.
   *
   * @param days days sooner, above 0
   */
  record Notice(int days) implements Change {}

  /**
   * A credit line that a firm can draw on before it stops.
   *
   * @param firm id of the firm
   * @param amount money, above 0
   */
  record Credit(String firm, double amount) implements Change {}

  /**
   * The customers of a firm pay earlier, no earlier than on receipt.
   *
   * @param firm id of the firm that is paid
   * @param days days earlier, above 0
   */
  record EarlyPayment(String firm, double days) implements Change {}

  /**
   * A share of what is lost is paid by somebody else.
   *
   * @param share from 0 to 1
   */
  record Insurance(double share) implements Change {}
}
