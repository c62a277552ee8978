package tenon.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.model.Resource;
import tenon.packages.DataPackage;
import tenon.packages.PackageReader;
import tenon.packages.ReadLimits;
import tenon.packages.ScenarioReader;
import tenon.study.exposure.ExposurePart;
import tenon.study.index.IndexPart;
import tenon.study.part.Part;
import tenon.study.part.Rehearsed;
import tenon.study.part.Subject;
import tenon.study.plan.PlanCases;
import tenon.study.plan.PlanPart;
import tenon.study.recipe.Recipe;
import tenon.study.recipe.Setting;
import tenon.study.recipe.Stage;
import tenon.study.rehearsal.Explanation;
import tenon.study.rehearsal.RehearsalPart;
import tenon.study.rehearsal.TraceFile;
import tenon.study.rehearsal.TrajectoriesFile;
import tenon.study.text.InferredMark;
import tenon.study.text.Refusal;

/** Answers the questions of a recipe about a package: from a package to a result directory. */
public final class Study {
  private final Path source;
  private final Outlet outlet;
  private final @Nullable Earlier earlier;
  private final Progress progress;
  private final Set<Finding> findings = new LinkedHashSet<>();

  private @Nullable PlanPart plan;

  /** Assessed early where the scenario is the outage of the worst site. */
  private @Nullable ExposurePart exposed;

  Study(Path source, Outlet outlet, @Nullable Earlier earlier, Progress progress) {
    this.source = source;
    this.outlet = outlet;
    this.earlier = earlier;
    this.progress = progress;
  }

  /**
   * Reads and checks a package, does the stages of a recipe, and writes what was found.
   *
   * @param source directory of the package, or its descriptor
   * @param recipe how to go about it; a recipe without stages means all that the package has data
   *     for
   * @param out directory for the results, which is created or, if it holds an earlier result,
   *     replaced; a name that ends in {@code .csv} asks for the first table of a single stage
   * @param progress hears how far the work has come
   * @return the outcome with all warnings, or every fault of the package, the recipe and the place
   * @throws IOException if a file cannot be read or written; nothing is left half done
   */
  public static Loaded<StudyOutcome> run(Path source, Recipe recipe, Path out, Progress progress)
      throws IOException {
    return new Study(source, new ResultOutlet(out), null, progress).run(recipe);
  }

  /** As above, and tells beside it what has changed since an earlier run. */
  public static Loaded<StudyOutcome> replay(
      Path source, Recipe recipe, Earlier earlier, Path out, Progress progress) throws IOException {
    return new Study(source, new ResultOutlet(out), earlier, progress).run(recipe);
  }

  /**
   * As {@link #run}, but leaves a brief of two pages.
   *
   * @param out file of the brief, which ends in {@code .docx}, {@code .html} or {@code .txt}; its
   *     annex lies beside it under the same name with {@code -annex.xlsx}
   * @param form a workbook for the orders of the plan, or null; filled, it lies beside the brief
   *     under the same name with {@code -orders.xlsx}
   */
  public static Loaded<StudyOutcome> brief(
      Path source, Recipe recipe, Path out, @Nullable Path form, Progress progress)
      throws IOException {
    return new Study(source, new BriefOutlet(out, form), null, progress).run(recipe);
  }

  /**
   * What the scenario of a recipe does to a package, a sentence for each disruption and hazard with
   * the number of nodes and links it reaches; nothing is run or written.
   */
  public static Loaded<List<String>> explain(Path source, Recipe recipe) throws IOException {
    Study study = new Study(source, new ResultOutlet(source), null, Progress.NONE);
    return switch (PackageReader.read(source, ReadLimits.DEFAULT, Progress.NONE)) {
      case Loaded.Rejected<DataPackage>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<DataPackage>(var data, var read) ->
          switch (new ScenarioChoice(study.folder(), recipe, null, study::exposure).in(data)) {
            case Loaded.Rejected<Optional<Rehearsed>>(var errors) -> new Loaded.Rejected<>(errors);
            case Loaded.Ready<Optional<Rehearsed>>(var found, var warnings) ->
                new Loaded.Ready<>(
                        new Explanation(Subject.of(data, recipe, found.orElse(null))).lines(),
                        warnings)
                    .after(InferredMark.among(read));
          };
    };
  }

