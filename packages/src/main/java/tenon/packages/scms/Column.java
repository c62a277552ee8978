package tenon.packages.scms;

/** Columns of the delivery file that the import needs, by their usual titles. */
enum Column {
  ID("ID"),
  COUNTRY("Country"),
  ROUTE("Fulfill Via"),
  MODE("Shipment Mode"),
  QUOTED("PQ First Sent to Client Date"),
  ORDERED("PO Sent to Vendor Date"),
  SCHEDULED("Scheduled Delivery Date"),
  DELIVERED("Delivered to Client Date"),
  VENDOR("Vendor"),
  MOLECULE("Molecule/Test Type"),
  DOSAGE("Dosage"),
  FORM("Dosage Form"),
  PER_PACK("Unit of Measure (Per Pack)"),
  PACKS("Line Item Quantity"),
  VALUE("Line Item Value"),
  PLANT("Manufacturing Site"),
  FREIGHT("Freight Cost (USD)");

  private final String title;

  Column(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}
