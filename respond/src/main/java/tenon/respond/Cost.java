package tenon.respond;

/**
 * What the flows beyond the usual ones cost over the horizon, money. What falls away below the
 * usual flow is not taken off: a plan does not reorganise purchasing to save.
 *
 * @param production production cost of what is made beyond the usual
 * @param purchase what is paid above the price of the cheapest source of each customer and product
 * @param freight freight
 * @param tariff tariff
 * @param holding holding cost of stock above that of day 0
 * @param activation cost of taking standby sources into use, once for each
 * @param unordered what contracts oblige to pay for and is not ordered
 */
public record Cost(
    double production,
    double purchase,
    double freight,
    double tariff,
    double holding,
    double activation,
    double unordered) {
  public double total() {
    return production + purchase + freight + tariff + holding + activation + unordered;
  }
}
