package tenon.study.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Office files without the time of their making: same content, same bytes. */
public final class OfficeZip {
  private static final LocalDateTime FIXED = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final String PROPERTIES = "docProps/core.xml";

  private OfficeZip() {}

  /** The same parts in the same order, with fixed times and properties that hold no dates. */
  public static byte[] undated(byte[] file, String title) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
        ZipEntry fresh = new ZipEntry(part.getName());
        fresh.setTimeLocal(FIXED);
        out.putNextEntry(fresh);
        out.write(
            part.getName().equals(PROPERTIES)
                ? properties(title).getBytes(StandardCharsets.UTF_8)
                : in.readAllBytes());
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static String properties(String title) {
    return """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <cp:coreProperties \
        xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
        xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>%s</dc:title>\
        <dc:creator>Tenon</dc:creator></cp:coreProperties>
        """
        .formatted(Markup.text(title));
  }
}
