package tenon.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a regression uses: those where everything is known, less those that are alone in a
 * level of an absorbed effect, again and again until none is (Correia 2015).
 *
 * @param rows rows used, ascending; null for all
 * @param count how many they are
 * @param unknown rows left out because something in them is unknown
 * @param singletons rows left out because they were alone in a level
 * @param singletonNames the levels these were alone in, as {@code effect level}
 */
@SuppressWarnings(
    "ArrayRecordComponent") // its arrays are never written after construction, nor compared
record Sample(
    int @Nullable [] rows, int count, int unknown, int singletons, List<String> singletonNames) {

  static Sample of(Design design, int threads, boolean dropsSingletons, Notes notes) {
    return new Selection(design, notes).select(threads, dropsSingletons);
  }

  private static final class Selection {
    private final Design design;
    private final Notes notes;
    private final int n;
    private boolean @Nullable [] out;
    private final List<String> names = new ArrayList<>();

    Selection(Design design, Notes notes) {
      this.design = design;
      this.notes = notes;
      n = design.outcome.values().length;
    }

    Sample select(int threads, boolean dropsSingletons) {
      List<Regressor> columns = design.columns();
      List<Boolean> finite =
          Lanes.run(
              columns.size(), threads, () -> column -> isFinite(columns.get(column).values()));
      for (int column = 0; column < columns.size(); column++) {
        if (!finite.get(column)) {
          dropUnknown(columns.get(column));
        }
      }
      design.effects.forEach(this::dropUnknown);
      design.groups.values().forEach(this::dropUnknown);
      checkWeights();
      int unknown = count();
      if (dropsSingletons) {
        dropSingletons();
      }
      int dropped = count();
      int[] rows = dropped == 0 ? null : kept(n - dropped);
      return new Sample(rows, n - dropped, unknown, dropped - unknown, List.copyOf(names));
    }

    private static boolean isFinite(double[] values) {
      double even = 0;
      double odd = 0;
      int i = 0;
      for (; i + 1 < values.length; i += 2) {
        even += values[i] * Observations.OVERFLOW * 0;
        odd += values[i + 1] * Observations.OVERFLOW * 0;
      }
      return even + odd == 0
          && (i == values.length || Double.isFinite(values[i] * Observations.OVERFLOW));
    }

    private boolean[] out() {
      boolean[] marks = out;
      if (marks == null) {
        marks = new boolean[n];
        out = marks;
      }
      return marks;
    }

    private void dropUnknown(Regressor column) {
      for (int row = 0; row < n; row++) {
        double value = column.values()[row];
        if (Observations.isInfinite(value)) {
          notes.errorInRow("infinite", row + 1L, column.name(), Double.toString(value));
        }
        if (Double.isNaN(value) || Observations.isInfinite(value)) {
          out()[row] = true;
        }
      }
    }

    private void dropUnknown(Coding coding) {
      if (coding.isKnown()) {
        return;
      }
      for (int row = 0; row < n; row++) {
        if (coding.code(row) < 0) {
          out()[row] = true;
        }
      }
    }

    private void checkWeights() {
      double[] weights = design.weights;
      for (int row = 0; weights != null && row < n; row++) {
        if (Double.isNaN(weights[row])) {
          out()[row] = true;
        } else if (!(weights[row] > 0 && weights[row] < Double.POSITIVE_INFINITY)) {
          notes.errorInRow("weight", row + 1L, "weight", Observations.label(weights[row]));
        }
      }
    }

    private void dropSingletons() {
      boolean dropping = true;
      while (dropping) {
        dropping = false;
        for (int q = 0; q < design.effects.size(); q++) {
          dropping |= dropSingletons(design.effectNames.get(q), design.effects.get(q));
        }
      }
    }

    private boolean dropSingletons(String name, Coding effect) {
      int[] sizes = sizes(effect);
      if (Arrays.stream(sizes).noneMatch(size -> size == 1)) {
        return false;
      }
      for (int row = 0; row < n; row++) {
        if (!out()[row] && sizes[effect.code(row)] == 1) {
          out()[row] = true;
          names.add(name + " " + effect.label(effect.code(row)));
        }
      }
      return true;
    }

    private int[] sizes(Coding effect) {
      boolean[] marks = out;
      if (marks == null) {
        return effect.sizes();
      }
      int[] sizes = new int[effect.count()];
      for (int row = 0; row < n; row++) {
        if (!marks[row]) {
          sizes[effect.code(row)]++;
        }
      }
      return sizes;
    }

    private int count() {
      int count = 0;
      boolean[] marks = out;
      for (int row = 0; marks != null && row < n; row++) {
        count += marks[row] ? 1 : 0;
      }
      return count;
    }

    private int[] kept(int count) {
      int[] rows = new int[count];
      int next = 0;
      for (int row = 0; row < n; row++) {
        if (!out()[row]) {
          rows[next++] = row;
        }
      }
      return rows;
    }
  }
}
