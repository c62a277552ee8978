package tenon.examples;

import tenon.model.Columns;
import tenon.model.Resource;

/** Regions, firms and sites as tables. */
final class ActorTables {
  private ActorTables() {}

  static Columns regions(Roster roster) {
    Columns.Builder table = new Columns.Builder(Resource.REGIONS);
    for (Region region : roster.regions()) {
      table
          .row()
          .set("region_id", region.id())
          .set("name", region.name())
          .set("name_zh", region.nameZh())
          .set("parent_id", Cells.known(region.parent()))
          .set("level", region.level())
          .set("iso_3166_2", Cells.known(region.iso()))
          .set("jurisdiction", region.jurisdiction())
          .set("latitude", region.latitude())
          .set("longitude", region.longitude());
    }
    return table.build();
  }

  static Columns firms(Roster roster, Accounts accounts) {
    Columns.Builder table = new Columns.Builder(Resource.FIRMS);
    for (Firm firm : roster.firms()) {
      table
          .row()
          .set("firm_id", firm.id())
          .set("name", firm.name())
          .set("name_zh", firm.nameZh())
          .set("region_id", firm.region().id())
          .set("sector", firm.sector())
          .set("role", firm.role().title());
      if (firm.role().counted()) {
        table
            .set("employees", accounts.employees(firm))
            .set("revenue_per_year", accounts.revenue(firm))
            .set("operating_income", accounts.operatingIncome(firm))
            .set("total_assets", accounts.totalAssets(firm))
            .set("cash", accounts.cash(firm))
            .set("rd_expenditure_per_year", accounts.research(firm))
            .set("invention_patents", accounts.patents(firm))
            .set("output_per_year", accounts.output(firm))
            .set("value_added_per_year", accounts.valueAdded(firm))
            .set("digital_maturity", accounts.digitalMaturity(firm));
      }
    }
    return table.build();
  }

  static Columns sites(Roster roster, Accounts accounts) {
    Columns.Builder table = new Columns.Builder(Resource.SITES);
    for (Site site : roster.sites()) {
      Firm firm = site.firm();
      table
          .row()
          .set("site_id", site.id())
          .set("firm_id", firm.id())
          .set("region_id", site.region().id())
          .set("kind", site.kind())
          .set("name", firm.name() + ", " + site.region().name() + Cells.nth(site))
          .set("latitude", site.latitude())
          .set("longitude", site.longitude())
          .set("ttr_days", site.ttrDays())
          .set("ttr_basis", site.ttrBasis())
          .set("disruption_probability_per_year", site.risk());
      if (firm.role().counted()) {
        table.set("workers", Math.rint(accounts.employees(firm) / roster.sitesOf(firm)));
      }
    }
    return table.build();
  }
}
