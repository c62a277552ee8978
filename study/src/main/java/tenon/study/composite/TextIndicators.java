package tenon.study.composite;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tenon.model.Columns;
import tenon.model.Finding;
import tenon.model.Keys;
import tenon.model.Resource;
import tenon.study.corpus.TextCounts;
import tenon.study.text.Refusal;

/** Adds to a panel what was counted in documents. */
final class TextIndicators {
  private static final int NAMED = 5;

  private TextIndicators() {}

  /**
   * The rows given with those counted: for the units of the panel, or for those of the documents
   * where there is no panel.
   */
  static Columns joined(
      TextRequest asked,
      TextCounts texts,
      Columns hierarchy,
      Columns given,
      List<Finding> findings) {
    Keys codes = hierarchy.dictionary("code");
    asked
        .byCode()
        .forEach(
            (code, counted) -> {
              String categories = String.join(", ", texts.dictionary().categories().keySet());
              if (codes.id(code) < 0) {
                String known = String.join(", ", codes.stream().toList());
                findings.add(Refusal.of("text-code", "text.indicators", code, known));
              }
              if (!texts.dictionary().categories().containsKey(counted.category())) {
                findings.add(
                    Refusal.of(
                        "text-category",
                        "text.indicators " + code,
                        counted.category(),
                        categories));
              }
            });
    Columns.Builder builder = new Columns.Builder(Resource.INDICATORS);
    for (int row = 0; row < given.rows(); row++) {
      String code = given.text("code", row);
      if (asked.byCode().containsKey(String.valueOf(code))) {
        findings.add(Refusal.of("text-given", "text.indicators", code));
        return given;
      }
      builder
          .row()
          .set("unit_id", given.text("unit_id", row))
          .set("period", given.text("period", row))
          .set("code", code)
          .set("value", given.number("value", row));
    }
    if (findings.stream().anyMatch(Finding::isError)) {
      return given;
    }
    Set<String> units = units(given.dictionary("unit_id"), texts, findings);
    Set<String> periods = periods(given.dictionary("period"), texts);
    for (String code : asked.byCode().keySet()) {
      List<String> without = new ArrayList<>();
      TextRequest.Counted counted = asked.byCode().get(code);
      for (String unit : units) {
        for (String period : periods) {
          double value =
              counted.share()
                  ? texts.perThousand(unit, period, counted.category())
                  : texts.count(unit, period, counted.category());
          builder
              .row()
              .set("unit_id", unit)
              .set("period", period)
              .set("code", code)
              .set("value", value);
          if (Double.isNaN(value)) {
            without.add(unit + " " + period);
          }
        }
      }
      if (!without.isEmpty()) {
        findings.add(
            Refusal.warning(
                "text-without",
                asked.documents().toString(),
                code,
                Integer.toString(without.size()),
                named(without)));
      }
    }
    return builder.build();
  }

  private static Set<String> units(Keys panel, TextCounts texts, List<Finding> findings) {
    if (panel.count() == 0) {
      return texts.units();
    }
    List<String> strangers = texts.units().stream().filter(unit -> panel.id(unit) < 0).toList();
    if (!strangers.isEmpty()) {
      findings.add(Refusal.warning("text-unit", "text", named(strangers)));
    }
    return new LinkedHashSet<>(panel.stream().toList());
  }

  private static Set<String> periods(Keys panel, TextCounts texts) {
    return panel.count() == 0 ? texts.periods() : new LinkedHashSet<>(panel.stream().toList());
  }

  private static String named(List<String> all) {
    String some = String.join(", ", all.subList(0, Math.min(NAMED, all.size())));
    return all.size() > NAMED ? some + ", …" : some;
  }
}
