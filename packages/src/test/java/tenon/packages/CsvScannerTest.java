package tenon.packages;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CsvScannerTest {
  private static final int LONGEST = 1_000;

  private int compared;

  /** Rows as the line they begin on and their cells. */
  private static final class Rows implements CsvScanner.Listener {
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Long> afterQuote = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private CsvScanner.End end = CsvScanner.End.DONE;

    @Override
    public void cell(long line, int index, char[] buffer, int offset, int length) {
      assertThat(index).isEqualTo(row.size());
      row.add(new String(buffer, offset, length));
    }

    @Override
    public boolean row(long line, int cells) {
      assertThat(cells).isEqualTo(row.size());
      row.addFirst(Long.toString(line));
      rows.add(row);
      row = new ArrayList<>();
      return true;
    }

    @Override
    public void textAfterQuote(long line, int index) {
      afterQuote.add(line);
    }
  }

  @Test
  void cellsAreSplitAtCommasAndRowsAtLineBreaks() {
    assertThat(scan("a,b\nc,\r\n,d\re").rows)
        .containsExactly(
            List.of("1", "a", "b"),
            List.of("2", "c", ""),
            List.of("3", "", "d"),
            List.of("4", "e"));
  }

  @Test
  void quotesKeepCommasBreaksAndPairsOfQuotes() {
    assertThat(scan("\"a,\"\"b\"\"\",\"x\r\ny\rz\n\"\n\"\",\"\"\"\"\n").rows)
        .containsExactly(List.of("1", "a,\"b\"", "x\r\ny\rz\n"), List.of("5", "", "\""));
  }

  @Test
  void aCarriageReturnBeforeAClosingQuoteBelongsToTheCell() {
    assertThat(scan("a,\"b\r\"\nc,d\n").rows)
        .containsExactly(List.of("1", "a", "b\r"), List.of("3", "c", "d"));
  }

  @Test
  void blankLinesAreNoRowsButLines() {
    assertThat(scan("\n\r\na\n\n\rb\n\n").rows)
        .containsExactly(List.of("3", "a"), List.of("6", "b"));
    assertThat(scan("").rows).isEmpty();
  }

  @Test
  void aQuoteInsideAnUnquotedCellIsACharacter() {
    assertThat(scan("5\" pipe,a\"b\"\n").rows).containsExactly(List.of("1", "5\" pipe", "a\"b\""));
  }

  @Test
  void textAfterAClosingQuoteIsReportedAndSkipped() {
    Rows rows = scan("\"a\"x,b\n\"c\" ,\"d\"\"e\"f\ng\n");
    assertThat(rows.afterQuote).containsExactly(1L, 2L, 2L);
    assertThat(rows.rows)
        .containsExactly(List.of("1", "a", "b"), List.of("2", "c", "d\"e"), List.of("3", "g"));
  }

  @Test
  void aQuoteThatIsNeverClosedEndsTheFile() {
    Rows rows = scan("a\nb,\"c\nd\n");
    assertThat(rows.end).isEqualTo(CsvScanner.End.OPEN_QUOTE);
    assertThat(rows.rows).containsExactly(List.of("1", "a"));
    assertThat(scan("\"").end).isEqualTo(CsvScanner.End.OPEN_QUOTE);
    assertThat(scan("\"\"\"").end).isEqualTo(CsvScanner.End.OPEN_QUOTE);
    assertThat(scan("\"\"").end).isEqualTo(CsvScanner.End.DONE);
  }

  @Test
  void aCellWithoutEndEndsTheScan() {
    assertThat(scan("a\n" + "x".repeat(200_000)).end).isEqualTo(CsvScanner.End.ENDLESS_CELL);
    assertThat(scan("a\n\"" + "x\n".repeat(100_000)).end).isEqualTo(CsvScanner.End.ENDLESS_CELL);
    assertThat(scan("a\n\"b\"" + "x".repeat(200_000)).end).isEqualTo(CsvScanner.End.ENDLESS_CELL);
  }

  @Test
  void agreesWithAnotherParserOnRandomTexts() {
    String[] pieces = {"a", "bc", "\"", "\"\"", ",", "\n", "\r\n", "\r", " ", "电", "x".repeat(50)};
    for (long seed = 0; seed < 20_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(30); i > 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      compare(text.toString(), seed);
    }
    assertThat(compared).isGreaterThan(5_000);
  }

  @Test
  void agreesWithAnotherParserBeyondTheSizeOfItsBuffer() {
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder text = new StringBuilder();
    while (text.length() < 300_000) {
      text.append(random.nextInt(1000)).append(",\"").append("q\"\"\n".repeat(random.nextInt(40)));
      text.append("\",").append("p".repeat(random.nextInt(90))).append("\r\n");
    }
    compare(text.toString(), 1);
  }

  private void compare(String text, long seed) {
    Rows rows = scan(text);
    boolean loneReturn = text.replace("\r\n", "").contains("\r") && text.contains("\"");
    if (rows.end == CsvScanner.End.OPEN_QUOTE || !rows.afterQuote.isEmpty() || loneReturn) {
      return; // the other parser closes open quotes, stops, or drops cells and lines here
    }
    compared++;
    List<List<String>> others = new ArrayList<>();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofCsvRecord(text)) {
      for (CsvRecord row : csv) {
        List<String> cells = new ArrayList<>(row.getFields());
        cells.addFirst(Long.toString(row.getStartingLineNumber()));
        others.add(cells);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(rows.rows).as("seed %d: %s", seed, text).isEqualTo(others);
  }

  /** Scans, reading only a few characters at a time. */
  private static Rows scan(String text) {
    Rows rows = new Rows();
    SplittableRandom random = new SplittableRandom(text.length());
    StringReader all = new StringReader(text);
    Reader few =
        new Reader() {
          @Override
          public int read(char[] buffer, int offset, int length) throws IOException {
            int most = text.length() > 1_000 ? length : 1 + random.nextInt(3);
            return all.read(buffer, offset, Math.min(length, most));
          }

          @Override
          public void close() {}
        };
    try {
      rows.end = new CsvScanner(few, LONGEST, rows).scan();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
