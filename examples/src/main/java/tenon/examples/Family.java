package tenon.examples;

/**
 * A family of chips: designed, made on wafers, packaged and tested.
 *
 * @param value yuan per thousand chips
 * @param margin part of the value that is lost with unmet demand
 * @param perDay thousand chips demanded a day
 * @param node process node or kind of process
 * @param foundry yuan to process one wafer
 * @param wafers processed wafers per thousand chips
 * @param assembly yuan to package a thousand chips
 * @param designShare part of the value that pays for the design
 * @param packaging kind of package: frame, laminate or flip
 */
record Family(
    String key,
    String name,
    String nameZh,
    double value,
    double margin,
    double perDay,
    String node,
    double foundry,
    double wafers,
    double assembly,
    double designShare,
    String packaging,
    String hs6,
    double criticality) {

  static Family of(Sheet.Row row) {
    return new Family(
        row.text("key"),
        row.text("name"),
        row.text("name_zh"),
        row.number("value"),
        row.number("margin"),
        row.number("per_day"),
        row.text("node"),
        row.number("foundry"),
        row.number("wafers"),
        row.number("assembly"),
        row.number("design_share"),
        row.text("package"),
        row.text("hs6"),
        row.number("criticality"));
  }

  /** Yuan per unit at a stage: design, wafer, packaged or chip. */
  double value(String stage) {
    double design = designShare * value;
    double wafer = foundry + design / wafers;
    return switch (stage) {
      case "design" -> design;
      case "wafer" -> Round.digits(wafer, 4);
      case "packaged" -> Round.digits(wafers * wafer + assembly, 4);
      case "chip" -> value;
      default -> throw new IllegalArgumentException("no stage " + stage);
    };
  }

  /** Whether the class in a bill, as in {@code wafer@28}, takes in this family. */
  boolean in(String group) {
    return group.equals(node) || group.equals(packaging) || group.equals(key);
  }
}