  Loaded<StudyOutcome> run(Recipe recipe) throws IOException {
    List<Finding> faults = outlet.faults(folder(), recipe);
    if (!faults.isEmpty()) {
      return new Loaded.Rejected<>(faults);
    }
    return switch (PackageReader.read(source, ReadLimits.DEFAULT, progress)) {
      case Loaded.Rejected<DataPackage>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<DataPackage>(var data, var warnings) -> {
        findings.addAll(warnings);
        yield study(data, recipe);
      }
    };
  }

  /** The directory of a package that may have been named by its descriptor. */
  private Path folder() {
    Path parent = source.toAbsolutePath().getParent();
    return Files.isRegularFile(source) && parent != null ? parent : source;
  }

  private Loaded<StudyOutcome> study(DataPackage data, Recipe given) throws IOException {
    Recipe recipe = given.stages().isEmpty() ? whole(data, given) : given;
    boolean links = outlet.needsPlan() && data.chain().links().count() > 0;
    if (recipe.stages().isEmpty() && !links) {
      return new Loaded.Rejected<>(List.of(Refusal.of("nothing-to-study", "", null)));
    }
    return switch (new ScenarioChoice(folder(), recipe, earlier, this::exposure).in(data)) {
      case Loaded.Rejected<Optional<Rehearsed>>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<Optional<Rehearsed>>(var found, var warnings) -> {
        findings.addAll(warnings);
        // A recipe names the file alone: where it lay on this machine is nobody's business.
        Recipe named = found.map(it -> recipe.with(Setting.SCENARIO, it.file())).orElse(recipe);
        Recipe exact = named(named, Setting.SIMULATE_TRACE, TraceFile.NAME);
        exact = named(exact, Setting.SIMULATE_TRAJECTORIES, TrajectoriesFile.NAME);
        yield study(Subject.of(data, exact, found.orElse(null)));
      }
    };
  }

  /** A file that is asked for, by its name in the result directory. */
  private static Recipe named(Recipe recipe, Setting file, String name) {
    return recipe.text(file).isEmpty() ? recipe : recipe.with(file, name);
  }

  /**
   * The recipe with the stages that the package has data for. Where a plan has to be told and
   * nothing says what breaks, it is the worst site.
   */
  private Recipe whole(DataPackage data, Recipe recipe) {
    List<Stage> stages = new ArrayList<>();
    Recipe whole = recipe;
    if (data.tables().containsKey(Resource.INDICATORS)) {
      stages.add(Stage.ASSESS);
    }
    if (data.chain().demands().count() > 0) {
      stages.add(Stage.EXPOSURE);
      boolean broken =
          !ScenarioReader.files(folder()).isEmpty()
              || !recipe.text(Setting.SCENARIO).isEmpty()
              || !recipe.text(Setting.PLAN_REMOVE_SITE).isEmpty();
      if (!broken && outlet.needsPlan()) {
        whole = recipe.with(Setting.SCENARIO, WorstOutage.NAME);
      }
      if (broken || outlet.needsPlan()) {
        stages.addAll(List.of(Stage.SIMULATE, Stage.PLAN));
      }
    }
    return whole.withStages(stages);
  }

  private Loaded<StudyOutcome> study(Subject subject) throws IOException {
    List<Finding> faults = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    for (Stage stage : subject.recipe().stages()) {
      faults.addAll(faults(stage, subject));
    }
    Map<Stage, Loaded<Part>> done = faults.isEmpty() ? work(subject) : Map.of();
    for (Loaded<Part> stage : done.values()) {
      switch (stage) {
        case Loaded.Rejected<Part>(var errors) -> faults.addAll(errors);
        case Loaded.Ready<Part>(var part, var warnings) -> {
          parts.add(part);
          findings.addAll(warnings);
        }
      }
    }
    return faults.isEmpty()
        ? new Loaded.Ready<>(write(subject, parts), List.copyOf(findings))
        : new Loaded.Rejected<>(faults);
  }

