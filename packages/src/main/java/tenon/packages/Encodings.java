package tenon.packages;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;

/** What a file that is not UTF-8 most likely is, and where it shows first. */
public final class Encodings {

  /** As much of a file is looked at to guess its encoding. */
  private static final int SAMPLE = 1 << 20;

  private Encodings() {}

  /** The encoding that a byte order mark announces, where it is not UTF-8; else null. */
  public static @Nullable String mark(Path file) throws IOException {
    byte[] start = head(file, 2);
    if (start.length < 2) {
      return null;
    }
    int first = start[0] & 0xFF;
    int second = start[1] & 0xFF;
    if (first == 0xFF && second == 0xFE) {
      return "UTF-16 (little endian)";
    }
    return first == 0xFE && second == 0xFF ? "UTF-16 (big endian)" : null;
  }

  /** That a file is not UTF-8, where it shows first, and what it most likely is. */
  static Finding malformed(Path file, String shown, Utf8Reader text) throws IOException {
    long line = line(file, text.firstMalformed());
    Fault fault = Fault.error("encoding", shown).line(line).args(text.malformed());
    if (ParquetFault.isMarked(file)) {
      return fault.mend("parquet").finding();
    }
    return (isGb18030(file) ? fault.mend("gb18030") : fault).finding();
  }

  /** The physical line of a byte. */
  static long line(Path file, long offset) throws IOException {
    long line = 1;
    boolean afterReturn = false;
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (long left = offset; left > 0; ) {
        int count = in.read(buffer, 0, (int) Math.min(left, buffer.length));
        if (count < 0) {
          break;
        }
        for (int i = 0; i < count; i++) {
          boolean feed = buffer[i] == '\n';
          if (buffer[i] == '\r' || (feed && !afterReturn)) {
            line++;
          }
          afterReturn = buffer[i] == '\r';
        }
        left -= count;
      }
    }
    return line;
  }

  /**
   * Whether the file decodes as GB18030, the usual encoding of Chinese spreadsheets, to Chinese.
   */
  public static boolean isGb18030(Path file) throws IOException {
    if (!Charset.isSupported("GB18030")) {
      return false;
    }
    byte[] bytes = head(file, SAMPLE);
    CharsetDecoder decoder =
        Charset.forName("GB18030")
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, bytes.length < SAMPLE);
    return !result.isError()
        && text.flip()
            .chars()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }

  /** Whether the file has other than plain letters and decodes as UTF-8. */
  public static boolean isUtf8(Path file) throws IOException {
    byte[] bytes = head(file, SAMPLE);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, bytes.length < SAMPLE);
    return !result.isError() && text.flip().chars().anyMatch(c -> c > 0x7F);
  }

  private static byte[] head(Path file, int count) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(count);
    }
  }
}
