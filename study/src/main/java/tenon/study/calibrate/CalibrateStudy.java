package tenon.study.calibrate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.packages.DataPackage;
import tenon.packages.PackageReader;
import tenon.packages.PackageWriter;
import tenon.packages.ReadLimits;
import tenon.study.answer.Answer;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;

/** {@code tenon calibrate PACKAGE --history FILES}: laws fitted to what happened, and scored. */
public final class CalibrateStudy {
  private CalibrateStudy() {}

  /**
   * What is asked.
   *
   * @param path the package
   * @param history files of what happened, or directories of them; empty for the demand series of
   *     the package
   * @param target where the package with the fitted laws is written, or null
   * @param heldBack share of the days that are held back, from 0, at most 0.9
   */
  public record Question(Path path, List<Path> history, @Nullable Path target, double heldBack) {
    public Question {
      history = List.copyOf(history);
    }
  }

  /**
   * The answer, or every fault of the inputs; then no package is written.
   *
   * @throws IOException if the package cannot be written
   */
  public static Loaded<Answer> run(Question question, Locale locale, Progress progress)
      throws IOException {
    if (question.target() != null) {
      PackageWriter.check(question.target());
    }
    List<Finding> findings = new ArrayList<>();
    if (!(question.heldBack() >= 0 && question.heldBack() <= 0.9)) {
      findings.add(
          Refusal.of("held-back-range", "--hold-back", Numbers.shown(question.heldBack())));
    }
    List<Path> files = new ArrayList<>();
    for (Path path : question.history()) {
      files.addAll(files(path, findings));
    }
    return switch (PackageReader.read(question.path(), ReadLimits.DEFAULT, progress)) {
      case Loaded.Rejected<DataPackage>(var errors) -> {
        findings.addAll(errors);
        yield new Loaded.Rejected<>(findings);
      }
      case Loaded.Ready<DataPackage>(var data, var warnings) -> {
        findings.addAll(warnings);
        yield findings.stream().anyMatch(Finding::isError)
            ? new Loaded.Rejected<>(findings)
            : run(question, data, files, findings, locale, progress);
      }
    };
  }

  private static Loaded<Answer> run(
      Question question,
      DataPackage data,
      List<Path> files,
      List<Finding> findings,
      Locale locale,
      Progress progress)
      throws IOException {
    return switch (History.read(files, data.chain())) {
      case Loaded.Rejected<History>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<History>(var history, var warnings) -> {
        findings.addAll(warnings);
        Calibration calibration =
            Calibration.of(history, data.chain(), question.heldBack(), progress);
        if (calibration.fitted.isEmpty() && calibration.yields.isEmpty()) {
          yield new Loaded.Rejected<>(
              List.of(
                  Refusal.of(
                      "history-short",
                      String.valueOf(question.path().getFileName()),
                      null,
                      Integer.toString(Calibration.LEAST))));
        }
        Path target = question.target();
        if (target != null) {
          PackageWriter.write(Calibrated.of(data, calibration), target);
        }
        findings.addAll(doubts(question, calibration));
        List<Path> inputs = new ArrayList<>(PackageReader.files(question.path()));
        inputs.addAll(files);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("hold_back", Numbers.exactCell(question.heldBack()));
        CalibrateReport report =
            new CalibrateReport(data.chain(), data.info(), calibration, locale);
        yield new Loaded.Ready<>(
            new Answer(
                "calibrate",
                report.lines(),
                report.json(),
                new CalibrateTables(data.chain(), calibration).all(),
                report.document(),
                inputs,
                settings,
                true),
            findings);
      }
    };
  }

  private static List<Finding> doubts(Question question, Calibration calibration) {
    String place = String.valueOf(question.path().getFileName());
    List<Finding> doubts = new ArrayList<>();
    if (calibration.tooFew > 0) {
      doubts.add(
          Refusal.warning(
              "history-few",
              place,
              null,
              Integer.toString(calibration.tooFew),
              Integer.toString(Calibration.LEAST)));
    }
    if (calibration.dependent > 0) {
      doubts.add(
          Refusal.warning(
              "history-dependent", place, null, Integer.toString(calibration.dependent)));
    }
    return doubts;
  }

  /** The files of a directory that can hold a table, by name; or the file itself. */
  private static List<Path> files(Path path, List<Finding> findings) {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> inside = Files.list(path)) {
      List<Path> tables =
          inside
              .filter(file -> file.toString().matches("(?i).*\\.(csv|parquet|json)"))
              .sorted()
              .toList();
      if (tables.isEmpty()) {
        findings.add(Refusal.of("history-nothing", path.toString(), null));
      }
      return tables;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
