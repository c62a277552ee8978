package tenon.packages;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * Splits comma-separated text (RFC 4180) into cells, which are handed on as characters in the
 * scanner's own buffer. Rows end in LF, CR or CRLF; blank lines are no rows; a quote within a cell
 * that does not begin with one is an ordinary character.
 *
 * <p>Why not a library: the best one tried (FastCSV, releases 4.1.0 to 4.2.0) drops a quoted cell
 * that ends in a lone CR at the end of a line, cannot tell a quote that is never closed from one
 * that is, and ends at the first text behind a closing quote, so that later faults would not be
 * reported. It is the oracle of the tests instead.
 */
final class CsvScanner {

  /** Hears what is found. */
  interface Listener {

    /**
     * A cell; the characters are valid only during the call.
     *
     * @param line physical line on which the row begins
     * @param index position in the row, the first being 0
     */
    void cell(long line, int index, char[] buffer, int offset, int length);

    /**
     * The end of a row.
     *
     * @return whether to go on
     */
    boolean row(long line, int cells);

    /** There is text between a closing quote and the end of the cell; it is skipped. */
    void textAfterQuote(long line, int index);
  }

  /** How a file ended. */
  enum End {
    /** At its end, or where the listener wished. */
    DONE,
    /** Within quotes. */
    OPEN_QUOTE,
    /** At a cell that is longer than allowed. */
    ENDLESS_CELL
  }

  private static final int READ = 1 << 15;

  private final Reader in;
  private final Listener listener;
  private final int longestCell;
  private char[] buffer = new char[2 * READ];

  /** First character that must be kept: the one where the present cell begins. */
  private int start;

  private int position;
  private int limit;
  private long line = 1;
  private long rowLine = 1;
  private boolean endless;

  /**
   * Prepares to scan.
   *
   * @param longestCell a cell much longer than this ends the scan
   */
  CsvScanner(Reader in, int longestCell, Listener listener) {
    this.in = in;
    this.longestCell = longestCell;
    this.listener = listener;
  }

  /** Line on which the present row begins; the first being 1. */
  long line() {
    return rowLine;
  }

  End scan() throws IOException {
    while (available()) {
      if (lineBreak()) {
        continue;
      }
      rowLine = line;
      int cells = 0;
      do {
        start = position;
        boolean quote = available() && buffer[position] == '"';
        boolean closed = quote ? quoted(cells) : plain(cells);
        if (!closed) {
          return endless ? End.ENDLESS_CELL : End.OPEN_QUOTE;
        }
        cells++;
        start = position;
      } while (comma());
      lineBreak();
      if (!listener.row(rowLine, cells)) {
        return End.DONE;
      }
    }
    return End.DONE;
  }

  private boolean comma() throws IOException {
    if (available() && buffer[position] == ',') {
      position++;
      return true;
    }
    return false;
  }

  /** Passes a line break, if there is one. */
  private boolean lineBreak() throws IOException {
    start = position;
    if (!available() || (buffer[position] != '\n' && buffer[position] != '\r')) {
      return false;
    }
    boolean carriageReturn = buffer[position++] == '\r';
    start = position;
    if (carriageReturn && available() && buffer[position] == '\n') {
      position++;
    }
    line++;
    return true;
  }

  private boolean plain(int index) throws IOException {
    do {
      position = plainEnd(buffer, position, limit);
    } while (position == limit && fill());
    if (endless) {
      return false;
    }
    listener.cell(rowLine, index, buffer, start, position - start);
    return true;
  }

  private static int plainEnd(char[] buffer, int from, int limit) {
    for (int i = from; i < limit; i++) {
      char c = buffer[i];
      if (c <= ',' && (c == ',' || c == '\n' || c == '\r')) {
        return i;
      }
    }
    return limit;
  }

  private boolean quoted(int index) throws IOException {
    position++;
    int pairs = 0;
    while (available()) {
      char c = buffer[position++];
      if (c == '"') {
        if (!available() || buffer[position] != '"') {
          return closed(index, position - 1 - start, pairs);
        }
        position++;
        pairs++;
      } else if (c == '\r' || (c == '\n' && buffer[position - 2] != '\r')) {
        line++;
      }
    }
    return false;
  }

  /** Hands on a cell that ends in a quote {@code length} characters after the opening one. */
  private boolean closed(int index, int length, int pairs) throws IOException {
    if (available() && plainEnd(buffer, position, position + 1) != position) {
      listener.textAfterQuote(rowLine, index);
      do {
        position = plainEnd(buffer, position, limit);
      } while (position == limit && fill());
      if (endless) {
        return false;
      }
    }
    int kept = pairs == 0 ? length - 1 : merge(start + 1, start + length);
    listener.cell(rowLine, index, buffer, start + 1, kept);
    return true;
  }

  /** Makes one quote out of each pair; returns the length that is left. */
  private int merge(int from, int end) {
    int to = from;
    for (int i = from; i < end; i++) {
      buffer[to++] = buffer[i];
      if (buffer[i] == '"') {
        i++;
      }
    }
    return to - from;
  }

  private boolean available() throws IOException {
    return position < limit || fill();
  }

  /** Reads on, keeping the present cell; false at the end of the text or of a cell's patience. */
  private boolean fill() throws IOException {
    if (limit - start > 2L * longestCell + READ) {
      endless = true; // each quote in a cell may take two characters
      return false;
    }
    if (buffer.length - limit < READ) {
      int kept = limit - start;
      char[] target =
          kept > buffer.length - READ ? Arrays.copyOf(buffer, buffer.length * 2) : buffer;
      System.arraycopy(buffer, start, target, 0, kept);
      buffer = target;
      position -= start;
      limit = kept;
      start = 0;
    }
    int count = in.read(buffer, limit, READ);
    if (count < 0) {
      return false;
    }
    limit += count;
    return true;
  }
}
