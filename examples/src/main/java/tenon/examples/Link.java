package tenon.examples;

/**
 * Who ships what to whom.
 *
 * @param share part of the customer's need, in thousandths; 0 on standby
 * @param volume units per day; 0 on standby
 */
record Link(Site supplier, Site customer, Product product, int share, double volume, boolean standby) {

  String id() {
    return supplier.id() + ">" + customer.id() + ":" + product.id();
  }
}
