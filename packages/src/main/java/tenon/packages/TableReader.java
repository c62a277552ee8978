package tenon.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Findings;
import tenon.model.Resource;

/** Reads the file of one resource. */
final class TableReader {
  private final Descriptor.Entry entry;
  private final Resource resource;
  private final String shown;
  private final Path file;
  private final ReadLimits limits;
  private final Findings findings;

  TableReader(Descriptor.Entry entry, ReadLimits limits, Findings findings) {
    this.entry = entry;
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
      return switch (entry.format()) {
        case CSV -> csv(advance);
        case PARQUET -> parquet(advance);
      };
    } catch (IOException e) {
      findings.add(Fault.error("unreadable-file", shown).finding());
    } catch (OutOfMemoryError e) {
      // Only the growing columns are that large, and nobody holds them any more.
      long megabytes = Runtime.getRuntime().maxMemory() >> 20;
      findings.add(Fault.error("memory", shown).args(megabytes).finding());
    }
    return Table.unreadable(resource, shown);
  }

  /** DuckDB is loaded here for the first time, and only here: it takes its time and memory. */
  private Table parquet(LongConsumer advance) throws IOException {
    try {
      return new ParquetReader(entry, limits, findings).read(advance);
    } catch (LinkageError e) {
      // Its machine code is missing, or not for this machine.
      findings.add(ParquetFault.noReader(e, shown).finding());
      return Table.unreadable(resource, shown);
    }
  }

  private Table csv(LongConsumer advance) throws IOException {
    String encoding = Encodings.mark(file);
    if (encoding != null) {
      findings.add(Fault.error("utf-16", shown).args(encoding).finding());
      return Table.unreadable(resource, shown);
    }
    return scan(advance);
  }

  private Table scan(LongConsumer advance) throws IOException {
    double size = Files.size(file);
    Findings content = new Findings();
    try (Utf8Reader text = new Utf8Reader(Files.newInputStream(file), advance)) {
      RowReader rows =
          new RowReader(resource, shown, limits, () -> text.position() / size, content);
      CsvScanner scanner = new CsvScanner(text, limits.maxFieldChars(), rows);
      CsvScanner.End end = scanner.scan();
      if (text.firstMalformed() >= 0) {
        // What other bytes decode to says nothing about the cells.
        findings.add(Encodings.malformed(file, shown, text));
        return rows.table(false);
      }
      findings.addAll(content);
      Finding fault = fault(end, scanner.line(), rows);
      if (fault != null) {
        findings.add(fault);
      }
      return rows.table(fault == null && !rows.stopped());
    }
  }

  private @Nullable Finding fault(CsvScanner.End end, long line, RowReader rows) {
    return switch (end) {
      case OPEN_QUOTE -> Fault.error("open-quote", shown).line(line).finding();
      case ENDLESS_CELL ->
          Fault.error("endless-cell", shown).line(line).args(limits.maxFieldChars()).finding();
      case DONE ->
          rows.headed()
              ? null
              : Fault.error("no-header", shown).args(HeaderReader.shortest(resource)).finding();
    };
  }
}
