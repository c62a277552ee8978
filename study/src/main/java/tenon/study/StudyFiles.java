package tenon.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.study.exposure.ExposurePart;
import tenon.study.index.IndexPart;
import tenon.study.page.FindingsJson;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.part.Part;
import tenon.study.part.Rehearsed;
import tenon.study.part.Subject;
import tenon.study.plan.PlanPart;
import tenon.study.recipe.Recipe;
import tenon.study.recipe.Setting;
import tenon.study.recipe.Stage;
import tenon.study.rehearsal.RehearsalPart;
import tenon.study.rehearsal.TraceFile;
import tenon.study.rehearsal.TrajectoriesFile;
import tools.jackson.databind.node.ObjectNode;

/** The files of a study: the tables of its parts, one result, one page, one manifest. */
final class StudyFiles {
  private static final String RESULT = "result.json";
  private static final String REPORT = "report.html";

  private final Subject subject;
  private final List<Part> parts;
  private final List<InputFile> inputs;
  private final List<Finding> findings;
  private final @Nullable Earlier earlier;
  private final Progress progress;
  private final String resultJson;

  StudyFiles(
      Subject subject,
      List<Part> parts,
      List<InputFile> inputs,
      List<Finding> findings,
      @Nullable Earlier earlier,
      Progress progress) {
    this.subject = subject;
    this.parts = List.copyOf(parts);
    this.inputs = inputs;
    this.findings = findings;
    this.earlier = earlier;
    this.progress = progress;
    resultJson = Json.pretty(result());
  }

  /** Every file that a recipe may leave in a result directory. */
  static List<String> possible(Recipe recipe) {
    List<String> names = new ArrayList<>();
    List<Stage> stages = recipe.stages().isEmpty() ? List.of(Stage.values()) : recipe.stages();
    stages.forEach(stage -> names.addAll(tables(stage)));
    names.addAll(List.of(ScenarioChoice.COPY, RESULT, REPORT, Manifest.FILE));
    return List.copyOf(names);
  }

  private static List<String> tables(Stage stage) {
    return switch (stage) {
      case ASSESS -> IndexPart.FILES;
      case EXPOSURE -> ExposurePart.FILES;
      case SIMULATE -> RehearsalPart.FILES;
      case PLAN -> PlanPart.FILES;
    };
  }

  Subject subject() {
    return subject;
  }

  List<Part> parts() {
    return parts;
  }

  List<Finding> findings() {
    return findings;
  }

  /** The table that is meant where only one is asked for, as a file. */
  String firstTable() {
    return parts.getFirst().tables().getFirst().csv();
  }

  /** Names of the files, in the order of writing. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    parts.forEach(part -> part.tables().forEach(table -> names.add(table.file())));
    if (told(Setting.SIMULATE_TRACE) != null) {
      names.add(TraceFile.NAME);
    }
    if (told(Setting.SIMULATE_TRAJECTORIES) != null) {
      names.add(TrajectoriesFile.NAME);
    }
    if (scenarioText() != null) {
      names.add(ScenarioChoice.COPY);
    }
    names.addAll(List.of(RESULT, REPORT, Manifest.FILE));
    return List.copyOf(names);
  }

  void writeTo(Path directory) throws IOException {
    for (Part part : parts) {
      for (Table table : part.tables()) {
        Files.writeString(directory.resolve(table.file()), table.csv());
      }
    }
    Scenario traced = told(Setting.SIMULATE_TRACE);
    if (traced != null) {
      TraceFile.write(subject, traced, directory.resolve(TraceFile.NAME));
    }
    Scenario followed = told(Setting.SIMULATE_TRAJECTORIES);
    if (followed != null) {
      Path file = directory.resolve(TrajectoriesFile.NAME);
      TrajectoriesFile.write(subject, followed, replications(), file, progress);
    }
    String scenario = scenarioText();
    if (scenario != null) {
      Files.writeString(directory.resolve(ScenarioChoice.COPY), scenario);
    }
    Files.writeString(directory.resolve(RESULT), resultJson);
    Files.writeString(
        directory.resolve(REPORT), new Report(subject, parts, inputs, findings, earlier).html());
    List<String> results = names().subList(0, names().size() - 1);
    Files.writeString(
        directory.resolve(Manifest.FILE),
        Manifest.of(subject, inputs, InputFile.of(directory, results)));
  }

  /** The replications of the rehearsal, of which there is one. */
  private int replications() {
    return parts.stream()
        .filter(RehearsalPart.class::isInstance)
        .map(RehearsalPart.class::cast)
        .mapToInt(RehearsalPart::replications)
        .findFirst()
        .orElseThrow();
  }

  /** The scenario that is told day by day in a file, or null where that file is not asked for. */
  private @Nullable Scenario told(Setting file) {
    Rehearsed rehearsed = subject.rehearsed();
    boolean asked = subject.recipe().does(Stage.SIMULATE) && !subject.recipe().text(file).isEmpty();
    return rehearsed == null || !asked ? null : rehearsed.scenario();
  }

  private @Nullable String scenarioText() {
    Rehearsed rehearsed = subject.rehearsed();
    return rehearsed == null || rehearsed.text().isEmpty() ? null : rehearsed.text();
  }

  private ObjectNode result() {
    ObjectNode root = Json.object();
    boolean alone = parts.size() == 1;
    root.put("study", alone ? parts.getFirst().stage().title() : "report");
    root.put("package", subject.info().name());
    root.put("synthetic", subject.info().synthetic());
    if (alone) {
      root.put("answer", parts.getFirst().answer());
      root.setAll(parts.getFirst().result());
    } else {
      ObjectNode stages = root.putObject("stages");
      for (Part part : parts) {
        ObjectNode stage = stages.putObject(part.stage().title());
        stage.put("answer", part.answer());
        stage.setAll(part.result());
      }
    }
    root.set("findings", FindingsJson.of(findings, subject.words().locale()));
    return root;
  }

  StudyOutcome outcome(Path out, List<String> written) {
    List<StudyOutcome.Answer> answers =
        parts.stream()
            .map(part -> new StudyOutcome.Answer(part.answer(), part.highlights()))
            .toList();
    return new StudyOutcome(out, written, answers, subject.info().synthetic(), resultJson);
  }
}
