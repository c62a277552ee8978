package tenon.packages.trade;

/** Hears the flows of a trade file, one after another. */
@FunctionalInterface
public interface TradeFlow {

  /**
   * A flow.
   *
   * @param year year
   * @param exporter code of the exporting country, three letters where it is known
   * @param importer code of the importing country
   * @param hs6 product, six digits
   * @param value money, in the unit of the file
   * @param quantity tonnes, or the first quantity of the customs; NaN where unknown
   */
  void hear(int year, String exporter, String importer, String hs6, double value, double quantity);
}
