package tenon.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.IndustryTable;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.packages.DataPackage;
import tenon.packages.PackageWriter;
import tenon.packages.Scratch;
import tenon.packages.inputoutput.IndustryTableReader;
import tenon.packages.inputoutput.TableImport;
import tenon.packages.inputoutput.TableLayout;
import tenon.packages.mapping.MappedImport;
import tenon.packages.mapping.MappingProposal;
import tenon.packages.network.BrunelImport;
import tenon.packages.network.SupplyGraphImport;
import tenon.packages.network.TradeNetworkImport;
import tenon.packages.place.PlaceLookup;
import tenon.packages.scms.ScmsImport;
import tenon.packages.trade.TradeImport;
import tenon.packages.willems.WillemsImport;
import tenon.study.page.FindingsJson;
import tenon.study.page.Json;
import tenon.study.text.Labels;
import tenon.study.text.Refusal;
import tenon.study.text.Words;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an import came to.
 *
 * @param assumptions what was assumed, one sentence each, in the language of the reader where the
 *     package has it
 * @param rows number of rows by table
 * @param json the same, with the findings, for other programs
 */
public record ImportStudy(List<String> assumptions, Map<String, Integer> rows, String json) {

  /**
   * Imports deliveries of the USAID Supply Chain Management System and writes them as a package.
   *
   * @param file the deliveries as CSV
   * @param until last scheduled day to be read, or null for all
   * @param out directory of the package
   * @param locale language of the texts in the JSON
   * @param progress hears how far the work has come
   * @return the import with its warnings, or every fault of the file; then nothing is written
   * @throws IOException if the package cannot be written
   */
  public static Loaded<ImportStudy> scms(
      Path file, @Nullable LocalDate until, Path out, Locale locale, Progress progress)
      throws IOException {
    return write(() -> ScmsImport.read(file, until, progress), out, locale);
  }

  /**
   * Imports a multi-echelon chain in the layout of Willems (2008) and writes it as a package.
   *
   * @param stages the stages as CSV
   * @param arcs the arcs between them as CSV
   * @param out directory of the package
   * @param locale language of the texts in the JSON
   * @param progress hears how far the work has come
   * @return the import with its warnings, or every fault of the files; then nothing is written
   * @throws IOException if the package cannot be written
   */
  public static Loaded<ImportStudy> willems(
      Path stages, Path arcs, Path out, Locale locale, Progress progress) throws IOException {
    return write(() -> WillemsImport.read(stages, arcs, progress), out, locale);
  }

  /**
   * Imports what one country buys from others, by product, and writes it as a package.
   *
   * @param file bilateral trade as CSV, in the layout of BACI or of the Chinese customs
   * @param country the importing country
   * @param year year, or 0 for the last one of the file
   * @param products products wanted, six digits; empty for all
   * @throws IOException if the package cannot be written
   */
  public static Loaded<ImportStudy> trade(
      Path file,
      String country,
      int year,
      Set<String> products,
      Path out,
      Locale locale,
      Progress progress)
      throws IOException {
    return write(() -> TradeImport.read(file, country, year, products, progress), out, locale);
  }

