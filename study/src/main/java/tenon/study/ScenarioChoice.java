package tenon.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Scenario;
import tenon.model.Share;
import tenon.packages.DataPackage;
import tenon.packages.ScenarioLibrary;
import tenon.packages.ScenarioReader;
import tenon.study.exposure.ExposurePart;
import tenon.study.part.Rehearsed;
import tenon.study.recipe.Recipe;
import tenon.study.recipe.Setting;
import tenon.study.recipe.Stage;
import tenon.study.text.Refusal;
import tenon.twin.SiteExposure;

/** Finds the scenario that a recipe means: by path, in the package, or beside an earlier result. */
final class ScenarioChoice {
  /** Name under which a result keeps the scenario it was made with. */
  static final String COPY = "scenario.yaml";

  private static final String FOLDER = "scenarios";

  /** Name of the scenario in which nothing breaks, and its days where none are asked for. */
  private static final String UNDISTURBED = "undisturbed";

  private static final double CALM_DAYS = 365;

  private final Path folder;
  private final Recipe recipe;
  private final @Nullable Earlier earlier;
  private final Assessed exposure;

  /** Assesses the sites of the package, where it is asked which is the worst. */
  @FunctionalInterface
  interface Assessed {
    Loaded<ExposurePart> exposure(DataPackage data, Recipe recipe);
  }

  ScenarioChoice(Path folder, Recipe recipe, @Nullable Earlier earlier, Assessed exposure) {
    this.folder = folder;
    this.recipe = recipe;
    this.earlier = earlier;
    this.exposure = exposure;
  }

  /** The scenario, none where no stage needs one, or every fault of it. */
  Loaded<Optional<Rehearsed>> in(DataPackage data) throws IOException {
    if (!recipe.does(Stage.SIMULATE) && !recipe.does(Stage.PLAN)) {
      return new Loaded.Ready<>(Optional.empty(), List.of());
    }
    Chain chain = data.chain();
    Loaded<Optional<Rehearsed>> chosen = within(chosen(data));
    List<Finding> faults = new ArrayList<>();
    if (recipe.does(Stage.PLAN)) {
      faults.addAll(PlanWishes.faults(recipe, chain));
      if (chosen instanceof Loaded.Ready<Optional<Rehearsed>>(var found, var warnings)) {
        found.ifPresent(one -> faults.addAll(PlanWishes.late(recipe, one.scenario())));
      }
    }
    if (!faults.isEmpty() && chosen instanceof Loaded.Rejected<Optional<Rehearsed>>(var errors)) {
      faults.addAll(0, errors);
    }
    return faults.isEmpty() ? chosen : new Loaded.Rejected<>(faults);
  }

  /** The scenario over the days that were asked for, where any were. */
  private Loaded<Optional<Rehearsed>> within(Loaded<Optional<Rehearsed>> chosen) {
    String asked = recipe.does(Stage.PLAN) ? recipe.text(Setting.PLAN_HORIZON) : "";
    if (asked.isEmpty()
        || !(chosen instanceof Loaded.Ready<Optional<Rehearsed>>(var found, var warnings))
        || found.isEmpty()) {
      return chosen;
    }
    Rehearsed one = found.get();
    double days = Double.parseDouble(asked);
    for (Disruption disruption : one.scenario().disruptions()) {
      if (disruption.window().start().value() >= days) {
        String start = Long.toString((long) disruption.window().start().value());
        return rejected(Refusal.of("horizon-before", "--horizon", asked, start));
      }
    }
    Scenario shorter = one.scenario().over(new Days(days));
    return new Loaded.Ready<>(
        Optional.of(new Rehearsed(shorter, one.file(), one.text())), warnings);
  }

  private Loaded<Optional<Rehearsed>> chosen(DataPackage data) throws IOException {
    Chain chain = data.chain();
    String name = recipe.text(Setting.SCENARIO);
    String site = recipe.text(Setting.PLAN_REMOVE_SITE);
    if (!site.isEmpty()) {
      return name.isEmpty()
          ? removal(chain, site)
          : rejected(Refusal.of("scenario-and-removal", "", name));
    }
    return name.isEmpty() ? onlyOne(chain) : named(data, name);
  }

  private Loaded<Optional<Rehearsed>> removal(Chain chain, String site) {
    if (chain.sites().keys().id(site) < 0) {
      return rejected(Refusal.of("unknown-site", "sites.csv", site));
    }
    Days horizon = new Days(recipe.number(Setting.PLAN_HORIZON_DAYS));
    Target target = new Target(Target.Kind.SITE, site);
    Window always = new Window(new Days(0), horizon);
    List<Disruption> gone =
        List.of(
            new Disruption.CapacityLoss(target, always, new Share(1)),
            new Disruption.LinkClosure(target, always));
    Scenario scenario = new Scenario("remove-" + site, horizon, gone);
    return new Loaded.Ready<>(Optional.of(new Rehearsed(scenario, "", "")), List.of());
  }

  private double days() {
    String days = recipe.text(Setting.SIMULATE_DAYS);
    return days.isEmpty() ? Double.NaN : Double.parseDouble(days);
  }

