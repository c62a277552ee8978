package tenon.packages.scms;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.packages.word.Words;

/**
 * Where each column stands. Copies of the data set write titles in different ways ({@code Line Item
 * Quantity}, {@code line_item_quantity}), so only their letters and digits are compared.
 */
final class Header {
  /** What is offered as the nearest title is looked for among so many, each at most so long. */
  private static final int MOST_TITLES = 500;

  private static final int LONGEST_TITLE = 100;

  private final Map<Column, Integer> positions;
  private final int cells;

  private Header(Map<Column, Integer> positions, int cells) {
    this.positions = positions;
    this.cells = cells;
  }

  /** Finds the columns; null, with an error for each column missing, where it cannot. */
  static @Nullable Header read(List<String> titles, Remarks remarks) {
    Map<String, Integer> byTitle = new HashMap<>();
    for (int i = 0; i < titles.size(); i++) {
      byTitle.putIfAbsent(letters(titles.get(i)), i);
    }
    Map<Column, Integer> positions = new EnumMap<>(Column.class);
    List<Column> missing = new ArrayList<>();
    for (Column column : Column.values()) {
      Integer position = byTitle.get(letters(column.title()));
      if (position == null) {
        missing.add(column);
      } else {
        positions.put(column, position);
      }
    }
    missing.forEach(column -> report(column, titles, remarks));
    return missing.isEmpty() ? new Header(positions, titles.size()) : null;
  }

  private static void report(Column column, List<String> titles, Remarks remarks) {
    List<String> given =
        titles.stream()
            .filter(title -> !title.isBlank() && title.length() <= LONGEST_TITLE)
            .limit(MOST_TITLES)
            .map(Words::tidy)
            .toList();
    String nearest = Words.nearest(column.title(), given);
    if (nearest == null) {
      remarks.error("scms-no-header", 1, column, null, column.title());
    } else {
      remarks.error("scms-missing-column", 1, column, null, column.title(), nearest);
    }
  }

  /** Position of a column, the first being 0. */
  int position(Column column) {
    Integer position = positions.get(column);
    if (position == null) {
      throw new IllegalStateException("a header has all columns, but not " + column);
    }
    return position;
  }

  /** Number of cells of a full line. */
  int cells() {
    return cells;
  }

  private static String letters(String title) {
    return Words.plain(title).replace(" ", "");
  }
}
