package tenon.study.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.study.text.Refusal;

/**
 * Opens workbooks that others made. What a file unpacks to is counted before a byte of it is
 * parsed, so that a small file cannot fill the memory; the library refuses document types and
 * external entities.
 */
public final class WorkbookFile {
  /** Greatest size of a file. */
  static final long LARGEST_FILE = 64L << 20;

  /** Greatest size of all its parts unpacked. */
  static final long LARGEST_CONTENT = 400L << 20;

  private static final int MOST_PARTS = 2_000;
  private static final int BLOCK = 1 << 16;

  private WorkbookFile() {}

  /** Name of a file in findings. */
  public static String shown(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** The workbook, or null after a finding; the caller closes it. */
  public static @Nullable XSSFWorkbook open(Path file, List<Finding> findings) {
    Finding refused = bounded(file);
    if (refused != null) {
      findings.add(refused);
      return null;
    }
    // From a stream, so that marking the workbook can never touch the sender's file.
    try (InputStream in = Files.newInputStream(file)) {
      return open(OPCPackage.open(in));
    } catch (IOException
        | org.apache.poi.openxml4j.exceptions.InvalidFormatException
        | RuntimeException e) {
      // What the library throws at files that are none is not listed anywhere.
      findings.add(Refusal.of("workbook-unreadable", shown(file), null));
      return null;
    }
  }

  private static XSSFWorkbook open(OPCPackage parts) throws IOException {
    try {
      return new XSSFWorkbook(parts);
    } catch (IOException | RuntimeException e) {
      parts.revert();
      throw e;
    }
  }

  /** What speaks against unpacking a file, or null. */
  public static @Nullable Finding bounded(Path file) {
    try {
      if (Files.size(file) > LARGEST_FILE) {
        return Refusal.of("workbook-large", shown(file), null, Long.toString(LARGEST_FILE >> 20));
      }
      try (ZipFile zip = new ZipFile(file.toFile())) {
        if (zip.size() > MOST_PARTS || content(zip) > LARGEST_CONTENT) {
          return Refusal.of(
              "workbook-bomb", shown(file), null, Long.toString(LARGEST_CONTENT >> 20));
        }
      }
      return null;
    } catch (ZipException e) {
      return Refusal.of("workbook-unreadable", shown(file), null);
    } catch (IOException e) {
      return Refusal.of("workbook-missing", shown(file), null);
    }
  }

  /** Bytes that all parts unpack to; counting ends soon after the limit. */
  private static long content(ZipFile zip) throws IOException {
    byte[] block = new byte[BLOCK];
    long total = 0;
    for (ZipEntry entry : Collections.list(zip.entries())) {
      try (InputStream in = zip.getInputStream(entry)) {
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
          total += read;
          if (total > LARGEST_CONTENT) {
            return total;
          }
        }
      }
    }
    return total;
  }
}
