package tenon.examples;

import java.util.Locale;

/**
 * Part that a firm plays. The pull is its weight where a customer chooses and divides among
 * suppliers.
 */
enum Role {
  LEADING(5),
  SPECIALISED(2.2),
  SUPPORTING(1),
  /** A supplier under another jurisdiction; not counted among the enterprises of the chain. */
  EXTERNAL(1.6),
  /** A customer at the end of the chain; not counted either. */
  MARKET(1);

  private final double pull;

  Role(double pull) {
    this.pull = pull;
  }

  double pull() {
    return pull;
  }

  /** Whether the firm is one of the enterprises that the published case counts. */
  boolean counted() {
    return this != EXTERNAL && this != MARKET;
  }

  String title() {
    return name().toLowerCase(Locale.ROOT);
  }
}