  private Loaded<Optional<Rehearsed>> calm() {
    double days = days();
    Days horizon = new Days(Double.isNaN(days) ? CALM_DAYS : days);
    Scenario scenario = new Scenario(UNDISTURBED, horizon, List.of());
    return new Loaded.Ready<>(Optional.of(new Rehearsed(scenario, UNDISTURBED, "")), List.of());
  }

  private Loaded<Optional<Rehearsed>> worst(DataPackage data) {
    return switch (exposure.exposure(data, recipe)) {
      case Loaded.Rejected<ExposurePart>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<ExposurePart>(var part, var none) -> {
        SiteExposure worst = part.worst();
        yield worst == null
            ? rejected(Refusal.of("no-worst-site", "sites.csv", null))
            : ready(data.chain(), WorstOutage.NAME, WorstOutage.text(data.chain(), worst));
      }
    };
  }

  private Loaded<Optional<Rehearsed>> ready(Chain chain, String name, String text) {
    return switch (ScenarioReader.readText(text, name, chain, days())) {
      case Loaded.Rejected<Scenario>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<Scenario>(var scenario, var warnings) ->
          new Loaded.Ready<>(Optional.of(new Rehearsed(scenario, name, text)), warnings);
    };
  }

  private Loaded<Optional<Rehearsed>> onlyOne(Chain chain) throws IOException {
    List<Path> files = ScenarioReader.files(folder);
    if (files.isEmpty() && !Double.isNaN(days())) {
      return calm();
    }
    if (files.isEmpty()) {
      return rejected(Refusal.of("no-scenario", FOLDER, null, example(chain)));
    }
    Loaded<Optional<Rehearsed>> first = read(chain, files.getFirst(), fileName(files.getFirst()));
    if (files.size() == 1 || first instanceof Loaded.Rejected) {
      return first;
    }
    List<Finding> warnings = new ArrayList<>(first.findings());
    warnings.add(
        Refusal.warning("scenario-chosen", FOLDER, fileName(files.getFirst()), names(files)));
    return first instanceof Loaded.Ready<Optional<Rehearsed>>(var found, var none)
        ? new Loaded.Ready<>(found, warnings)
        : first;
  }

  /** A scenario that can be pasted. */
  private static String example(Chain chain) {
    String site = chain.sites().count() == 0 ? "SITE_ID" : chain.sites().keys().key(0);
    return """
    name: outage
    horizon_days: 120
    disruptions:
      - kind: capacity_loss
        site: "%s"
        start_day: 10
        duration_days: 30
        lost: 1
    """
        .formatted(site);
  }

  private Loaded<Optional<Rehearsed>> named(DataPackage data, String name) throws IOException {
    Chain chain = data.chain();
    for (Path place : places(name)) {
      if (Files.isRegularFile(place)) {
        boolean copy = fileName(place).equals(COPY);
        return read(chain, place, copy ? name : fileName(place));
      }
    }
    if (name.equals(UNDISTURBED)) {
      return calm();
    }
    if (name.equals(WorstOutage.NAME)) {
      return worst(data);
    }
    if (ScenarioLibrary.NAMES.contains(name)) {
      return ready(chain, name, ScenarioLibrary.text(name));
    }
    List<Path> known = ScenarioReader.files(folder);
    String ready = String.join(", ", ScenarioLibrary.NAMES) + ", " + WorstOutage.NAME;
    return rejected(
        known.isEmpty()
            ? Refusal.of("unknown-scenario", "", name, ready)
            : Refusal.of("unknown-scenario-of", "", name, names(known), ready));
  }

  /**
   * Where a scenario of that name may lie. The name in an earlier result's recipe is foreign input:
   * it is looked for beside that result and in the package only.
   */
  private List<Path> places(String name) {
    List<Path> places = new ArrayList<>();
    try {
      Path path = Path.of(name);
      String file = fileName(path);
      Path own = folder.resolve(FOLDER);
      if (earlier == null || earlier.differs(recipe, Setting.SCENARIO)) {
        places.add(path);
      } else {
        places.add(earlier.directory().resolve(COPY));
      }
      places.addAll(
          List.of(own.resolve(file), own.resolve(file + ".yaml"), own.resolve(file + ".yml")));
    } catch (InvalidPathException e) {
      return List.of();
    }
    return places;
  }

  private Loaded<Optional<Rehearsed>> read(Chain chain, Path file, String name) throws IOException {
    return switch (ScenarioReader.read(file, chain, days())) {
      case Loaded.Rejected<Scenario>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<Scenario>(var scenario, var warnings) ->
          new Loaded.Ready<>(
              Optional.of(new Rehearsed(scenario, name, Files.readString(file))), warnings);
    };
  }

  private static Loaded<Optional<Rehearsed>> rejected(Finding fault) {
    return new Loaded.Rejected<>(List.of(fault));
  }

  private static String names(List<Path> files) {
    return String.join(", ", files.stream().map(ScenarioChoice::fileName).toList());
  }

  private static String fileName(Path path) {
    return String.valueOf(path.getFileName());
  }
}
