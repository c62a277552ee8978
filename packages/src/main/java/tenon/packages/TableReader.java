package tenon.packages;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import tenon.model.Finding;
import tenon.model.Findings;
import tenon.model.Resource;

/** Reads the file of one resource. */
final class TableReader {
  /** After so many rows, the number of rows is guessed from the size of the file. */
  private static final int SAMPLE = 8192;

  private static final double MARGIN = 1.05;

  private final Resource resource;
  private final String shown;
  private final Path file;
  private final ReadLimits limits;
  private final Findings findings;

  TableReader(Descriptor.Entry entry, ReadLimits limits, Findings findings) {
    resource = entry.resource();
    shown = entry.path();
    file = entry.file();
    this.limits = limits;
    this.findings = findings;
  }

  /** The table; its faults are among the findings. */
  Table read(LongConsumer advance) {
    try {
      long size = Files.size(file);
      if (size > limits.maxFileBytes()) {
        findings.add(Fault.error("file-size", shown).args(size, limits.maxFileBytes()).finding());
        return Table.unreadable(resource, shown);
      }
      String encoding = Encodings.mark(file);
      if (encoding != null) {
        findings.add(Fault.error("utf-16", shown).args(encoding).finding());
        return Table.unreadable(resource, shown);
      }
      return parse(advance);
    } catch (IOException | UncheckedIOException e) {
      findings.add(Fault.error("unreadable-file", shown).finding());
    } catch (OutOfMemoryError e) {
      // Only the growing columns are that large, and nobody holds them any more.
      long megabytes = Runtime.getRuntime().maxMemory() >> 20;
      findings.add(Fault.error("memory", shown).args(megabytes).finding());
    }
    return Table.unreadable(resource, shown);
  }

  private Table parse(LongConsumer advance) throws IOException {
    Findings content = new Findings();
    RowReader rows = new RowReader(resource, shown, limits, content);
    boolean whole;
    boolean malformed;
    try (Utf8Reader text = new Utf8Reader(Files.newInputStream(file), advance)) {
      whole = parse(text, rows, content);
      malformed = text.firstMalformed() >= 0;
      if (malformed) {
        findings.add(malformed(text));
      }
    }
    if (!malformed) {
      // What other bytes decode to says nothing about the cells.
      findings.addAll(content);
    }
    return rows.table(whole && !malformed);
  }

  /** Whether the file could be read to its end. */
  private boolean parse(Utf8Reader text, RowReader rows, Findings content) throws IOException {
    long size = Files.size(file);
    long buffer = 2L * limits.maxFieldChars() + (1 << 15);
    try (CsvReader<Boolean> csv =
        CsvReader.builder()
            .allowExtraFields(true)
            .allowMissingFields(true)
            .maxBufferSize((int) Math.min(buffer, Integer.MAX_VALUE - 8))
            .build(rows, text)) {
      var records = csv.iterator();
      while (!rows.stopped() && records.hasNext()) {
        records.next();
        if (rows.rows() == SAMPLE) {
          rows.expect((long) (SAMPLE * MARGIN * size / text.position()));
        }
      }
    } catch (CsvParseException e) {
      content.add(broken(e, rows));
      return false;
    }
    if (rows.stopped()) {
      return false;
    }
    if (!rows.closed()) {
      content.add(Fault.error("open-quote", shown).line(rows.line()).finding());
      return false;
    }
    if (!rows.headed()) {
      content.add(
          Fault.error("no-header", shown).args(HeaderReader.shortest(resource)).finding());
      return false;
    }
    return true;
  }

  private Finding broken(CsvParseException e, RowReader rows) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    boolean quote = String.valueOf(cause.getMessage()).contains("closing quote");
    return quote
        ? Fault.error("text-after-quote", shown).line(rows.line()).finding()
        : Fault.error("endless-cell", shown)
            .line(rows.line())
            .args(limits.maxFieldChars())
            .finding();
  }

  private Finding malformed(Utf8Reader text) throws IOException {
    long line = Encodings.line(file, text.firstMalformed());
    Fault fault = Fault.error("encoding", shown).line(line).args(text.malformed());
    return (Encodings.isGb18030(file) ? fault.mend("gb18030") : fault).finding();
  }
}
