package tenon.study.playbook;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.model.Loaded;
import tenon.model.Message;
import tenon.packages.YamlObject;
import tenon.respond.cases.Case;

/**
 * Reads a case from YAML.
 *
 * <pre>
 * case_id: 2021-fab-fire
 * title: Fire in a wafer fab
 * chains: [integrated_circuits]
 * region: JP                    # optional
 * risk: supply                  # optional: supply, technical, market, policy, environmental
 * cause: fire
 * from: 2021-03-19
 * duration_days: 90             # optional
 * loss_share: 0.3               # optional
 * outcomes:                     # optional
 *   - {response: standby_supplier, started_after_hours: 48, share_solved: 0.4, cost: 1000000,
 *      by: {site: fab-2, product: wafer, quantity_per_day: 300}}   # optional: who stood in
 * conditions: [stock for a month]
 * effect: {on: trade_resilience, estimate: 0.05, low: 0.02, high: 0.08}   # of a policy
 * evidence: where it is told
 * </pre>
 */
final class CaseFile {
  private static final String BUNDLE = "tenon.study.findings";

  private CaseFile() {}

  static Loaded<Case> read(Path file) {
    return YamlObject.read(file, CaseFile::of);
  }

  private static @Nullable Case of(YamlObject root) {
    root.allow(
        List.of(
            "case_id",
            "title",
            "chains",
            "region",
            "risk",
            "cause",
            "from",
            "duration_days",
            "loss_share",
            "outcomes",
            "conditions",
            "effect",
            "evidence"));
    String id = root.text("case_id", true);
    if (id != null && !id.matches("[A-Za-z0-9._-]{1,100}")) {
      refuse(root, "case_id", "case-id");
    }
    LocalDate from = date(root);
    String risk =
        root.word(
            "risk", List.of("supply", "technical", "market", "policy", "environmental"), false);
    List<Case.Outcome> outcomes = new ArrayList<>();
    if (root.has("outcomes")) {
      root.objects("outcomes").forEach(outcome -> outcomes.add(outcome(outcome)));
    }
    // All is read before anything is made of it, so that every fault is told.
    String title = text(root, "title", true);
    List<String> chains = root.texts("chains");
    String region = text(root, "region", false);
    String cause = text(root, "cause", true);
    double days = root.number("duration_days", false, 0.01, 1e5);
    double lost = root.number("loss_share", false, 0, 1);
    List<String> conditions = root.has("conditions") ? root.texts("conditions") : List.of();
    Case.Effect effect = effect(root);
    String evidence = text(root, "evidence", true);
    return id == null || from == null
        ? null
        : new Case(
            id,
            title,
            chains,
            region,
            risk == null ? "" : risk,
            cause,
            from,
            days,
            lost,
            outcomes,
            conditions,
            effect,
            evidence);
  }

  private static @Nullable LocalDate date(YamlObject root) {
    String text = root.text("from", true);
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException none) {
      refuse(root, "from", "case-date");
      return null;
    }
  }

  private static Case.Outcome outcome(YamlObject from) {
    from.allow(List.of("response", "started_after_hours", "share_solved", "cost", "by"));
    return new Case.Outcome(
        text(from, "response", true),
        from.number("started_after_hours", false, 0, 1e6),
        from.number("share_solved", false, 0, 1),
        from.number("cost", false, 0, 1e15),
        supply(from));
  }

  private static Case.@Nullable Supply supply(YamlObject outcome) {
    YamlObject from = outcome.object("by");
    if (from == null) {
      return null;
    }
    from.allow(List.of("site", "product", "quantity_per_day"));
    return new Case.Supply(
        text(from, "site", true),
        text(from, "product", true),
        from.number("quantity_per_day", true, 1e-12, 1e15));
  }

  private static Case.@Nullable Effect effect(YamlObject root) {
    YamlObject from = root.object("effect");
    if (from == null) {
      return null;
    }
    from.allow(List.of("on", "estimate", "low", "high"));
    double estimate = from.number("estimate", true, -1e12, 1e12);
    double low = from.number("low", true, -1e12, 1e12);
    double high = from.number("high", true, -1e12, 1e12);
    if (!(low <= estimate && estimate <= high)) {
      refuse(from, "estimate", "case-interval");
      return null;
    }
    return new Case.Effect(text(from, "on", true), estimate, low, high);
  }

  private static String text(YamlObject from, String key, boolean required) {
    String text = from.text(key, required);
    return text == null ? "" : text;
  }

  private static void refuse(YamlObject where, String key, String code) {
    where.refuse(key, code, Message.of(BUNDLE, code), Message.of(BUNDLE, code + ".mend"));
  }
}
