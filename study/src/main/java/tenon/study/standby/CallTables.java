package tenon.study.standby;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.packages.FlatTable;
import tenon.respond.standby.Offer;
import tenon.study.method.Asked;
import tenon.study.text.Refusal;

/** Temporary lines and answers of a call, read from tables; every fault of both at once. */
final class CallTables {
  private static final List<String> KINDS = List.of("own", "standby", "additive", "flexible");

  private final Asked asked;
  private final Chain chain;
  private final Offers offers;
  private final List<Finding> faults = new ArrayList<>();
  private final List<Offer> all = new ArrayList<>();
  private final Map<Offer, String> answers = new HashMap<>();

  CallTables(Asked asked, Chain chain, Offers offers) {
    this.asked = asked;
    this.chain = chain;
    this.offers = offers;
    all.addAll(offers.own());
    lines();
    answers();
  }

  List<Finding> faults() {
    return List.copyOf(faults);
  }

  /** The offers as they stand after all answers. */
  List<Offer> offers() {
    return List.copyOf(all);
  }

  /** What was answered, {@code by data} where nobody did. */
  String answer(Offer offer) {
    return answers.getOrDefault(offer, "by data");
  }

  /** Temporary lines: work after their changeover. */
  private void lines() {
    FlatTable table =
        table(
            "lines",
            List.of("site_id", "kind", "capacity_per_day"),
            List.of("capacity_per_day", "changeover_days", "cost_per_unit"));
    for (int row = 0; table != null && row < table.rows(); row++) {
      String place = table.file() + ":" + table.line(row);
      String id = table.texts("site_id").get(row);
      String kind = table.texts("kind").get(row).toLowerCase(Locale.ROOT);
      int site = chain.sites().keys().id(id);
      int before = faults.size();
      if (site < 0) {
        faults.add(Refusal.of("call-lines", place, id, "site_id"));
      }
      if (!kind.equals("additive") && !kind.equals("flexible")) {
        faults.add(Refusal.of("call-lines", place, kind, "kind"));
      }
      if (table.isNumeric("capacity_per_day")
          && Double.isNaN(number(table, "capacity_per_day", row))) {
        faults.add(Refusal.of("call-lines", place, "", "capacity_per_day"));
      }
      notNegative(
          "call-lines",
          table,
          row,
          List.of("capacity_per_day", "changeover_days", "cost_per_unit"));
      if (faults.size() == before) {
        double over = number(table, "changeover_days", row);
        all.add(
            offers.offer(
                site,
                kind,
                number(table, "capacity_per_day", row),
                Double.isNaN(over) ? 0 : over,
                number(table, "cost_per_unit", row)));
      }
    }
  }

  private void notNegative(String code, FlatTable table, int row, List<String> columns) {
    for (String column : columns) {
      if (number(table, column, row) < 0) {
        String place = table.file() + ":" + table.line(row);
        faults.add(Refusal.of(code, place, table.texts(column).get(row), column));
      }
    }
  }

  private static double number(FlatTable table, String column, int row) {
    return table.has(column) && table.isNumeric(column) ? table.numbers(column)[row] : Double.NaN;
  }

  private @Nullable FlatTable table(String option, List<String> needed, List<String> numbers) {
    Path file = asked.path(option);
    if (file == null) {
      return null;
    }
    return switch (FlatTable.read(file)) {
      case Loaded.Rejected<FlatTable>(var errors) -> {
        faults.addAll(errors);
        yield null;
      }
      case Loaded.Ready<FlatTable>(var table, var _) -> {
        List<Finding> wrong = new ArrayList<>();
        needed.stream().filter(name -> !table.has(name)).map(table::unknown).forEach(wrong::add);
        numbers.stream().filter(table::has).map(table::noNumbers).forEach(wrong::addAll);
        faults.addAll(wrong);
        yield needed.stream().allMatch(table::has) ? table : null;
      }
    };
  }

  /**
   * A no takes a site out; a yes may change quantity, days and cost of its first line. Where the
   * answer names a line, both are about that line alone.
   */
  private void answers() {
    FlatTable table =
        table(
            "answers", List.of("site_id", "answer"), List.of("quantity", "cost_per_unit", "days"));
    Map<List<String>, Long> told = new HashMap<>();
    for (int row = 0; table != null && row < table.rows(); row++) {
      String place = table.file() + ":" + table.line(row);
      String id = table.texts("site_id").get(row);
      String answer = table.texts("answer").get(row).toLowerCase(Locale.ROOT);
      String line = table.has("line") ? table.texts("line").get(row).toLowerCase(Locale.ROOT) : "";
      int before = faults.size();
      List<Integer> meant = meant(id, line);
      boolean known = offers.made() || chain.products().keys().id(asked.text("product")) >= 0;
      if (!answer.equals("yes") && !answer.equals("no")) {
        faults.add(Refusal.of("call-answer", place, answer));
      }
      if (!line.isEmpty() && !KINDS.contains(line)) {
        faults.add(Refusal.of("call-answer-line", place, line, String.join(", ", KINDS)));
      } else if (chain.sites().keys().id(id) < 0 || (known && meant.isEmpty())) {
        faults.add(Refusal.of("call-answer-unasked", place, id, asked()));
      }
      notNegative("call-answer-number", table, row, List.of("quantity", "cost_per_unit", "days"));
      Long earlier = told.putIfAbsent(List.of(id, line), table.line(row));
      if (earlier != null) {
        faults.add(Refusal.of("call-answer-twice", place, id, Long.toString(earlier)));
      }
      if (faults.size() == before) {
        List<Integer> about = answer.equals("no") || meant.isEmpty() ? meant : meant.subList(0, 1);
        for (int at : about) {
          Offer said = said(all.get(at), answer, table, row);
          all.set(at, said);
          answers.put(said, answer);
        }
      }
    }
  }

  private String asked() {
    return String.join(
        ", ",
        all.stream()
            .map(offer -> chain.sites().keys().key(offer.site()))
            .distinct()
            .limit(8)
            .toList());
  }

  private List<Integer> meant(String id, String line) {
    int site = chain.sites().keys().id(id);
    List<Integer> meant = new ArrayList<>();
    for (int at = 0; at < all.size(); at++) {
      if (all.get(at).site() == site && (line.isEmpty() || all.get(at).line().equals(line))) {
        meant.add(at);
      }
    }
    return meant;
  }

  private Offer said(Offer offer, String answer, FlatTable table, int row) {
    double days = number(table, "days", row);
    double due = asked.number("due");
    if (answer.equals("no") || days > due) {
      return offer.declined();
    }
    double quantity = number(table, "quantity", row);
    double cost = number(table, "cost_per_unit", row);
    return offer.answered(
        Double.isNaN(quantity) ? offer.quantity() : quantity,
        Double.isNaN(cost) ? offer.costPerUnit() : cost,
        days,
        due);
  }
}
