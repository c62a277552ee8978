package tenon.packages;

import tenon.model.Findings;

/**
 * Checks what no single cell can show: whether the tables together make a sound chain and panel.
 * The checks go on where ids are unknown or occur twice, and leave out what they cannot judge.
 */
final class ChainCheck {
  private ChainCheck() {}

  static void run(PackageInfo info, Tables tables, References references, Findings findings) {
    CurrencyCheck.run(info, tables, findings);
    RegionCheck.run(tables, references, findings);
    LinkCheck.run(tables, references, findings);
    RecipeCheck.run(tables, references, findings);
    SitePairs pairs = new SitePairs(tables, references);
    ShareCheck.run(tables, pairs, findings);
    SupplyCheck.run(tables, references, pairs, findings);
    StockCheck.run(tables, findings);
    CalendarCheck.run(tables, findings);
    DependencyCheck.run(tables, findings);
    HierarchyCheck.run(tables, references, findings);
    JurisdictionCheck.run(tables, findings);
  }
}