  /**
   * Imports tables of any layout as a mapping describes; the mapping is kept beside the package.
   */
  public static Loaded<ImportStudy> mapped(Path mapping, Path out, Locale locale, Progress progress)
      throws IOException {
    Loaded<ImportStudy> written = write(() -> MappedImport.read(mapping, progress), out, locale);
    if (written instanceof Loaded.Ready<ImportStudy>) {
      Path place = out.toAbsolutePath().normalize();
      Path kept = place.resolveSibling(place.getFileName() + "-mapping.yaml");
      if (!Files.exists(kept) || !Files.isSameFile(kept, mapping)) {
        Files.copy(mapping, kept, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return written;
  }

  /**
   * Proposes a mapping for exports and writes it; a file that is there, perhaps mended by hand, is
   * never written over.
   *
   * @param place the export, or the directory of the exports
   * @param out the mapping to write
   * @param locale language of its comments
   * @throws IOException if the mapping cannot be written
   */
  public static Loaded<MappingProposal> proposed(Path place, Path out, Locale locale)
      throws IOException {
    if (Files.exists(out)) {
      return new Loaded.Rejected<>(List.of(Refusal.of("propose-exists", out.toString(), null)));
    }
    Scratch.check(out);
    Loaded<MappingProposal> loaded = MappingProposal.of(place, locale);
    if (loaded instanceof Loaded.Ready<MappingProposal>(var proposal, var warnings)) {
      Path file = out.toAbsolutePath().normalize();
      Path fresh = Scratch.file(file);
      try {
        Files.writeString(fresh, proposal.yaml(Objects.requireNonNull(fresh.getParent())));
        fresh.toFile().setReadable(true, false);
        Files.move(fresh, file);
      } finally {
        Files.deleteIfExists(fresh);
      }
    }
    return loaded;
  }

  /** Imports the logistics of a microchip maker from the directory of its tables. */
  public static Loaded<ImportStudy> brunel(
      Path directory, boolean reservations, Path out, Locale locale, Progress progress)
      throws IOException {
    return write(() -> BrunelImport.read(directory, reservations, progress), out, locale);
  }

  /** Imports SupplyGraph from its directory. */
  public static Loaded<ImportStudy> supplygraph(
      Path directory, Path out, Locale locale, Progress progress) throws IOException {
    return write(() -> SupplyGraphImport.read(directory, progress), out, locale);
  }

  /** Imports trade between countries from its nodes and edges. */
  public static Loaded<ImportStudy> tradenetwork(
      Path nodes, Path edges, Path out, Locale locale, Progress progress) throws IOException {
    return write(() -> TradeNetworkImport.read(nodes, edges, progress), out, locale);
  }

  /** Fills places of a package from reference tables and writes it as a new package. */
  public static Loaded<ImportStudy> places(
      Path source, List<Path> references, Path out, Locale locale, Progress progress)
      throws IOException {
    return write(() -> PlaceLookup.read(source, references, progress), out, locale);
  }

  /**
   * Imports an input-output table and writes it as a package.
   *
   * @param layout how the files are laid out
   * @param files the files, in the order that the layout names them
   * @param year year of the table
   * @param unbalanced whether a table that does not balance is imported with a warning
   * @param out directory of the package
   * @param locale language of the texts in the JSON
   * @return the import with its warnings, or every fault of the files; then nothing is written
   * @throws IOException if the package cannot be written
   */
  public static Loaded<ImportStudy> table(
      TableLayout layout,
      List<Path> files,
      String year,
      boolean unbalanced,
      Path out,
      Locale locale)
      throws IOException {
    PackageWriter.check(out);
    return switch (IndustryTableReader.read(layout, files, null, unbalanced)) {
      case Loaded.Rejected<IndustryTable>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<IndustryTable>(var table, var warnings) ->
          written(
              new Loaded.Ready<>(
                  TableImport.of(
                      table, layout, String.valueOf(files.getFirst().getFileName()), year),
                  warnings),
              out,
              locale);
    };
  }

  /** Reads a source. */
  @FunctionalInterface
  private interface Source {
    Loaded<DataPackage> read() throws IOException;
  }

  /** Sees that the package can be written before it reads the source. */
  private static Loaded<ImportStudy> write(Source source, Path out, Locale locale)
      throws IOException {
    PackageWriter.check(out);
    return written(source.read(), out, locale);
  }

  /** Writes what an import has read. */
  public static Loaded<ImportStudy> written(Loaded<DataPackage> loaded, Path out, Locale locale)
      throws IOException {
    return switch (loaded) {
      case Loaded.Rejected<DataPackage>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<DataPackage>(var data, var warnings) -> {
        PackageWriter.write(data, out);
        yield new Loaded.Ready<>(of(data, warnings, locale), warnings);
      }
    };
  }

  private static ImportStudy of(DataPackage data, List<Finding> warnings, Locale locale) {
    Map<String, Integer> rows = RowCounts.of(data);
    boolean chinese = new Words(locale).chinese();
    List<String> assumptions =
        data.info().assumptions().stream()
            .map(text -> Labels.inOneLanguage(text, chinese))
            .toList();
    ObjectNode root = Json.object();
    root.put("package", data.info().name());
    root.set("assumptions", Json.array(assumptions));
    root.set("rows", RowCounts.json(rows));
    root.set("findings", FindingsJson.of(warnings, locale));
    return new ImportStudy(assumptions, rows, Json.pretty(root));
  }
}
