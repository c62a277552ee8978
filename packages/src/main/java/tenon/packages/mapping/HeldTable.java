package tenon.packages.mapping;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in memory, with the line of the source that each comes from. */
final class HeldTable implements RowTable {
  private final String shown;
  private final List<String> heads;
  private List<Eval.Row> rows = new ArrayList<>();

  HeldTable(String shown, List<String> heads) {
    this.shown = shown;
    this.heads = List.copyOf(heads);
  }

  void add(long line, @Nullable Object[] cells) {
    rows.add(new Eval.Row(line, cells));
  }

  List<Eval.Row> rows() {
    return rows;
  }

  /** Orders the rows; equal ones stay as they are. */
  void sort(Comparator<Eval.Row> order) {
    rows.sort(order);
  }

  @Override
  public String shown() {
    return shown;
  }

  @Override
  public List<String> heads() {
    return heads;
  }

  @Override
  public boolean read(Rows to) throws IOException {
    for (Eval.Row row : rows) {
      to.row(row.line(), row.cells());
    }
    return true;
  }

  /** Cells of a row by the positions of some columns, as a key that can be compared. */
  static List<String> key(@Nullable Object[] cells, int[] at) {
    String[] key = new String[at.length];
    for (int i = 0; i < at.length; i++) {
      key[i] = Values.text(cells[at[i]]);
    }
    return Arrays.asList(key);
  }
}
