package tenon.examples;

/**
 * A firm.
 *
 * @param trade id of its trade; empty for firms outside the trades
 */
record Firm(
    String id,
    String name,
    String nameZh,
    Region region,
    Role role,
    String sector,
    String trade,
    double staff,
    double research) {}