  /**
   * Does the stages; they come out in the order of the loop. Exposure knows nothing of the others,
   * and much of it and of a plan is one long programme for one thread: with two threads they are
   * done side by side.
   */
  private Map<Stage, Loaded<Part>> work(Subject subject) {
    Recipe recipe = subject.recipe();
    Map<Stage, Loaded<Part>> done = new EnumMap<>(Stage.class);
    if (recipe.threads() == 1 || !recipe.does(Stage.EXPOSURE) || !recipe.does(Stage.PLAN)) {
      recipe.stages().forEach(stage -> done.put(stage, part(stage, subject, progress)));
      return done;
    }
    try (ExecutorService side = Executors.newSingleThreadExecutor()) {
      // Two works at once would fight for one progress bar.
      Future<Loaded<Part>> exposure =
          side.submit(() -> part(Stage.EXPOSURE, subject, Progress.NONE));
      for (Stage stage : recipe.stages()) {
        if (stage != Stage.EXPOSURE) {
          done.put(stage, part(stage, subject, progress));
        }
      }
      done.put(Stage.EXPOSURE, exposure.get());
      return done;
    } catch (ExecutionException failed) {
      throw new IllegalStateException("exposure failed", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted during exposure", interrupted);
    }
  }

  /** What can be said against a stage before the first of them is done. */
  private static List<Finding> faults(Stage stage, Subject subject) {
    return switch (stage) {
      case EXPOSURE -> ExposurePart.faults(subject);
      case PLAN -> PlanCases.faults(subject.recipe());
      case ASSESS, SIMULATE -> List.of();
    };
  }

  private Loaded<Part> part(Stage stage, Subject subject, Progress hears) {
    return switch (stage) {
      case ASSESS -> IndexPart.of(subject, folder());
      case EXPOSURE -> ready(exposed == null ? ExposurePart.of(subject, hears) : exposed);
      case SIMULATE -> ready(rehearsal(subject));
      case PLAN -> ready(plan(subject));
    };
  }

  /** The plan's comparison holds the rehearsal already, where sites help themselves. */
  private Part rehearsal(Subject subject) {
    boolean own =
        subject.recipe().text(Setting.SIMULATE_RESPONSE).equals("own")
            && subject.recipe().text(Setting.SIMULATE_UNTIL_WIDTH).isEmpty()
            && subject.recipe().text(Setting.PLAN_CASES).isEmpty();
    return own && subject.recipe().does(Stage.PLAN)
        ? RehearsalPart.of(subject, plan(subject).ownRule(), progress)
        : RehearsalPart.of(subject, progress);
  }

  private PlanPart plan(Subject subject) {
    PlanPart made = plan == null ? PlanPart.of(subject, progress) : plan;
    plan = made;
    return made;
  }

  private Loaded<ExposurePart> exposure(DataPackage data, Recipe recipe) {
    Loaded<ExposurePart> made = ExposurePart.checked(Subject.of(data, recipe, null), progress);
    if (made instanceof Loaded.Ready<ExposurePart>(var part, var none)) {
      exposed = part;
    }
    return made;
  }

  private static Loaded<Part> ready(Part part) {
    return new Loaded.Ready<>(part, part.findings());
  }

  private StudyOutcome write(Subject subject, List<Part> parts) throws IOException {
    StudyFiles files =
        new StudyFiles(
            subject, parts, InputFile.ofPackage(source), List.copyOf(findings), earlier, progress);
    progress.report("write", 0, 1);
    StudyOutcome outcome = outlet.write(files);
    progress.report("write", 1, 1);
    return outcome;
  }
}
