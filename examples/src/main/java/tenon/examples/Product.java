package tenon.examples;

/**
 * A product.
 *
 * @param value yuan per unit
 * @param margin yuan lost with a unit of unmet demand; NaN for what no market demands
 * @param criticality weight beside the margin; NaN for what no market demands
 * @param cover days of use that a customer holds
 * @param cycle days from start to output
 * @param yield good share of what is started
 * @param suppliers how many suppliers a customer takes it from
 * @param ship air or sea: how an import travels; digital; service: work that cannot be stored
 */
record Product(
    String id,
    String name,
    String nameZh,
    String unit,
    String hs6,
    double value,
    double margin,
    double criticality,
    Range cover,
    Range cycle,
    Range yield,
    Range suppliers,
    String ship) {

  boolean digital() {
    return ship.equals("digital");
  }

  /** Whether a maker can hold finished stock of it. */
  boolean storable() {
    return !digital() && !ship.equals("service");
  }
}
