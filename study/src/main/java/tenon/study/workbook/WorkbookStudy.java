package tenon.study.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.packages.PackageWriter;
import tenon.packages.Scratch;
import tenon.study.ImportStudy;
import tenon.study.page.Table;
import tenon.study.text.Refusal;

/**
 * What became of filled workbooks.
 *
 * @param loaded the import, or every fault
 * @param files files written beside the package, such as the marked copy
 */
public record WorkbookStudy(Loaded<ImportStudy> loaded, List<Path> files) {
  public WorkbookStudy {
    files = List.copyOf(files);
  }

  /** Writes the empty workbook, or the form of one firm. */
  public static void template(boolean form, Path out, Locale locale) throws IOException {
    write(out, WorkbookTemplate.bytes(form, locale));
  }

  /**
   * Imports a workbook and writes it as a package; where anything was found, a copy of the workbook
   * with the findings at their cells stands beside it.
   *
   * @param marked where that copy goes; null for {@code OUT-marked.xlsx} beside the package
   * @throws IOException if a file cannot be written
   */
  public static WorkbookStudy excel(
      Path file, Path out, @Nullable Path marked, Locale locale, Progress progress)
      throws IOException {
    Path copy = marked == null ? beside(out, "-marked.xlsx") : marked;
    if (Files.exists(copy) && Files.exists(file) && Files.isSameFile(copy, file)) {
      return new WorkbookStudy(
          new Loaded.Rejected<>(List.of(Refusal.of("marked-is-source", copy.toString(), null))),
          List.of());
    }
    PackageWriter.check(out);
    WorkbookImport.Outcome outcome = WorkbookImport.read(file, locale, progress);
    Loaded<ImportStudy> written = ImportStudy.written(outcome.loaded(), out, locale);
    byte[] bytes = outcome.marked();
    if (bytes == null) {
      return new WorkbookStudy(written, List.of());
    }
    write(copy, bytes);
    return new WorkbookStudy(written, List.of(copy));
  }

  /**
   * Joins the forms of a directory into one package; beside it stand {@code OUT-conflicts.csv},
   * what two senders told differently, and {@code OUT-senders.csv}, who told which row. Forms in
   * which anything was found are copied with the findings at their cells.
   *
   * @param marked directory of those copies; null for {@code OUT-marked} beside the package
   * @throws IOException if a file cannot be written
   */
  public static WorkbookStudy forms(
      Path directory, Path out, @Nullable Path marked, Locale locale, Progress progress)
      throws IOException {
    Path copies = marked == null ? beside(out, "-marked") : marked;
    Path source = directory.toAbsolutePath().normalize();
    for (Path place : List.of(copies, out)) {
      if (place.toAbsolutePath().normalize().startsWith(source)) {
        return new WorkbookStudy(
            new Loaded.Rejected<>(List.of(Refusal.of("forms-inside", place.toString(), null))),
            List.of());
      }
    }
    PackageWriter.check(out);
    FormImport.Outcome outcome = FormImport.read(directory, progress);
    Loaded<ImportStudy> written = ImportStudy.written(outcome.loaded(), out, locale);
    List<Path> files = new ArrayList<>();
    for (Table table : outcome.tables()) {
      Path file = beside(out, "-" + table.file());
      write(file, table.csv().getBytes(UTF_8));
      files.add(file);
    }
    for (Form form : outcome.forms()) {
      byte[] copy = FormImport.marked(form, locale);
      if (copy != null) {
        Path file = copies.resolve(form.file());
        write(file, copy);
        files.add(file);
      }
    }
    return new WorkbookStudy(written, files);
  }

  /** A file beside the package, named after it. */
  static Path beside(Path out, String ending) {
    Path place = out.toAbsolutePath().normalize();
    return place.resolveSibling(place.getFileName() + ending);
  }

  static void write(Path out, byte[] bytes) throws IOException {
    Path place = out.toAbsolutePath().normalize();
    Path fresh = Scratch.file(place);
    try {
      Files.write(fresh, bytes);
      // A file made for its owner alone would stay so.
      fresh.toFile().setReadable(true, false);
      Files.move(fresh, place, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
