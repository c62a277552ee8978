package tenon.packages;

import tenon.model.Findings;

/** Checks what no single table can show: whether the tables together make a sound chain and panel. */
final class ChainCheck {
  private ChainCheck() {}

  static void run(PackageInfo info, Tables tables, References references, Findings findings) {}
}
