package tenon.study.effect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import tenon.evaluate.Formula;
import tenon.evaluate.Notes;
import tenon.evaluate.Observations;
import tenon.evaluate.PanelAudit;
import tenon.evaluate.PanelColumns;
import tenon.model.Finding;
import tenon.model.Findings;
import tenon.model.Loaded;

/** What is looked at before any method works on a panel. */
public final class PanelCheck {
  /**
   * Faults of a treatment that a regression can do with: one in degrees, one not known in a row.
   */
  private static final Set<String> TOLERATED = Set.of("treatment-value", "treatment-unknown");

  /** Repeated cells up to this share of the rows are mistakes, beyond it rows are no cells. */
  private static final double FEW = .05;

  private PanelCheck() {}

  /**
   * Refuses a unit and period that stands twice and a treatment that does not vary, and adds what
   * is doubtful to what the work finds: gaps, units always treated, a treatment that switches off.
   *
   * @param treatment column of the treatment; empty for none
   * @param finite columns that hold nothing infinite
   */
  static <T> Loaded<T> named(
      Observations data,
      String unit,
      String period,
      String treatment,
      List<String> finite,
      Supplier<Loaded<T>> work) {
    PanelColumns panel = new PanelColumns(unit, period);
    Loaded<PanelAudit> audit =
        PanelAudit.audit(data, panel, treatment.isEmpty() ? null : treatment, finite);
    if (audit instanceof Loaded.Rejected<PanelAudit>(var faults)
        && faults.stream()
            .allMatch(fault -> !fault.isError() || TOLERATED.contains(fault.code()))) {
      audit = PanelAudit.audit(data, panel, null, finite);
    }
    return audit instanceof Loaded.Rejected<PanelAudit>(var faults)
        ? new Loaded.Rejected<>(faults)
        : with(audit.findings(), work.get());
  }

  /**
   * The same where unit and period are named, otherwise by the absorbed effects: of two, each a
   * column, pairs that repeat in a few rows are told; where every pair stands in many rows, these
   * are no panel's cells.
   */
  public static <T> Loaded<T> named(
      Observations data,
      String unit,
      String period,
      List<String> effects,
      String treatment,
      Supplier<Loaded<T>> work) {
    if (!unit.isEmpty() && !period.isEmpty()) {
      return named(data, unit, period, treatment, List.of(), work);
    }
    if (effects.size() != 2 || !effects.stream().allMatch(data::has)) {
      return work.get();
    }
    return with(repeated(data, effects.getFirst(), effects.getLast()), work.get());
  }

  /** The absorbed effects of a formula. */
  public static List<String> effects(Formula formula) {
    return formula.fixedEffects().stream().map(Formula.FixedEffect::name).toList();
  }

  private static List<Finding> repeated(Observations data, String unit, String period) {
    record Cell(String unit, String period) {}
    Map<Cell, Integer> first = new HashMap<>();
    int repeats = 0;
    int row = -1;
    for (int i = 0; i < data.rows(); i++) {
      String u = data.label(unit, i);
      String t = data.label(period, i);
      if (u != null && t != null && first.putIfAbsent(new Cell(u, t), i) != null) {
        row = repeats == 0 ? i : row;
        repeats++;
      }
    }
    Findings findings = new Findings();
    if (repeats > 0 && repeats <= FEW * data.rows()) {
      Notes.about(Notes.OBSERVATIONS, findings)
          .warnInRow(
              "cells-repeat",
              row + 1L,
              unit,
              data.label(unit, row),
              String.valueOf(data.label(period, row)),
              Integer.toString(repeats),
              period);
    }
    return findings.list();
  }

  private static <T> Loaded<T> with(List<Finding> doubts, Loaded<T> found) {
    return switch (found) {
      case Loaded.Rejected<T> rejected -> rejected;
      case Loaded.Ready<T>(var value, var more) -> {
        List<Finding> all = new ArrayList<>(doubts);
        all.addAll(more);
        yield new Loaded.Ready<>(value, all.stream().distinct().toList());
      }
    };
  }
}
