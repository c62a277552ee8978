package tenon.packages.scms;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.model.Progress;
import tenon.packages.word.Names;
import tenon.packages.word.Words;

/**
 * Reads the delivery file in one pass. A line that cannot be used is left out with a warning that
 * names it; a file that cannot be used is an error.
 */
final class DeliveryFile {
  private static final long LARGEST_BYTES = 1L << 27;
  private static final int LONGEST_CELL = 4_000;
  private static final int LINES_PER_REPORT = 1_000;

  private final Remarks remarks;
  private final Progress progress;
  // So long that the id of a link, which joins all four, stays below the 200 that packages allow.
  private final Names countries = new Names(24);
  private final Names vendors = new Names(30);
  private final Names plants = new Names(40);
  private final Names products = new Names(60);
  private final Freight freight = new Freight();
  private final Map<String, List<String>> cellsById = new HashMap<>();
  private long lastLine;
  private long linesRead;
  private int linesLeftOut;

  DeliveryFile(Remarks remarks, Progress progress) {
    this.remarks = remarks;
    this.progress = progress;
  }

  Names countries() {
    return countries;
  }

  Names vendors() {
    return vendors;
  }

  Names plants() {
    return plants;
  }

  Names products() {
    return products;
  }

  Freight freight() {
    return freight;
  }

  /** Lines that were read, without the header. */
  long linesRead() {
    return linesRead;
  }

  /** Lines left out, each with its warning. */
  int linesLeftOut() {
    return linesLeftOut;
  }

  /** The sound lines in the order of the file; empty, with an error, where there are none. */
  List<Delivery> read(Path csv) {
    String text = text(csv);
    if (text == null) {
      return List.of();
    }
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(true)
            .ofCsvRecord(text)) {
      lines(reader.iterator());
    } catch (CsvParseException e) {
      remarks.error("scms-not-csv", lastLine, null, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Closing a reader of a string does not fail.
    }
    progress.report("import", linesRead, linesRead);
    List<Delivery> deliveries = freight.allocate(remarks);
    if (deliveries.isEmpty() && !remarks.findings().hasErrors()) {
      remarks.error("scms-no-lines", 0, null, null);
    }
    return deliveries;
  }

  private @Nullable String text(Path csv) {
    byte[] bytes;
    try {
      if (Files.size(csv) > LARGEST_BYTES) {
        remarks.error("scms-too-large", 0, null, Long.toString(Files.size(csv)));
        return null;
      }
      bytes = Files.readAllBytes(csv);
    } catch (IOException e) {
      remarks.error("scms-unreadable", 0, null, csv.toString());
      return null;
    }
    String text = decode(bytes);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** As UTF-8, or as Windows-1252, in which another public copy of the data set is written. */
  private String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      remarks.warning("scms-encoding", 0, null, null);
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }

  private void lines(Iterator<CsvRecord> records) {
    Header header =
        Header.read(records.hasNext() ? records.next().getFields() : List.of(), remarks);
    if (header == null) {
      return;
    }
    while (records.hasNext() && sound(records.next(), header)) {
      linesRead++;
      if (linesRead % LINES_PER_REPORT == 0) {
        progress.report("import", linesRead, 0);
      }
    }
  }

  /** Takes a line in or leaves it out; false where the rest of the file cannot be trusted. */
  private boolean sound(CsvRecord record, Header header) {
    lastLine = record.getStartingLineNumber();
    boolean whole = record.getFieldCount() == header.cells();
    for (String cell : record.getFields()) {
      if (cell.length() > LONGEST_CELL || (!whole && cell.indexOf('\n') >= 0)) {
        remarks.error("scms-quote", record.getStartingLineNumber(), null, cell);
        return false;
      }
    }
    if (!whole) {
      linesLeftOut++;
      remarks.warning(
          "scms-left-out-cells",
          record.getStartingLineNumber(),
          null,
          null,
          Integer.toString(record.getFieldCount()),
          Integer.toString(header.cells()));
    } else if (repeated(record, header) || !take(new DeliveryLine(record, header, remarks))) {
      linesLeftOut++;
    }
    return true;
  }

  /** Whether the same line was read before; the same ID on another line is only warned of. */
  private boolean repeated(CsvRecord record, Header header) {
    String id = record.getField(header.position(Column.ID));
    List<String> before = id.isBlank() ? null : cellsById.putIfAbsent(id, record.getFields());
    if (before == null) {
      return false;
    }
    boolean same = before.equals(record.getFields());
    String code = same ? "scms-left-out-duplicate" : "scms-same-id";
    remarks.warning(code, record.getStartingLineNumber(), Column.ID, id);
    return same;
  }

  /** Takes a line in; false where it is left out, with a warning for each reason. */
  private boolean take(DeliveryLine line) {
    String country = line.needed(Column.COUNTRY);
    String molecule = line.needed(Column.MOLECULE);
    double packs = line.neededAmount(Column.PACKS);
    double doses = packs * line.neededAmount(Column.PER_PACK);
    LocalDate scheduled = line.neededDate(Column.SCHEDULED);
    if (country == null || molecule == null || Double.isNaN(doses) || scheduled == null) {
      return false;
    }
    Delivery delivery =
        new Delivery(
            line.number(),
            countries.id(country),
            vendors.id(stated(line.text(Column.VENDOR))),
            plants.id(stated(line.text(Column.PLANT))),
            product(molecule, line),
            fromCentre(line),
            doses,
            line.value(Column.VALUE),
            Double.NaN,
            scheduled,
            line.date(Column.DELIVERED),
            line.date(Column.QUOTED),
            line.date(Column.ORDERED),
            mode(line.text(Column.MODE)));
    freight.book(delivery, line.text(Column.ID), packs, freight(line));
    return true;
  }

  private static String stated(String name) {
    return name.isEmpty() ? Makers.NOT_STATED : name;
  }

  /** Id of the product: molecule, dosage and form as they stand tell products apart. */
  private String product(String molecule, DeliveryLine line) {
    String dosage = line.text(Column.DOSAGE);
    String form = line.text(Column.FORM);
    boolean dosed = !DateCell.unknown(dosage);
    String name = molecule + (dosed ? " " + dosage : "") + (form.isEmpty() ? "" : ", " + form);
    return products.id(String.join("\n", molecule, dosage, form), name);
  }

  private boolean fromCentre(DeliveryLine line) {
    String route = Words.plain(line.text(Column.ROUTE));
    if (!route.equals("direct drop") && !route.equals("from rdc")) {
      remarks.warning("scms-route", line.number(), Column.ROUTE, line.text(Column.ROUTE));
    }
    return route.equals("from rdc");
  }

  private static @Nullable String mode(String text) {
    return DateCell.unknown(text) ? null : text.toLowerCase(Locale.ROOT);
  }

  private Freight.Cell freight(DeliveryLine line) {
    String text = line.text(Column.FREIGHT);
    Freight.Cell cell = freight.parse(text);
    if (cell == null) {
      remarks.warning("scms-freight", line.number(), Column.FREIGHT, text);
      return new Freight.Unknown();
    }
    return cell;
  }
}
