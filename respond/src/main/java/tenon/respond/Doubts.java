package tenon.respond;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Message;
import tenon.model.Resource;
import tenon.model.Severity;

/** Counts blanks that count as nothing: one finding for each column, with the first row of it. */
final class Doubts {
  static final String BUNDLE = "tenon.respond.findings";

  private record Place(String code, Resource resource, String column) {}

  private final Map<Place, List<String>> rows = new LinkedHashMap<>();

  void add(String code, Resource resource, String column, String row) {
    rows.computeIfAbsent(new Place(code, resource, column), _ -> new ArrayList<>()).add(row);
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    rows.forEach(
        (place, found) ->
            findings.add(
                warning(
                    place.code(),
                    place.resource().title(),
                    place.column(),
                    Integer.toString(found.size()),
                    found.getFirst())));
    return findings;
  }

  /** A warning whose code is the key of its wording. */
  static Finding warning(String code, String file, @Nullable String column, String... arguments) {
    return new Finding(
        Severity.WARNING,
        code,
        file,
        0,
        column,
        null,
        Message.of(BUNDLE, code, arguments),
        Message.of(BUNDLE, code + ".mend", arguments));
  }
}
