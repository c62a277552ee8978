package tenon.study.composite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tenon.model.Finding;
import tenon.model.Message;

/** Findings of a kind that many indicators share, told once with all their names. */
final class Grouped {
  /** As many of a kind are still told one by one. */
  private static final int FEW = 3;

  /** Kinds that have a wording for many, under their code with {@code .many} behind it. */
  private static final Set<String> KINDS =
      Set.of(
          "imputed",
          "impute-left",
          "weights-sum",
          "not-positive",
          "still-skewed",
          "unknown-values",
          "unit-screened");

  private Grouped() {}

  /** The findings without repeats, many of a kind as one in the place of the first. */
  static List<Finding> of(List<Finding> findings) {
    Map<String, List<Finding>> kinds = new LinkedHashMap<>();
    for (Finding finding : findings.stream().distinct().toList()) {
      boolean joined = KINDS.contains(finding.code()) && finding.line() == 0;
      String key =
          joined
              ? String.join("\n", finding.severity().name(), finding.code(), finding.place())
              : "\n" + kinds.size();
      kinds.computeIfAbsent(key, _ -> new ArrayList<>()).add(finding);
    }
    List<Finding> told = new ArrayList<>();
    for (List<Finding> kind : kinds.values()) {
      if (kind.size() > FEW) {
        told.add(joined(kind));
      } else {
        told.addAll(kind);
      }
    }
    return told;
  }

  private static Finding joined(List<Finding> kind) {
    Finding first = kind.getFirst();
    List<String> names =
        kind.stream()
            .map(one -> one.value() + " (" + one.what().arguments().getFirst() + ")")
            .toList();
    Message what = first.what();
    return new Finding(
        first.severity(),
        first.code(),
        first.file(),
        0,
        first.column(),
        null,
        Message.of(
            what.bundle(),
            what.key() + ".many",
            Integer.toString(kind.size()),
            String.join(", ", names)),
        first.mend());
  }
}
