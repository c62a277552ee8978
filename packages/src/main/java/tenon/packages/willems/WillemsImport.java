package tenon.packages.willems;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.model.Message;
import tenon.model.Progress;
import tenon.packages.Bilingual;
import tenon.packages.DataPackage;
import tenon.packages.PackageInfo;

/** Makes a package of a multi-echelon chain; the rules stand in the documentation above. */
public final class WillemsImport {
  private WillemsImport() {}

  /**
   * Reads a chain.
   *
   * @param stages table of the stages, as CSV
   * @param arcs table of the arcs, as CSV
   * @param progress hears of the rows read, as the work {@code import}
   * @return the package with warnings, or every fault of the two files
   */
  public static Loaded<DataPackage> read(Path stages, Path arcs, Progress progress) {
    Findings findings = new Findings();
    StageSheet stageSheet = StageSheet.read(stages, findings);
    ArcSheet arcSheet = ArcSheet.read(arcs, stageSheet, findings);
    long rows = stageSheet.sheet().rows().size() + (long) arcSheet.rows();
    progress.report("import", rows, rows);
    if (findings.hasErrors()) {
      return new Loaded.Rejected<>(findings.list());
    }
    Network network = new Network(stageSheet.stages(), arcSheet.arcs());
    warnOfEnds(network, stageSheet.sheet());
    DataPackage made =
        new DataPackage(
            info(stageSheet.sheet().file(), arcSheet.file(), Assumptions.of(network)),
            new ChainTables(network).all());
    return new Loaded.Ready<>(made, findings.list());
  }

  private static void warnOfEnds(Network network, Sheet sheet) {
    for (int i = 0; i < network.stages().size(); i++) {
      Stage stage = network.stages().get(i);
      if (!network.hasCustomers(i) && !stage.demanded()) {
        sheet.warning("willems-no-demand", stage.row(), StageSheet.NAME, stage.name());
      }
    }
  }

  private static PackageInfo info(String stages, String arcs, List<Message> assumptions) {
    List<String> sentences = assumptions.stream().map(Bilingual::of).toList();
    String description =
        Message.of(Sheet.BUNDLE, "about", stages, arcs).in(Locale.ENGLISH)
            + "\n\nAssumptions:\n- "
            + String.join("\n- ", assumptions.stream().map(m -> m.in(Locale.ENGLISH)).toList());
    String chain = chain(stages);
    return new PackageInfo(
        "willems" + (chain.isEmpty() ? "" : "-" + chain),
        "Multi-echelon chain" + (chain.isEmpty() ? "" : " " + chain),
        description,
        null,
        null,
        false,
        null,
        sentences);
  }

  /** What tells the file of the chain from others: {@code 01} for {@code 01_stages.csv}. */
  private static String chain(String file) {
    return file.toLowerCase(Locale.ROOT)
        .replaceFirst("\\.[a-z]+$", "")
        .replaceFirst("[-_. ]*stages$", "")
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-+|-+$", "");
  }
}
