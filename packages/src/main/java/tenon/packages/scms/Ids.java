package tenon.packages.scms;

/** Ids of the rows that the import makes, from the short ids of {@link Names}. */
final class Ids {
  /** The regional distribution centre; the file names no single one. */
  static final String HUB = "hub-regional-distribution-centre";

  /** The firm that runs the programme and its centre. */
  static final String PROGRAMME = "programme-scms";

  /** Region of whatever the source does not place. */
  static final String UNKNOWN_REGION = "unknown";

  private Ids() {}

  /** Site that makes. */
  static String plant(String plant) {
    return "plant-" + plant;
  }

  /** Office of a vendor, which the goods it sells pass. */
  static String office(String vendor) {
    return "office-" + vendor;
  }

  /** Site that receives for a client country. */
  static String store(String country) {
    return "store-" + country;
  }

  /** Firm that is a vendor. */
  static String vendor(String vendor) {
    return "vendor-" + vendor;
  }

  /** Firm that runs a making site, where no vendor looks like its maker. */
  static String maker(String plant) {
    return "maker-" + plant;
  }

  /** Firm that stands for a client country. */
  static String client(String country) {
    return "client-" + country;
  }

  /** A link; no short id holds two hyphens in a row, so the parts cannot run together. */
  static String link(String supplierSite, String customerSite, String product) {
    return supplierSite + "--" + customerSite + "--" + product;
  }

  /** An active link that passes a vendor's office. */
  static String link(String supplierSite, String customerSite, String product, String office) {
    return link(supplierSite, customerSite, product) + "--" + office;
  }
}
