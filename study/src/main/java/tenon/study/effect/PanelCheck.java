package tenon.study.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.Coding;
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

  /** Cells for each row up to which they are marked; beyond, rows are sorted. */
  private static final int MOST_MARKS = 32;

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
   * The same where unit and period are named or can be told from the absorbed effects. Where they
   * cannot, rows are no cells of a panel and nothing is looked at.
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
    Cells cells = cells(data, effects);
    return cells == null
        ? work.get()
        : named(data, cells.unit(), cells.period(), treatment, List.of(), work);
  }

  /**
   * For a regression of any kind: as {@link #named} where unit and period are named; where they can
   * only be told from the absorbed effects, a cell that stands twice is a doubt.
   */
  static <T> Loaded<T> told(
      Observations data,
      String unit,
      String period,
      List<String> effects,
      Supplier<Loaded<T>> work) {
    if (!unit.isEmpty() && !period.isEmpty()) {
      return named(data, unit, period, "", List.of(), work);
    }
    Cells cells = cells(data, effects);
    return cells == null ? work.get() : with(cells.doubts(data), work.get());
  }

  /** The absorbed effects of a formula. */
  public static List<String> effects(Formula formula) {
    return formula.fixedEffects().stream().map(Formula.FixedEffect::name).toList();
  }

  /**
   * Unit and period.
   *
   * @param repeats rows whose cell an earlier row has
   */
  private record Cells(String unit, String period, int repeats) {
    List<Finding> doubts(Observations data) {
      Findings findings = new Findings();
      if (repeats > 0) {
        int row = firstRepeat(data, unit, period);
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
  }

  /**
   * The two absorbed columns whose pairs repeat least, a text or the first as the unit; null where
   * pairs repeat in more than a few rows, or where a unit has one row.
   */
  private static @Nullable Cells cells(Observations data, List<String> effects) {
    List<String> columns = effects.stream().filter(data::has).distinct().toList();
    Cells best = null;
    for (int i = 0; i < columns.size(); i++) {
      Coding one = Coding.of(data, columns.get(i));
      for (int j = i + 1; j < columns.size(); j++) {
        Coding other = Coding.of(data, columns.get(j));
        // Texts are units; of two columns of numbers the first is, as formulas are written.
        boolean inOrder = data.isText(columns.get(i)) || !data.isText(columns.get(j));
        int repeats = repeats(one, other);
        boolean fits = repeats <= FEW * data.rows() && data.rows() >= 2 * one.count();
        if (fits && data.rows() >= 2 * other.count() && (best == null || repeats < best.repeats)) {
          best = new Cells(columns.get(inOrder ? i : j), columns.get(inOrder ? j : i), repeats);
        }
      }
    }
    return best;
  }

  /** Rows less distinct pairs, unknown ones apart. */
  private static int repeats(Coding one, Coding other) {
    long cells = (long) one.count() * other.count();
    if (cells <= MOST_MARKS * (long) one.rows() && cells < Integer.MAX_VALUE) {
      return repeats(one, other, new BitSet((int) cells));
    }
    long[] pairs = new long[one.rows()];
    int known = 0;
    for (int row = 0; row < pairs.length; row++) {
      if (one.code(row) >= 0 && other.code(row) >= 0) {
        pairs[known++] = (long) one.code(row) * other.count() + other.code(row);
      }
    }
    Arrays.sort(pairs, 0, known);
    int repeats = 0;
    for (int i = 1; i < known; i++) {
      repeats += pairs[i] == pairs[i - 1] ? 1 : 0;
    }
    return repeats;
  }

  /** The same with a mark for each cell, where they are few enough. */
  private static int repeats(Coding one, Coding other, BitSet seen) {
    int repeats = 0;
    for (int row = 0; row < one.rows(); row++) {
      if (one.code(row) >= 0 && other.code(row) >= 0) {
        int cell = one.code(row) * other.count() + other.code(row);
        repeats += seen.get(cell) ? 1 : 0;
        seen.set(cell);
      }
    }
    return repeats;
  }

  private static int firstRepeat(Observations data, String unit, String period) {
    record Cell(String unit, String period) {}
    Set<Cell> seen = new HashSet<>();
    for (int row = 0; row < data.rows(); row++) {
      String u = data.label(unit, row);
      String t = data.label(period, row);
      if (u != null && t != null && !seen.add(new Cell(u, t))) {
        return row;
      }
    }
    throw new IllegalStateException(unit + " and " + period + " do not repeat");
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
