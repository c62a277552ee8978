package tenon.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBPreparedStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.packages.ParquetStream.Column;
import tenon.packages.ParquetStream.Kind;

class ParquetStreamTest {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("n", Kind.WHOLE), new Column("half", Kind.NUMBER), new Column("t", Kind.TEXT));

  @TempDir private Path directory;

  /** Rows n, n / 2 (unknown for every third) and a text. */
  private static final class Counting implements ParquetStream.Rows {
    private final int count;
    private int row = -1;

    private Counting(int count) {
      this.count = count;
    }

    @Override
    public boolean next() {
      return ++row < count;
    }

    @Override
    public int whole(int column) {
      return row;
    }

    @Override
    public double number(int column) {
      return row % 3 == 0 ? Double.NaN : row / 2.0;
    }

    @Override
    public String text(int column) {
      return row % 2 == 0 ? "厂 \"" + row % 10 : "";
    }
  }

  private Path written(String name, int rows) throws IOException {
    Path file = directory.resolve(name);
    ParquetStream.write(file, COLUMNS, new Counting(rows));
    return file;
  }

  private static String ask(Path file, String what) throws IOException, SQLException {
    try (LockedDatabase database = LockedDatabase.reading(file);
        DuckDBPreparedStatement query =
            database.prepare("SELECT (" + what + ")::VARCHAR FROM read_parquet(?)");
        var rows = query.executeQuery()) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  @Test
  void whatIsWrittenIsReadBackInItsOrder() throws IOException, SQLException {
    int count = 300_000; // more than two groups of rows, and no multiple of a chunk
    Path file = written("a.parquet", count);
    assertThat(ask(file, "count(*)")).isEqualTo("300000");
    assertThat(ask(file, "count(*) FILTER (WHERE half IS NULL)")).isEqualTo("100000");
    assertThat(ask(file, "bool_and(half IS NULL OR half = n / 2)")).isEqualTo("true");
    assertThat(ask(file, "bool_and(t = CASE WHEN n % 2 = 0 THEN '厂 \"' || n % 10 ELSE '' END)"))
        .isEqualTo("true");
    assertThat(ask(file, "list(n) = range(300000)::INTEGER[]")).isEqualTo("true");
  }

  @Test
  void theSameRowsGiveTheSameBytes() throws IOException {
    assertThat(written("a.parquet", 5000)).hasSameBinaryContentAs(written("b.parquet", 5000));
  }

  @Test
  void noRowsGiveAFileWithItsColumns() throws IOException, SQLException {
    assertThat(ask(written("none.parquet", 0), "count(n)")).isEqualTo("0");
  }

  @Test
  void whatTheRowsThrowComesThroughAsItIs() {
    Path file = directory.resolve("broken.parquet");
    ParquetStream.Rows broken =
        new ParquetStream.Rows() {
          private final Counting good = new Counting(10_000);

          @Override
          public boolean next() {
            if (good.row == 5000) {
              throw new IllegalStateException("day 7 went wrong");
            }
            return good.next();
          }

          @Override
          public int whole(int column) {
            return good.whole(column);
          }

          @Override
          public double number(int column) {
            return good.number(column);
          }

          @Override
          public String text(int column) {
            return good.text(column);
          }
        };
    assertThatThrownBy(() -> ParquetStream.write(file, COLUMNS, broken))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("day 7 went wrong");
  }

  @Test
  void aPlaceThatCannotBeWrittenIsAnIoException() {
    Path nowhere = directory.resolve("no-such-folder").resolve("a.parquet");
    assertThat(Files.exists(nowhere)).isFalse();
    assertThatThrownBy(() -> ParquetStream.write(nowhere, COLUMNS, new Counting(3)))
        .isInstanceOf(IOException.class);
  }
}
