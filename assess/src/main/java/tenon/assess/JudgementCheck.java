package tenon.assess;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one expert's judgements into a reciprocal matrix, telling every fault. */
final class JudgementCheck {

  /** Reciprocals that differ by less are the same number. */
  private static final double SAME = 1e-9;

  /** Reciprocals that differ by less were rounded, as .33 for 1/3 or .13 for 1/8. */
  private static final double ROUNDED = .05;

  private final Judgements judgements;
  private final String expert;
  private final @Nullable String column;
  private final Notes notes;
  private boolean sound = true;
  private int rounded;

  JudgementCheck(Judgements judgements, int expert, @Nullable String column, Notes notes) {
    this.judgements = judgements;
    this.expert = Integer.toString(expert);
    this.column = column;
    this.notes = notes;
  }

  /**
   * The matrix over the items in the order asked for; both directions of a pair are there, or both
   * are {@code NaN}. Null after an error was told.
   */
  double @Nullable [][] matrix(List<String> order) {
    if (!hasShape() || !hasItems(order)) {
      return null;
    }
    int n = order.size();
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      int row = judgements.items().indexOf(order.get(i));
      checkSelf(row);
      matrix[i][i] = 1;
      for (int j = i + 1; j < n; j++) {
        matrix[i][j] = pair(row, judgements.items().indexOf(order.get(j)));
        matrix[j][i] = 1 / matrix[i][j];
      }
    }
    if (sound && rounded > 0) {
      notes.warn("judgements-rounded", column, null, expert, Integer.toString(rounded));
    }
    return sound ? matrix : null;
  }

  private boolean hasShape() {
    int n = judgements.items().size();
    boolean square = judgements.rows() == n && n > 0;
    for (int row = 0; square && row < n; row++) {
      square = judgements.columns(row) == n;
    }
    if (!square) {
      notes.error("judgements-shape", column, null, expert, Integer.toString(n));
    } else if (n > RandomIndex.LARGEST) {
      notes.error(
          "judgements-many",
          column,
          null,
          Integer.toString(n),
          Integer.toString(RandomIndex.LARGEST));
    }
    return square && n <= RandomIndex.LARGEST;
  }

  private boolean hasItems(List<String> order) {
    HashSet<String> items = new HashSet<>(judgements.items());
    boolean same = items.size() == judgements.items().size() && items.equals(new HashSet<>(order));
    if (!same) {
      notes.error(
          "judgements-items",
          column,
          null,
          expert,
          String.join(", ", judgements.items()),
          String.join(", ", order));
    }
    return same;
  }

  private void checkSelf(int row) {
    double self = judgements.at(row, row);
    if (!Double.isNaN(self) && Math.abs(self - 1) > SAME) {
      refuse("judgement-self", row, row, self);
    }
  }

  private double pair(int row, int other) {
    double forth = sound(row, other);
    double back = sound(other, row);
    if (Double.isNaN(forth)) {
      return 1 / back;
    }
    if (Double.isNaN(back)) {
      return forth;
    }
    double product = forth * back;
    if (Math.abs(product - 1) <= SAME) {
      return forth;
    }
    if (Math.abs(product - 1) > ROUNDED) {
      refuse(
          "judgement-contradicted", row, other, forth, Notes.number(back), Notes.number(1 / forth));
      return Double.NaN;
    }
    rounded++;
    return Math.sqrt(forth / back);
  }

  /** The judgement, {@code NaN} where it was not made or is impossible. */
  private double sound(int row, int other) {
    double value = judgements.at(row, other);
    if (Double.isNaN(value) || (value > 0 && value < Double.POSITIVE_INFINITY)) {
      return value;
    }
    refuse("judgement-impossible", row, other, value);
    return Double.NaN;
  }

  private void refuse(String code, int row, int other, double value, String... more) {
    sound = false;
    String[] arguments = new String[more.length + 3];
    arguments[0] = expert;
    arguments[1] = judgements.items().get(row);
    arguments[2] = judgements.items().get(other);
    System.arraycopy(more, 0, arguments, 3, more.length);
    notes.error(code, column, Notes.number(value), arguments);
  }
}
