package tenon.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects findings. All of them are counted; of each kind in one column of one file the first {@value
 * #SHOWN} are kept, and {@link #list} says how many more there were, so that a million faults do not
 * bury the reader.
 */
public final class Findings {

  /** How many findings of one kind, file and column are kept. */
  public static final int SHOWN = 100;

  private static final String BUNDLE = "tenon.model.findings";

  private record Kind(Severity severity, String code, String file, @Nullable String column) {}

  private final List<Finding> kept = new ArrayList<>();
  private final Map<Kind, Long> counts = new HashMap<>();
  private boolean errors;

  public void add(Finding finding) {
    if (counts.merge(kind(finding), 1L, Long::sum) <= SHOWN) {
      kept.add(finding);
    }
    errors |= finding.isError();
  }

  /** Adds what another collector holds, with its counts. */
  public void addAll(Findings others) {
    Map<Kind, Long> uncounted = new HashMap<>(others.counts);
    for (Finding finding : others.kept) {
      add(finding);
      uncounted.merge(kind(finding), -1L, Long::sum);
    }
    uncounted.forEach((kind, count) -> counts.merge(kind, count, Long::sum));
  }

  /**
   * Whether the next finding of this kind, file and column would be kept: where it would not, a mend
   * that is dear to work out need not be.
   */
  public boolean keeps(Severity severity, String code, String file, @Nullable String column) {
    return counts.getOrDefault(new Kind(severity, code, file, column), 0L) < SHOWN;
  }

  /** Whether any finding is an error. */
  public boolean hasErrors() {
    return errors;
  }

  /** The findings kept, errors first, else in the order added; a kind cut short ends with its count. */
  public List<Finding> list() {
    List<Finding> all = new ArrayList<>(kept);
    Map<Kind, Long> shown = new HashMap<>();
    Map<Kind, Finding> last = new LinkedHashMap<>();
    for (Finding finding : kept) {
      shown.merge(kind(finding), 1L, Long::sum);
      last.put(kind(finding), finding);
    }
    last.forEach(
        (kind, finding) -> {
          long more = counts.getOrDefault(kind, 0L) - shown.getOrDefault(kind, 0L);
          if (more > 0) {
            all.add(cut(finding, more));
          }
        });
    all.sort(Comparator.comparing(Finding::severity));
    return List.copyOf(all);
  }

  private static Kind kind(Finding finding) {
    return new Kind(finding.severity(), finding.code(), finding.file(), finding.column());
  }

  private static Finding cut(Finding finding, long more) {
    return new Finding(
        finding.severity(),
        finding.code(),
        finding.file(),
        0,
        finding.column(),
        null,
        Message.of(BUNDLE, "more", Long.toString(more), finding.code()),
        Message.of(BUNDLE, "more.mend"));
  }
}
