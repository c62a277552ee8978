package tenon.packages.inputoutput;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.model.Findings;
import tenon.model.IndustryTable;
import tenon.model.Loaded;
import tenon.model.Severity;

/** Reads an input-output table in a layout. */
public final class IndustryTableReader {
  private IndustryTableReader() {}

  /**
   * The table.
   *
   * @param layout how it is laid out
   * @param files its files, in the order that the layout names them
   * @param year the year wanted where the file holds several; null for the last
   * @param unbalanced whether a table that does not balance is read with a warning
   * @return the table with warnings, or every fault of it
   */
  public static Loaded<IndustryTable> read(
      TableLayout layout, List<Path> files, @Nullable String year, boolean unbalanced) {
    Findings findings = new Findings();
    if (!layout.takes(files.size())) {
      findings.add(
          Grid.finding(
              Severity.ERROR,
              "io-files",
              files.isEmpty() ? "" : Grid.shown(files.getFirst()),
              0,
              null,
              null,
              layout.title(),
              layout.files(),
              Integer.toString(files.size())));
      return new Loaded.Rejected<>(findings.list());
    }
    IndustryTable table = table(layout, files, year, findings);
    if (table != null && !findings.hasErrors()) {
      boolean official = layout != TableLayout.FLOWS && layout != TableLayout.JSON;
      TableCheck.run(table, Grid.shown(files.getFirst()), official, unbalanced, findings);
    }
    return table == null || findings.hasErrors()
        ? new Loaded.Rejected<>(findings.list())
        : new Loaded.Ready<>(table, findings.list());
  }

  private static @Nullable IndustryTable table(
      TableLayout layout, List<Path> files, @Nullable String year, Findings findings) {
    Path first = files.getFirst();
    return switch (layout) {
      case FLOWS -> FlowsLayout.read(files, findings);
      case JSON -> JsonLayout.read(first, findings);
      case LONG -> LongLayout.read(first, year, findings);
      case NBS -> NbsLayout.read(first, findings);
      case OECD -> OecdLayout.read(first, findings);
      case BEA -> BeaLayout.read(first, files.getLast(), findings);
      case WIOD -> WiodLayout.read(first, findings);
      case EUROSTAT -> EurostatLayout.read(first, findings);
      case PYMRIO -> PymrioLayout.read(first, findings);
    };
  }
}
