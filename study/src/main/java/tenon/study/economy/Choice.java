package tenon.study.economy;

import java.util.ArrayList;
import java.util.List;
import tenon.model.Finding;
import tenon.model.Industry;
import tenon.model.IndustryTable;

/**
 * Industries chosen by name: {@code region|sector}, a sector in every region, or a whole region.
 */
final class Choice {
  private Choice() {}

  /** Places of the industries that a name means; none where it means nothing. */
  static List<Integer> of(IndustryTable table, String name) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < table.count(); i++) {
      Industry industry = table.industries().get(i);
      if (industry.label().equals(name)
          || industry.sector().equals(name)
          || (!name.isEmpty() && industry.region().equals(name))) {
        places.add(i);
      }
    }
    return places;
  }

  static Finding unknown(IndustryTable table, String file, long line, String column, String name) {
    return EconomyWords.error(
        "unknown-sector",
        file,
        line,
        column,
        name,
        EconomyWords.some(table.industries().stream().map(Industry::label).toList()));
  }
}
