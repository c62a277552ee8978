package tenon.packages;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import tenon.model.Findings;
import tenon.model.Progress;

/**
 * Reads a CSV file of any size row by row, every cell as the text it is: codes keep their leading
 * zeros, and nothing but the row at hand is held. A row with another number of cells than the
 * header is an error among the findings and is not heard.
 */
public final class CsvRows {
  private static final String TASK = "read";

  private CsvRows() {}

  /** Hears the rows. */
  public interface Listener {

    /** The names of the columns, stripped; returns whether rows are wanted. */
    boolean header(List<String> names);

    /** A row; the list is good until the next one. */
    void row(long line, List<String> cells);
  }

  /**
   * Reads a file; its faults join the findings.
   *
   * @param exampleHeader header that is proposed where the file has none
   * @param progress hears of the work {@code read}, in bytes
   */
  public static void read(
      Path file, String exampleHeader, Findings findings, Progress progress, Listener listener) {
    PlainTable.read(file, exampleHeader, findings, advance(file, progress), rows(listener));
  }

  /**
   * As above, for a file of which only cells in ASCII are used: letters in any encoding that holds
   * ASCII may stand beside them.
   */
  public static void readAscii(
      Path file, String exampleHeader, Findings findings, Progress progress, Listener listener) {
    PlainTable.readAscii(file, exampleHeader, findings, advance(file, progress), rows(listener));
  }

  private static LongConsumer advance(Path file, Progress progress) {
    long total = file.toFile().length();
    long[] done = {0};
    return bytes -> progress.report(TASK, done[0] += bytes, total);
  }

  private static PlainTable.Rows rows(Listener listener) {
    return new PlainTable.Rows() {
      @Override
      public boolean header(List<String> names) {
        return listener.header(names.stream().map(String::strip).toList());
      }

      @Override
      public void row(long line, List<String> cells) {
        listener.row(line, cells);
      }
    };
  }
}
