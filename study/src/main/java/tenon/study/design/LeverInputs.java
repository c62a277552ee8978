package tenon.study.design;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Scenario;
import tenon.packages.DataPackage;
import tenon.packages.PackageReader;
import tenon.packages.ScenarioLibrary;
import tenon.packages.ScenarioReader;
import tenon.respond.design.Hazard;
import tenon.respond.design.Lever;
import tenon.study.text.InferredMark;
import tenon.study.text.Refusal;

/**
 * A package with levers and the scenarios that they are held against.
 *
 * @param levers in the order of their file
 * @param hazards scenarios with their frequency
 * @param noticeDays days from the first hit to the decision
 * @param horizonYears years that choices are judged over
 * @param files every file that was read
 * @param moved frequencies that cases moved
 */
public record LeverInputs(
    DataPackage data,
    List<Lever> levers,
    List<Hazard> hazards,
    int noticeDays,
    double horizonYears,
    List<Path> files,
    List<Frequencies.Moved> moved) {

  /**
   * Reads all of it.
   *
   * @param source the package
   * @param scenarios files, folders of files, names in the package, and ready scenarios
   * @param place what names the scenarios, for findings
   */
  public static Loaded<LeverInputs> read(
      Path source, Path leverFile, List<String> scenarios, String place) throws IOException {
    return read(source, leverFile, scenarios, place, null);
  }

  /**
   * The same with frequencies moved by cases.
   *
   * @param observed the cases, or null where there are none
   */
  static Loaded<LeverInputs> read(
      Path source,
      Path leverFile,
      List<String> scenarios,
      String place,
      Frequencies.@Nullable Observed observed)
      throws IOException {
    return switch (PackageReader.read(source)) {
      case Loaded.Rejected<DataPackage>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<DataPackage>(var data, var warnings) ->
          read(data, source, leverFile, scenarios, place, observed, InferredMark.among(warnings));
    };
  }

  private static Loaded<LeverInputs> read(
      DataPackage data,
      Path source,
      Path leverFile,
      List<String> names,
      String place,
      Frequencies.@Nullable Observed observed,
      List<Finding> told)
      throws IOException {
    Chain chain = data.chain();
    Loaded<LeverFile> levers = LeverFile.read(leverFile, chain);
    List<Finding> findings = new ArrayList<>(told);
    findings.addAll(levers.findings());
    List<Path> files = scenarioFiles(source, names, place, findings);
    List<Scenario> scenarios = new ArrayList<>();
    List<Loaded<Scenario>> all = new ArrayList<>();
    files.forEach(file -> all.add(ScenarioReader.read(file, chain)));
    names.stream()
        .distinct()
        .filter(name -> ScenarioReader.isReady(source, name))
        .forEach(name -> all.add(ScenarioReader.readLibrary(name, chain, Double.NaN)));
    for (Loaded<Scenario> read : all) {
      findings.addAll(read.findings());
      if (read instanceof Loaded.Ready<Scenario>(var scenario, var _)) {
        scenarios.add(scenario);
      }
    }
    if (!(levers instanceof Loaded.Ready<LeverFile>(var lever, var _)) || hasErrors(findings)) {
      return new Loaded.Rejected<>(findings);
    }
    List<Hazard> hazards =
        hazards(scenarios, lever.frequencies().perYear(observed), leverFile, place, findings);
    if (hasErrors(findings)) {
      return new Loaded.Rejected<>(findings);
    }
    List<Path> read = new ArrayList<>(PackageReader.files(source));
    read.add(leverFile);
    read.addAll(files);
    return new Loaded.Ready<>(
        new LeverInputs(
            data,
            lever.levers(),
            hazards,
            lever.noticeDays(),
            lever.horizonYears(),
            List.copyOf(read),
            lever.frequencies().moved(observed)),
        findings);
  }

  private static boolean hasErrors(List<Finding> findings) {
    return findings.stream().anyMatch(Finding::isError);
  }

  /** Files, folders of files, and names in the package. */
  private static List<Path> scenarioFiles(
      Path source, List<String> names, String place, List<Finding> findings) throws IOException {
    List<Path> files = new ArrayList<>();
    Path parent = source.toAbsolutePath().getParent();
    Path own = (Files.isDirectory(source) || parent == null ? source : parent).resolve("scenarios");
    for (String name : names) {
      Path given = Path.of(name);
      List<Path> found = new ArrayList<>();
      if (Files.isDirectory(given)) {
        try (Stream<Path> entries = Files.list(given)) {
          entries
              .filter(file -> file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
              .sorted()
              .forEach(found::add);
        }
      } else {
        Stream.of(given, own.resolve(name), own.resolve(name + ".yaml"))
            .filter(Files::isRegularFile)
            .findFirst()
            .ifPresent(found::add);
      }
      if (found.isEmpty() && !ScenarioLibrary.NAMES.contains(name)) {
        String ready = String.join(", ", ScenarioLibrary.NAMES);
        findings.add(Refusal.of("no-scenario-file", place, name, ready));
      }
      files.addAll(found);
    }
    return files.stream().distinct().toList();
  }

  private static List<Hazard> hazards(
      List<Scenario> scenarios,
      Map<String, Double> perYear,
      Path file,
      String where,
      List<Finding> findings) {
    String place = String.valueOf(file.getFileName());
    List<String> names = scenarios.stream().map(Scenario::name).toList();
    for (String name : perYear.keySet().stream().sorted().toList()) {
      if (!names.contains(name)) {
        findings.add(Refusal.warning("frequency-unused", place, name, String.join(", ", names)));
      }
    }
    List<Hazard> hazards = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      Double given = perYear.get(scenario.name());
      if (names.indexOf(scenario.name()) != names.lastIndexOf(scenario.name())) {
        findings.add(Refusal.of("scenario-name-twice", where, scenario.name()));
      } else if (given == null && !perYear.isEmpty()) {
        findings.add(Refusal.of("frequency-missing", place, scenario.name()));
      } else {
        hazards.add(new Hazard(scenario, given == null ? 1.0 / scenarios.size() : given));
      }
    }
    if (!hazards.isEmpty() && hazards.stream().allMatch(hazard -> hazard.perYear() == 0)) {
      findings.add(Refusal.of("frequency-none", place, "0"));
    }
    if (perYear.isEmpty() && !scenarios.isEmpty()) {
      String each = Integer.toString(scenarios.size());
      findings.add(Refusal.warning("frequency-assumed", place, null, each));
    }
    return hazards;
  }
}
