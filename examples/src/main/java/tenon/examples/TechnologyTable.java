package tenon.examples;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tenon.model.Columns;
import tenon.model.Resource;

/** Technologies that work depends on beside goods: licences, software, service of machines. */
final class TechnologyTable {
  private final Roster roster;
  private final Draws draws;
  private final Columns.Builder table = new Columns.Builder(Resource.DEPENDENCIES);

  private TechnologyTable(Roster roster, Draws draws) {
    this.roster = roster;
    this.draws = draws;
  }

  static Columns of(Roster roster, Draws draws) {
    TechnologyTable technologies = new TechnologyTable(roster, draws);
    List<Sheet.Row> rows = Sheet.read("yangtze-ic/technologies.txt");
    for (Site site : roster.sites()) {
      for (Sheet.Row row : rows) {
        technologies.addIfUsed(row, site);
      }
    }
    return technologies.table.build();
  }

  private void addIfUsed(Sheet.Row row, Site site) {
    String key = site.id() + " " + row.text("technology");
    if (!row.words("trades").contains(site.firm().trade())
        || !draws.chance("uses", key, row.number("part"))) {
      return;
    }
    Firm vendor = roster.firm(draws.pick("vendor", key, vendors(row)));
    boolean essential = draws.chance("essential", key, row.number("essential"));
    table
        .row()
        .set("site_id", site.id())
        .set("technology", row.text("technology"))
        .set("vendor", vendor.id())
        .set("jurisdiction", vendor.region().jurisdiction())
        .set("kind", row.text("kind"))
        .set("essential", Boolean.toString(essential))
        .set("substitute", Cells.known(row.text("substitute")))
        .set("lost_share", essential ? Double.NaN : known(row, "slowed"))
        .set("grace_days", known(row, "grace"))
        .set("substitute_days", known(row, "replaced"));
  }

  private static double known(Sheet.Row row, String column) {
    return row.text(column).isEmpty() ? Double.NaN : row.number(column);
  }

  private static Map<String, Double> vendors(Sheet.Row row) {
    Map<String, Double> vendors = new LinkedHashMap<>();
    for (String word : row.words("vendors")) {
      int colon = word.indexOf(':');
      vendors.put(word.substring(0, colon), Double.parseDouble(word.substring(colon + 1)));
    }
    return vendors;
  }
}
