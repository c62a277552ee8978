package tenon.study.match;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.packages.FlatTable;
import tenon.packages.match.MatchResult;
import tenon.packages.match.Pair;
import tenon.study.page.Json;
import tools.jackson.databind.node.ObjectNode;

/** Pairs that are known to be the same, to measure a matching with. */
record Truth(Set<List<String>> pairs) {

  /**
   * How good a matching was.
   *
   * @param precision share of the joined pairs that are the same; NaN where none was joined
   * @param recall share of the pairs that are the same which were joined
   * @param recallWithReview the same, with those put before a person
   */
  record Measured(double precision, double recall, double recallWithReview) {
    void put(ObjectNode node) {
      node.set("precision", Json.exact(precision));
      node.set("recall", Json.exact(recall));
      node.set("recall_with_review", Json.exact(recallWithReview));
    }
  }

  /** Reads {@code left_id,right_id}. */
  static Loaded<Truth> read(Path file) {
    return switch (FlatTable.read(file)) {
      case Loaded.Rejected<FlatTable>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<FlatTable>(var table, var warnings) -> of(table);
    };
  }

  private static Loaded<Truth> of(FlatTable table) {
    Findings findings = new Findings();
    for (String column : List.of("left_id", "right_id")) {
      if (!table.has(column)) {
        findings.add(table.unknown(column));
      }
    }
    if (findings.hasErrors()) {
      return new Loaded.Rejected<>(findings.list());
    }
    Set<List<String>> pairs = new HashSet<>();
    List<String> left = table.texts("left_id");
    List<String> right = table.texts("right_id");
    for (int row = 0; row < table.rows(); row++) {
      pairs.add(List.of(left.get(row), right.get(row)));
    }
    return new Loaded.Ready<>(new Truth(pairs), List.of());
  }

  Measured measure(MatchResult result) {
    long joined = 0;
    long right = 0;
    long offered = 0;
    for (Pair pair : result.pairs()) {
      boolean same = same(result, pair);
      joined += pair.joined() ? 1 : 0;
      right += pair.joined() && same ? 1 : 0;
      offered += same ? 1 : 0;
    }
    double all = pairs.size();
    return new Measured((double) right / joined, right / all, offered / all);
  }

  private boolean same(MatchResult result, Pair pair) {
    String left = result.left().row(pair.left()).id();
    String right = result.right().row(pair.right()).id();
    boolean within = result.left() == result.right();
    return pairs.contains(List.of(left, right)) || (within && pairs.contains(List.of(right, left)));
  }
}
