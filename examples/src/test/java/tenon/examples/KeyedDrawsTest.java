package tenon.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import tenon.model.Columns;
import tenon.model.Field;
import tenon.model.Resource;
import tenon.packages.DataPackage;

class KeyedDrawsTest {
  private static final long SEED = 7;
  private static final String NEW_FIRM = "machining-p086";

  private static String cell(Columns table, String column, int row) {
    Field field = table.resource().fields().get(table.resource().position(column));
    return field.type() == Field.Type.NUMBER
        ? String.valueOf(table.number(column, row))
        : String.valueOf(table.text(column, row));
  }

  private static Map<String, String> rows(
      DataPackage data, Resource resource, List<String> columns, Predicate<String> keys) {
    Columns table = data.chain().table(resource);
    Map<String, String> rows = new TreeMap<>();
    for (int row = 0; row < table.rows(); row++) {
      StringBuilder cells = new StringBuilder();
      for (String column : columns) {
        cells.append(cell(table, column, row)).append('|');
      }
      String key = cell(table, resource.key().getFirst().name(), row);
      if (keys.test(key)) {
        rows.put(key, cells.toString());
      }
    }
    return rows;
  }

  private static DataPackage withOneMoreMachiningFirm() {
    String trades = Sheet.content("yangtze-ic/trades.txt");
    String more = trades.replace("machining | support | 0 | 85 |", "machining | support | 0 | 86 |");
    assertThat(more).isNotEqualTo(trades);
    return YangtzeIc.generate(SEED, Sheet.parse("trades.txt", more));
  }

  @Test
  void anotherFirmShiftsNoOtherDraw() {
    DataPackage before = YangtzeIc.generate(SEED);
    DataPackage after = withOneMoreMachiningFirm();
    Predicate<String> old = key -> !key.startsWith(NEW_FIRM);
    assertSameRows(before, after, Resource.FIRMS, List.of("region_id", "digital_maturity"), old);
    assertSameRows(
        before,
        after,
        Resource.SITES,
        List.of("latitude", "longitude", "ttr_days", "ttr_basis", "disruption_probability_per_year"),
        old);
    assertSameRows(
        before, after, Resource.RECIPES, List.of("yield", "cycle_days", "changeover_days"), old);
  }

  private static void assertSameRows(
      DataPackage before,
      DataPackage after,
      Resource resource,
      List<String> columns,
      Predicate<String> old) {
    Map<String, String> expected = rows(before, resource, columns, key -> true);
    assertThat(expected).isNotEmpty();
    assertThat(rows(after, resource, columns, old)).isEqualTo(expected);
  }

  @Test
  void anotherFirmChangesNoLinkButItsOwnAndThoseItDisplaces() {
    Set<String> before = links(YangtzeIc.generate(SEED));
    Set<String> after = links(withOneMoreMachiningFirm());
    Set<String> gone = new TreeSet<>(before);
    gone.removeAll(after);
    Set<String> come = new TreeSet<>(after);
    come.removeAll(before);
    // What it supplies competes with others' machined parts; it buys aluminium and steel.
    assertThat(gone).allMatch(link -> link.endsWith(":machined-part") || link.endsWith(":alloy"));
    assertThat(come).allMatch(link -> link.endsWith(":machined-part") || link.endsWith(":alloy"));
    assertThat(come).anyMatch(link -> link.startsWith(NEW_FIRM));
    assertThat(gone.size() + come.size()).isLessThan(20);
  }

  private static Set<String> links(DataPackage data) {
    Columns table = data.chain().table(Resource.SOURCING);
    Set<String> links = new TreeSet<>();
    for (int row = 0; row < table.rows(); row++) {
      links.add(cell(table, "link_id", row));
    }
    return links;
  }

  @Test
  void theSeedDecides() {
    List<String> column = List.of("ttr_days");
    Map<String, String> one = rows(YangtzeIc.generate(SEED), Resource.SITES, column, key -> true);
    Map<String, String> again = rows(YangtzeIc.generate(SEED), Resource.SITES, column, key -> true);
    Map<String, String> other =
        rows(YangtzeIc.generate(SEED + 1), Resource.SITES, column, key -> true);
    assertThat(again).isEqualTo(one);
    assertThat(other).isNotEqualTo(one);
  }
}
