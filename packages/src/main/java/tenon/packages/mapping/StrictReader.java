package tenon.packages.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.function.LongConsumer;

/** Decodes a file and ends with the line of the first bytes that are not of its encoding. */
final class StrictReader extends Reader {
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final LongConsumer advance;
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
  private long line = 1;
  private boolean ended;
  private boolean flushed;

  /** Bytes that are not of the encoding. */
  static final class Malformed extends IOException {
    private static final long serialVersionUID = 1;
    private final long line;

    Malformed(long line) {
      super("line " + line);
      this.line = line;
    }

    long line() {
      return line;
    }
  }

  /**
   * @param advance hears how many bytes were read since it was last told
   */
  StrictReader(InputStream in, Charset encoding, LongConsumer advance) {
    this.in = in;
    this.advance = advance;
    decoder =
        encoding
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    CharBuffer out = CharBuffer.wrap(buffer, offset, length);
    while (out.position() == offset) {
      if (flushed) {
        return -1;
      }
      CoderResult result = decoder.decode(bytes, out, ended);
      if (result.isError()) {
        count(buffer, offset, out.position());
        throw new Malformed(line);
      }
      if (result.isUnderflow() && ended) {
        decoder.flush(out);
        flushed = true;
      } else if (result.isUnderflow()) {
        fill();
      }
    }
    count(buffer, offset, out.position());
    return out.position() - offset;
  }

  private void count(char[] buffer, int from, int to) {
    for (int i = from; i < to; i++) {
      if (buffer[i] == '\n') {
        line++;
      }
    }
  }

  private void fill() throws IOException {
    bytes.compact();
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (count < 0) {
      ended = true;
    } else {
      bytes.position(bytes.position() + count);
      advance.accept(count);
    }
    bytes.flip();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
