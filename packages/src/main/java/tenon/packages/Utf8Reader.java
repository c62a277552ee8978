package tenon.packages;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/**
 * Decodes UTF-8 and notes where bytes are not UTF-8, instead of hiding or throwing it. Drops a byte
 * order mark.
 *
 * <p>After the last character come a line feed and {@link #END}: a parser that gives {@code END} as a
 * cell of its own has closed every quote, one that gives it within a cell has not.
 */
final class Utf8Reader extends Reader {

  /** Stands for the end of the file; a noncharacter that no text may hold. */
  static final char END = '\uFFFF';

  /** Stands for bytes that are not UTF-8. */
  static final char MALFORMED = '\uFFFD';

  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final LongConsumer advance;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
  private long read;
  private long firstMalformed = -1;
  private long malformed;
  private boolean started;
  private boolean ended;
  private int tail;

  /**
   * Begins to read.
   *
   * @param advance hears how many bytes were read since it was last told
   */
  Utf8Reader(InputStream in, LongConsumer advance) {
    this.in = in;
    this.advance = advance;
  }

  /** Number of bytes decoded so far. */
  long position() {
    return read - bytes.remaining();
  }

  /** Offset of the first byte that is not UTF-8, or -1. */
  long firstMalformed() {
    return firstMalformed;
  }

  /** Number of places that are not UTF-8. */
  long malformed() {
    return malformed;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    if (length < 2) {
      throw new IllegalArgumentException("needs room for a pair of characters");
    }
    CharBuffer out = CharBuffer.wrap(buffer, offset, length);
    while (out.position() == offset) {
      if (!bytes.hasRemaining() && ended) {
        return finish(out) ? out.position() - offset : -1;
      }
      decode(out);
    }
    return out.position() - offset;
  }

  private void decode(CharBuffer out) throws IOException {
    CoderResult result = decoder.decode(bytes, out, ended);
    if (result.isUnderflow()) {
      if (!ended) {
        fill();
      }
    } else if (result.isError()) {
      if (!out.hasRemaining()) {
        return;
      }
      if (firstMalformed < 0) {
        firstMalformed = position();
      }
      malformed++;
      bytes.position(bytes.position() + result.length());
      out.put(MALFORMED);
    }
  }

  private void fill() throws IOException {
    bytes.compact();
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (count < 0) {
      ended = true;
    } else {
      bytes.position(bytes.position() + count);
      read += count;
      advance.accept(count);
    }
    bytes.flip();
    if (!started && (ended || bytes.remaining() >= 3)) {
      started = true;
      if (bytes.remaining() >= 3
          && bytes.get(0) == (byte) 0xEF
          && bytes.get(1) == (byte) 0xBB
          && bytes.get(2) == (byte) 0xBF) {
        bytes.position(3);
      }
    }
  }

  private boolean finish(CharBuffer out) {
    if (tail == 2) {
      return false;
    }
    out.put(tail == 0 ? '\n' : END);
    tail++;
    return true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
