package tenon.study.match;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tenon.packages.match.Decision;
import tenon.packages.match.MatchResult;
import tenon.packages.match.Pair;
import tenon.packages.match.Register;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The tables of a matching. */
final class MatchTables {
  private static final List<String> PAIR =
      List.of(
          "left_id",
          "right_id",
          "score",
          "status",
          "identifier",
          "name_score",
          "place_score",
          "left_name",
          "right_name");

  private final MatchResult result;

  MatchTables(MatchResult result) {
    this.result = result;
  }

  List<Table> all() {
    List<Table> tables = new ArrayList<>();
    tables.add(pairs("matches.csv", true));
    tables.add(pairs("review.csv", false));
    tables.add(decisions());
    tables.add(result.clusters().isEmpty() && !within() ? unmatched() : clusters());
    return List.copyOf(tables);
  }

  private boolean within() {
    return result.left() == result.right();
  }

  ArrayNode json() {
    ArrayNode array = Json.array();
    for (Pair pair : result.pairs()) {
      ObjectNode node = array.addObject();
      node.put("left_id", left(pair).id())
          .put("right_id", right(pair).id())
          .put("status", word(pair.status()))
          .put("identifier", word(pair.identifier()));
      node.set("score", Json.exact(pair.score()));
      node.set("name_score", Json.exact(pair.name()));
      node.set("place_score", Json.exact(pair.place()));
    }
    return array;
  }

  private Table pairs(String file, boolean joined) {
    List<List<String>> rows = new ArrayList<>();
    for (Pair pair : result.pairs()) {
      if (pair.joined() == joined) {
        rows.add(
            List.of(
                left(pair).id(),
                right(pair).id(),
                Numbers.exactCell(pair.score()),
                word(pair.status()),
                word(pair.identifier()),
                Numbers.exactCell(pair.name()),
                Numbers.exactCell(pair.place()),
                left(pair).shownName(),
                right(pair).shownName()));
      }
    }
    return new Table(file, PAIR, rows);
  }

  /** What was decided, as it was, and what is to be decided, with a blank to fill in. */
  private Table decisions() {
    List<List<String>> rows = new ArrayList<>();
    for (Decision decision : result.decisions()) {
      rows.add(
          List.of(
              decision.left(),
              decision.right(),
              decision.same() ? "same" : "different",
              decision.by(),
              decision.date(),
              decision.note(),
              "",
              name(result.left(), decision.left()),
              name(result.right(), decision.right())));
    }
    for (Pair pair : result.pairs()) {
      if (!pair.joined()) {
        rows.add(
            List.of(
                left(pair).id(),
                right(pair).id(),
                "",
                "",
                "",
                "",
                Numbers.exactCell(pair.score()),
                left(pair).shownName(),
                right(pair).shownName()));
      }
    }
    List<String> header =
        List.of(
            "left_id",
            "right_id",
            "decision",
            "by",
            "date",
            "note",
            "score",
            "left_name",
            "right_name");
    return new Table(MatchStudy.DECISIONS, header, rows);
  }

  private Table unmatched() {
    Set<Integer> lefts = new HashSet<>();
    Set<Integer> rights = new HashSet<>();
    for (Pair pair : result.pairs()) {
      lefts.add(pair.left());
      rights.add(pair.right());
    }
    List<List<String>> rows = new ArrayList<>();
    unmatched("left", result.left(), lefts, rows);
    unmatched("right", result.right(), rights, rows);
    return new Table("unmatched.csv", List.of("side", "id", "name"), rows);
  }

  private static void unmatched(
      String side, Register register, Set<Integer> paired, List<List<String>> rows) {
    for (int row = 0; row < register.count(); row++) {
      if (!paired.contains(row)) {
        rows.add(List.of(side, register.row(row).id(), register.row(row).shownName()));
      }
    }
  }

  private Table clusters() {
    List<List<String>> rows = new ArrayList<>();
    for (List<Integer> cluster : result.clusters()) {
      for (int row : cluster) {
        Register.Row entry = result.left().row(row);
        rows.add(
            List.of(result.left().row(cluster.getFirst()).id(), entry.id(), entry.shownName()));
      }
    }
    return new Table("clusters.csv", List.of("cluster", "id", "name"), rows);
  }

  private static String name(Register register, String id) {
    int row = register.find(id);
    return row < 0 ? "" : register.row(row).shownName();
  }

  private Register.Row left(Pair pair) {
    return result.left().row(pair.left());
  }

  private Register.Row right(Pair pair) {
    return result.right().row(pair.right());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
