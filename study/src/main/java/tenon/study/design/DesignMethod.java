package tenon.study.design;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.packages.DataPackage;
import tenon.packages.PackageReader;
import tenon.packages.ScenarioReader;
import tenon.respond.Goals;
import tenon.respond.PlanSpec;
import tenon.respond.design.DesignSpec;
import tenon.respond.design.Frontier;
import tenon.respond.design.Hazard;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.method.Method;
import tenon.study.method.MethodOption;
import tenon.study.text.Refusal;

/** {@code tenon design PKG --levers FILE --scenarios S}. */
public final class DesignMethod {
  /** Name of the command. */
  public static final String NAME = "design";

  /** Loss and cost of a scenario count alike, so that little waiting is not saved at any price. */
  private static final String RECOURSE = "shortfall:1,cost:1";

  private DesignMethod() {}

  /** The method. */
  public static Method method() {
    return new Method(
        NAME,
        NAME,
        "PACKAGE",
        List.of(
            MethodOption.needed("levers"),
            new MethodOption("scenarios", MethodOption.texts("scenarios").domain(), "", true),
            new MethodOption(
                "lambdas", MethodOption.texts("").domain(), "0,0.1,0.25,0.5,0.75,1", false),
            MethodOption.number("alpha", 0, 0.9999, "0.95"),
            MethodOption.whole("years", 10, 1_000_000, "2000"),
            MethodOption.whole("fresh-years", 10, 10_000_000, "20000"),
            MethodOption.whole("batches", 2, 1000, "10"),
            MethodOption.whole("exact-levers", 0, 16, "8"),
            MethodOption.whole("longest-period-days", 1, 10_000, "30"),
            MethodOption.whole("most-periods", 1, 400, "10")),
        DesignMethod::answer);
  }

  private static Loaded<Answer> answer(Asked asked, Progress progress) throws IOException {
    return switch (PackageReader.read(asked.source())) {
      case Loaded.Rejected<DataPackage>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<DataPackage>(var data, var _) -> answer(asked, data, progress);
    };
  }

  private static Loaded<Answer> answer(Asked asked, DataPackage data, Progress progress)
      throws IOException {
    Chain chain = data.chain();
    List<Finding> findings = new ArrayList<>();
    Path leverFile = Path.of(asked.text("levers"));
    Loaded<LeverFile> levers = LeverFile.read(leverFile, chain);
    findings.addAll(levers.findings());
    List<Path> files = scenarioFiles(asked, findings);
    List<Scenario> scenarios = new ArrayList<>();
    for (Path file : files) {
      Loaded<Scenario> read = ScenarioReader.read(file, chain);
      findings.addAll(read.findings());
      if (read instanceof Loaded.Ready<Scenario>(var scenario, var _)) {
        scenarios.add(scenario);
      }
    }
    double[] lambdas = lambdas(asked, findings);
    if (!(levers instanceof Loaded.Ready<LeverFile>(var lever, var _)) || hasErrors(findings)) {
      return new Loaded.Rejected<>(findings);
    }
    List<Hazard> hazards = hazards(scenarios, lever.perYear(), leverFile, findings);
    if (hasErrors(findings)) {
      return new Loaded.Rejected<>(findings);
    }
    DesignSpec spec =
        new DesignSpec(
            lambdas,
            asked.number("alpha"),
            asked.whole("years", 2000),
            asked.whole("fresh-years", 20000),
            asked.whole("batches", 10),
            lever.noticeDays(),
            PlanSpec.standard()
                .withGoals(Goals.parse(RECOURSE).orElseThrow())
                .withPeriods(
                    asked.whole("longest-period-days", 30), asked.whole("most-periods", 10)),
            asked.whole("exact-levers", 8),
            asked.seed(),
            asked.threads());
    Frontier frontier = Frontier.of(chain, lever.levers(), hazards, spec, progress);
    List<Path> inputs = new ArrayList<>(PackageReader.files(asked.source()));
    inputs.add(leverFile);
    inputs.addAll(files);
    return new Loaded.Ready<>(
        new DesignAnswer(
                asked,
                chain.firms().keys(),
                data.info().currency(),
                lever.levers(),
                hazards,
                spec,
                frontier)
            .answer(inputs),
        findings);
  }

  private static boolean hasErrors(List<Finding> findings) {
    return findings.stream().anyMatch(Finding::isError);
  }

  /** Files, folders of files, and names in the package. */
  private static List<Path> scenarioFiles(Asked asked, List<Finding> findings) throws IOException {
    List<Path> files = new ArrayList<>();
    Path source = asked.source();
    Path parent = source.toAbsolutePath().getParent();
    Path own = (Files.isDirectory(source) || parent == null ? source : parent).resolve("scenarios");
    for (String name : asked.texts("scenarios")) {
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
      if (found.isEmpty()) {
        findings.add(Refusal.of("no-scenario-file", "--scenarios", name));
      }
      files.addAll(found);
    }
    return files.stream().distinct().toList();
  }

  private static double[] lambdas(Asked asked, List<Finding> findings) {
    List<String> texts = asked.texts("lambdas");
    double[] lambdas = new double[texts.size()];
    for (int i = 0; i < lambdas.length; i++) {
      try {
        lambdas[i] = Double.parseDouble(texts.get(i));
      } catch (NumberFormatException noNumber) {
        lambdas[i] = Double.NaN;
      }
      if (!(lambdas[i] >= 0 && lambdas[i] <= 1)) {
        findings.add(Refusal.of("lambda-range", "--lambdas", texts.get(i)));
      }
    }
    return lambdas;
  }

  private static List<Hazard> hazards(
      List<Scenario> scenarios, Map<String, Double> perYear, Path file, List<Finding> findings) {
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
        findings.add(Refusal.of("scenario-name-twice", "--scenarios", scenario.name()));
      } else if (given == null && !perYear.isEmpty()) {
        findings.add(Refusal.of("frequency-missing", place, scenario.name()));
      } else {
        hazards.add(new Hazard(scenario, given == null ? 1.0 / scenarios.size() : given));
      }
    }
    if (perYear.isEmpty() && !scenarios.isEmpty()) {
      String each = Integer.toString(scenarios.size());
      findings.add(Refusal.warning("frequency-assumed", place, null, each));
    }
    return hazards;
  }
}
