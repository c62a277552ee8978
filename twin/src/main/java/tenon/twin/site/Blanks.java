package tenon.twin.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Message;
import tenon.model.Resource;
import tenon.model.Severity;

/**
 * Counts the blanks that were filled, and the doubts met while a network was read: one finding for
 * each kind, with the number of rows and the first of them, since a chain may leave a whole column
 * blank.
 */
final class Blanks {
  private static final String BUNDLE = "tenon.twin.site.findings";

  private record Place(String code, Resource resource, @Nullable String column) {}

  private static final class Count {
    private final String first;
    private final String filled;
    private int rows;

    private Count(String first, String filled) {
      this.first = first;
      this.filled = filled;
    }
  }

  private final Map<Place, Count> counts = new LinkedHashMap<>();

  /** A blank of one row was filled. */
  void fill(String code, Resource resource, String column, String row, double filled) {
    add(code, resource, column, row, number(filled));
  }

  /** A doubt about one row. */
  void doubt(String code, Resource resource, @Nullable String column, String row, String detail) {
    add(code, resource, column, row, detail);
  }

  private void add(
      String code, Resource resource, @Nullable String column, String row, String detail) {
    counts.computeIfAbsent(new Place(code, resource, column), _ -> new Count(row, detail)).rows++;
  }

  /** One finding for each kind, in the order of first occurrence. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    counts.forEach((place, count) -> findings.add(finding(place, count)));
    return findings;
  }

  private static Finding finding(Place place, Count count) {
    String rows = Integer.toString(count.rows);
    return new Finding(
        Severity.WARNING,
        place.code(),
        place.resource().title(),
        0,
        place.column(),
        null,
        Message.of(BUNDLE, place.code(), rows, count.first, count.filled),
        Message.of(BUNDLE, place.code() + ".mend", rows, count.first, count.filled));
  }

  /** The shortest text of a number: 7 rather than 7.0. */
  static String number(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? String.format(Locale.ROOT, "%d", (long) value) : Double.toString(value);
  }
}
