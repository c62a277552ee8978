package tenon.packages.mapping;

import org.jspecify.annotations.Nullable;

/** A formula made ready for the columns of one table. */
interface Eval {
  /**
   * The value in a row.
   *
   * @throws Values.Fault where a cell cannot be used
   */
  @Nullable Object of(Row row);

  /** A row: its line in the source, and its cells. */
  @SuppressWarnings("ArrayRecordComponent") // made anew for each row, never compared
  record Row(long line, @Nullable Object[] cells) {
    @Nullable Object cell(int column) {
      return cells[column];
    }
  }
}
