package tenon.packages.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Message;
import tenon.model.Severity;

/**
 * One sheet of an Excel workbook (Office Open XML, ECMA-376 part 1, SpreadsheetML), streamed row by
 * row. A formula stands for its last value, a number with the format of a date for the day.
 * Document types are refused, and no more is unpacked than {@link #LARGEST_CONTENT}.
 */
public final class XlsxSheet {
  /** Greatest size of what is unpacked of one part, bytes. */
  static final long LARGEST_CONTENT = 1L << 30;

  private static final String BUNDLE = "tenon.packages.mapping.findings";
  private static final int MOST_COLUMNS = 16_384;
  private static final XMLInputFactory FACTORY = factory();

  private final Path file;
  private final @Nullable String sheet;
  private final List<String> shared = new ArrayList<>();
  private final List<Boolean> dated = new ArrayList<>();
  private boolean from1904;

  /** Hears the rows. */
  public interface Rows {
    /** Takes a row that is not blank; false where no more is wanted. */
    boolean row(long line, String[] cells) throws IOException;
  }

  /** Why a sheet cannot be read. */
  public static final class Fault extends IOException {
    private static final long serialVersionUID = 1;
    private final String code;
    private final long line;
    private final @Nullable String value;
    private final String offered;

    Fault(String code, long line, @Nullable String value, String offered) {
      super(code);
      this.code = code;
      this.line = line;
      this.value = value;
      this.offered = offered;
    }

    public String code() {
      return code;
    }

    public long line() {
      return line;
    }

    public @Nullable String value() {
      return value;
    }

    public String offered() {
      return offered;
    }

    /**
     * The same as a finding.
     *
     * @param file name of the file
     */
    public Finding finding(String file) {
      return new Finding(
          Severity.ERROR,
          code,
          file,
          line,
          null,
          value,
          Message.of(BUNDLE, code, offered),
          Message.of(BUNDLE, code + ".mend", offered));
    }
  }

  /**
   * @param sheet name of the sheet; null for the first
   */
  public XlsxSheet(Path file, @Nullable String sheet) {
    this.file = file;
    this.sheet = sheet;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  /** Whether a file is a workbook by its name. */
  public static boolean isNamed(String file) {
    return file.toLowerCase(Locale.ROOT).endsWith(".xlsx");
  }

  /** Names of the sheets in their order. */
  public static List<String> names(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return List.copyOf(new XlsxSheet(file, null).sheets(zip).keySet());
    } catch (XMLStreamException | ZipException e) {
      throw new Fault("mapping-no-workbook", 0, null, "");
    }
  }

