package tenon.packages;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is wrong with a file that should be Parquet and cannot be read. */
final class ParquetFault {
  /** A Parquet file begins and ends with these bytes. */
  private static final String MARK = "PAR1";

  /** An encrypted one ends with these. */
  private static final String ENCRYPTED = "PARE";

  /** Fewer bytes hold no mark at both ends with anything between. */
  private static final int SHORTEST = 12;

  private static final int SAMPLE = 1024;
  private static final int LONGEST_REASON = 200;
  private static final Pattern KIND = Pattern.compile("^([A-Z][A-Za-z]* )*Error: ");

  private ParquetFault() {}

  /** Whether the file begins as a Parquet file does. */
  static boolean isMarked(Path file) throws IOException {
    return MARK.equals(start(file, MARK.length()));
  }

  /** What the first and the last bytes show to be wrong; null where they are sound. */
  static @Nullable Fault of(Path file, String shown) throws IOException {
    String start = start(file, SAMPLE);
    String end = end(file);
    if (start.startsWith(MARK) && end.equals(MARK)) {
      return null;
    }
    Fault fault = Fault.error("no-parquet", shown);
    if (start.isEmpty()) {
      return fault.mend("empty");
    }
    if (end.equals(ENCRYPTED)) {
      return fault.mend("encrypted");
    }
    if (start.startsWith(MARK)) {
      return fault.mend("cut");
    }
    boolean text = start.chars().allMatch(c -> c >= ' ' || c == '\t' || c == '\n' || c == '\r');
    return text ? fault.mend("text") : fault;
  }

  /**
   * What the reader says is wrong with what stands between the first and the last bytes.
   *
   * @param file name by which the reader knows the file
   */
  static Fault of(SQLException cause, String file, String shown) {
    String message = String.valueOf(cause.getMessage());
    if (message.startsWith("Out of Memory")) {
      return Fault.error("parquet-memory", shown).args(LockedDatabase.MEMORY_MEGABYTES);
    }
    return Fault.error("corrupt-parquet", shown).args(reason(message.replace(file, shown)));
  }

  /** That the reader itself does not start. */
  static Fault noReader(Throwable cause, String shown) {
    return Fault.error("no-parquet-reader", shown).args(reason(String.valueOf(cause.getMessage())));
  }

  /** The first line without the kind of error and control characters. */
  private static String reason(String message) {
    String line = KIND.matcher(message.lines().findFirst().orElse("")).replaceFirst("");
    String plain = line.replaceAll("\\p{Cntrl}", "?").replaceAll("\\.$", "");
    return plain.length() > LONGEST_REASON ? plain.substring(0, LONGEST_REASON) + "…" : plain;
  }

  private static String start(Path file, int count) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(count), StandardCharsets.ISO_8859_1);
    }
  }

  private static String end(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      byte[] bytes = new byte[MARK.length()];
      if (in.length() < SHORTEST) {
        return "";
      }
      in.seek(in.length() - bytes.length);
      in.readFully(bytes);
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }
}
