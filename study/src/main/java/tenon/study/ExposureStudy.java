package tenon.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.packages.DataPackage;
import tenon.packages.PackageReader;
import tenon.packages.ReadLimits;
import tenon.twin.Exposure;
import tenon.twin.ExposureResult;

/** Which sites of a chain hurt most when they fail: from a package to a result directory. */
public final class ExposureStudy {
  private static final String TABLE = ".csv";

  private ExposureStudy() {}

  /**
   * Reads and checks a package, takes out one site after another, and writes what was found.
   *
   * @param source directory of the package, or its descriptor
   * @param recipe how to go about it
   * @param out directory for the results, which is created or, if it holds an earlier result, replaced;
   *     a name that ends in {@code .csv} asks for the table of exposures alone
   * @param progress hears how far the work has come
   * @return the outcome with all warnings, or every fault of the package, the recipe and the place
   * @throws IOException if a file cannot be read or written; nothing is left half done
   */
  public static Loaded<ExposureOutcome> run(
      Path source, ExposureRecipe recipe, Path out, Progress progress) throws IOException {
    List<Finding> faults = placeFaults(source, out);
    if (!faults.isEmpty()) {
      return new Loaded.Rejected<>(faults);
    }
    return switch (PackageReader.read(source, ReadLimits.DEFAULT, progress)) {
      case Loaded.Rejected<DataPackage>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<DataPackage>(var data, var warnings) ->
          study(source, data, warnings, recipe, out, progress);
    };
  }

  private static List<Finding> placeFaults(Path source, Path out) throws IOException {
    if (!isTable(out)) {
      return ResultDirectory.faults(out, directoryOf(source), ExposureFiles.NAMES);
    }
    return Files.isDirectory(out)
        ? List.of(Refusal.of("out-is-directory", String.valueOf(out.getFileName()), null))
        : List.of();
  }

  /** The directory of a package that may have been named by its descriptor. */
  private static Path directoryOf(Path source) {
    Path parent = source.toAbsolutePath().getParent();
    return Files.isRegularFile(source) && parent != null ? parent : source;
  }

  private static Loaded<ExposureOutcome> study(
      Path source,
      DataPackage data,
      List<Finding> warnings,
      ExposureRecipe recipe,
      Path out,
      Progress progress)
      throws IOException {
    Chain chain = data.chain();
    Selection selection = Selection.of(chain, recipe);
    if (!selection.faults().isEmpty()) {
      return new Loaded.Rejected<>(selection.faults());
    }
    ExposureResult result = Exposure.assess(chain, recipe.spec(selection.siteIds()), progress);
    ExposureFacts facts =
        ExposureFacts.of(
            data.info(), chain, recipe, InputFile.ofPackage(source), warnings, result);
    return new Loaded.Ready<>(write(facts, out, progress), facts.findings());
  }

  private static ExposureOutcome write(ExposureFacts facts, Path out, Progress progress)
      throws IOException {
    ExposureFiles files = new ExposureFiles(facts);
    progress.report("write", 0, 1);
    List<String> written;
    if (isTable(out)) {
      ResultDirectory.writeFile(out, files.exposureTable());
      written = List.of(String.valueOf(out.getFileName()));
    } else {
      ResultDirectory.write(out, files::writeTo);
      written = new ArrayList<>(ExposureFiles.NAMES);
    }
    progress.report("write", 1, 1);
    return files.outcome(out, written);
  }

  private static boolean isTable(Path out) {
    return String.valueOf(out.getFileName()).endsWith(TABLE);
  }
}