  /** Streams the rows that are not blank. */
  public void read(Rows rows) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Map<String, String> parts = sheets(zip);
      if (parts.isEmpty()) {
        throw new Fault("mapping-no-workbook", 0, null, "");
      }
      String name = sheet == null ? parts.keySet().iterator().next() : sheet;
      String part = parts.get(name);
      if (part == null) {
        throw new Fault("mapping-no-sheet", 0, name, String.join(", ", parts.keySet()));
      }
      strings(zip);
      styles(zip);
      rows(zip, part, rows);
    } catch (XMLStreamException | ZipException e) {
      throw new Fault("mapping-no-workbook", 0, null, "");
    }
  }

  private interface Part {
    void read(XMLStreamReader xml) throws XMLStreamException, IOException;
  }

  private static void part(ZipFile zip, String name, Part reader)
      throws IOException, XMLStreamException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      return;
    }
    try (InputStream in = new Bounded(zip.getInputStream(entry))) {
      XMLStreamReader xml = FACTORY.createXMLStreamReader(in);
      try {
        reader.read(xml);
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof Fault fault) {
        throw fault;
      }
      throw e;
    }
  }

  private static final class Bounded extends FilterInputStream {
    private long left = LARGEST_CONTENT;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      return take(super.read(), 1);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = super.read(bytes, offset, length);
      return take(count, count);
    }

    private int take(int result, int count) throws IOException {
      left -= Math.max(0, count);
      if (left < 0) {
        throw new Fault("mapping-workbook-large", 0, null, Long.toString(LARGEST_CONTENT >> 20));
      }
      return result;
    }
  }

  /** Part of each sheet by its name. */
  private Map<String, String> sheets(ZipFile zip) throws IOException, XMLStreamException {
    Map<String, String> targets = new HashMap<>();
    part(
        zip,
        "xl/_rels/workbook.xml.rels",
        xml -> {
          while (xml.hasNext()) {
            if (starts(xml, "Relationship")) {
              targets.put(attribute(xml, "Id"), attribute(xml, "Target"));
            }
          }
        });
    Map<String, String> sheets = new LinkedHashMap<>();
    part(
        zip,
        "xl/workbook.xml",
        xml -> {
          while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
              if (xml.getLocalName().equals("workbookPr")) {
                String flag = attribute(xml, "date1904");
                from1904 = flag.equals("1") || flag.equals("true");
              } else if (xml.getLocalName().equals("sheet")) {
                String target = targets.getOrDefault(attribute(xml, "id"), "");
                sheets.put(
                    attribute(xml, "name"),
                    target.startsWith("/") ? target.substring(1) : "xl/" + target);
              }
            }
          }
        });
    return sheets;
  }

  private static boolean starts(XMLStreamReader xml, String name) throws XMLStreamException {
    return xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(name);
  }

  private static boolean ends(XMLStreamReader xml, String name) {
    return xml.getEventType() == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(name);
  }

  private static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  private void strings(ZipFile zip) throws IOException, XMLStreamException {
    part(
        zip,
        "xl/sharedStrings.xml",
        xml -> {
          while (xml.hasNext()) {
            if (starts(xml, "si")) {
              shared.add(text(xml, "si"));
            }
          }
        });
  }

  /** The text up to the end of an element, without what is only for its pronunciation. */
  private static String text(XMLStreamReader xml, String end) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    boolean spoken = false;
    boolean inside = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (ends(xml, end)) {
        break;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        spoken |= xml.getLocalName().equals("rPh");
        inside = xml.getLocalName().equals("t");
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        spoken &= !xml.getLocalName().equals("rPh");
        inside = false;
      } else if (event == XMLStreamConstants.CHARACTERS && inside && !spoken) {
        text.append(xml.getText());
      }
    }
    return text.toString();
  }

  /** Which styles of cells show a number as a date. */
  private void styles(ZipFile zip) throws IOException, XMLStreamException {
    Set<Integer> own = new HashSet<>();
    part(
        zip,
        "xl/styles.xml",
        xml -> {
          boolean cells = false;
          while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
              switch (xml.getLocalName()) {
                case "numFmt" -> {
                  if (isDate(attribute(xml, "formatCode"))) {
                    own.add(whole(attribute(xml, "numFmtId")));
                  }
                }
                case "cellXfs" -> cells = true;
                case "xf" -> {
                  if (cells) {
                    int format = whole(attribute(xml, "numFmtId"));
                    dated.add(own.contains(format) || isBuiltInDate(format));
                  }
                }
                default -> {}
              }
            } else if (ends(xml, "cellXfs")) {
              cells = false;
            }
          }
        });
  }

  private static int whole(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** Formats that every workbook has, ECMA-376 18.8.30, those of East Asia among them. */
  private static boolean isBuiltInDate(int format) {
    return between(format, 14, 17)
        || format == 22
        || between(format, 27, 31)
        || format == 36
        || between(format, 50, 54)
        || between(format, 57, 58);
  }

  private static boolean between(int format, int low, int high) {
    return format >= low && format <= high;
  }

  private static boolean isDate(String format) {
    String bare =
        format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").toLowerCase(java.util.Locale.ROOT);
    return bare.contains("y") || bare.contains("d") || bare.contains("年");
  }

  private void rows(ZipFile zip, String part, Rows to) throws IOException, XMLStreamException {
    part(
        zip,
        part,
        xml -> {
          long line = 0;
          while (xml.hasNext()) {
            if (starts(xml, "row")) {
              String number = attribute(xml, "r");
              line = number.isEmpty() ? line + 1 : whole(number);
              String[] cells = row(xml, line);
              if (Arrays.stream(cells).anyMatch(cell -> !cell.isBlank()) && !to.row(line, cells)) {
                return;
              }
            }
          }
        });
  }

  private String[] row(XMLStreamReader xml, long line) throws XMLStreamException, IOException {
    List<String> cells = new ArrayList<>();
    while (xml.hasNext()) {
      int event = xml.next();
      if (ends(xml, "row")) {
        break;
      }
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
        String reference = attribute(xml, "r");
        int at = reference.isEmpty() ? cells.size() : column(reference);
        if (at < 0 || at >= MOST_COLUMNS) {
          throw new Fault("mapping-no-workbook", line, reference, "");
        }
        while (cells.size() <= at) {
          cells.add("");
        }
        cells.set(at, cell(xml, line));
      }
    }
    return cells.toArray(String[]::new);
  }

  /** Column of {@code AB7}, the first being 0. */
  private static int column(String reference) {
    int column = 0;
    for (int i = 0; i < reference.length() && i < 4; i++) {
      char c = reference.charAt(i);
      if (c < 'A' || c > 'Z') {
        break;
      }
      column = column * 26 + (c - 'A' + 1);
    }
    return column - 1;
  }

  private String cell(XMLStreamReader xml, long line) throws XMLStreamException, IOException {
    String type = attribute(xml, "t");
    int style = whole(attribute(xml, "s"));
    String value = "";
    while (xml.hasNext()) {
      int event = xml.next();
      if (ends(xml, "c")) {
        break;
      }
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("v")) {
        value = xml.getElementText();
      } else if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("is")) {
        value = text(xml, "is");
      }
    }
    return switch (type) {
      case "s" -> {
        int at = whole(value);
        yield at >= 0 && at < shared.size() ? shared.get(at) : "";
      }
      case "b" -> value.equals("1") ? "true" : "false";
      case "e" -> throw new Fault("mapping-cell-failed", line, value, "");
      case "str", "inlineStr", "d" -> value;
      default -> number(value, style >= 0 && style < dated.size() && dated.get(style));
    };
  }

  private String number(String text, boolean day) {
    if (text.isEmpty()) {
      return text;
    }
    try {
      double number = Double.parseDouble(text);
      if (day && number >= 1 && number < 2_958_466) {
        // Day 60 of the older system is 29 February 1900, which never was.
        long days = (long) number - (from1904 || number >= 60 ? 0 : -1);
        return LocalDate.of(1899, 12, 30).plusDays(days + (from1904 ? 1462 : 0)).toString();
      }
      return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      return text;
    }
  }
}
