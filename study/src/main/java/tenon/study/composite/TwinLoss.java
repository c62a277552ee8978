package tenon.study.composite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.assess.structure.UnitKind;
import tenon.assess.structure.UnitMeasures;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.packages.ScenarioReader;
import tenon.packages.YamlObject;
import tenon.study.method.Asked;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;
import tenon.twin.Exposure;
import tenon.twin.ExposureResult;
import tenon.twin.ExposureSpec;
import tenon.twin.site.GroupLosses;
import tenon.twin.site.Simulation;
import tenon.twin.site.SimulationSpec;

/**
 * What the twin expects units to lose in a year: by the outage of each site alone, or by simulation
 * of a scenario whose hazards are drawn anew in every replication.
 *
 * @param wanted how it is measured
 * @param byUnit losses of the units that have sites
 * @param inMoney whether losses are money, or units
 * @param findings what the twin assumed
 */
record TwinLoss(Wanted wanted, Map<String, Loss> byUnit, boolean inMoney, List<Finding> findings) {
  private static final String KEY = "twin";
  private static final double YEAR = 365;
  private static final int REPLICATIONS = 200;

  /** How the loss is measured. */
  sealed interface Wanted {
    /** Files it is read from. */
    List<Path> files();
  }

  /**
   * Over the sites of a unit, probability of an outage in a year times the least margin the chain
   * loses until the site is back.
   */
  record Outages() implements Wanted {
    @Override
    public List<Path> files() {
      return List.of();
    }
  }

  /**
   * A scenario, simulated many times.
   *
   * @param origin which loss counts as that of a unit
   */
  record Hazards(Scenario scenario, List<Path> files, int replications, GroupLosses.Origin origin)
      implements Wanted {
    Hazards {
      files = List.copyOf(files);
    }
  }

  /**
   * Loss of a unit.
   *
   * @param sites its sites
   * @param perYear expected loss of a year
   * @param low lower end of the interval of the mean, 95 %; {@code NaN} where it is not simulated
   * @param high upper end
   */
  record Loss(int sites, double perYear, double low, double high) {
    double perSite() {
      return perYear / sites;
    }
  }

  /** Whether there is a chain that can lose anything. */
  static boolean possible(IndexData data) {
    Chain chain = data.chain();
    return chain != null && chain.sites().count() > 0;
  }

  /** What a study file asks for; null with a finding where it cannot be had. */
  static @Nullable Wanted wanted(YamlObject predicts, IndexData data, @Nullable Path folder) {
    YamlObject from = predicts.isMapping(KEY) ? predicts.object(KEY) : null;
    if (from == null) {
      return new Outages();
    }
    from.allow(List.of("scenario", "replications", "loss"));
    String name = from.text("scenario", true);
    double replications = from.number("replications", false, 1, 1e6);
    String loss = from.word("loss", List.of("caused", "arising"), false);
    if (name == null) {
      return null;
    }
    return switch (read(name, data, folder)) {
      case Loaded.Rejected<Hazards>(var errors) -> {
        PipelineReader.refuse(from, "scenario", "twin-scenario", name);
        errors.forEach(from::tell);
        yield null;
      }
      case Loaded.Ready<Hazards>(var found, var _) ->
          new Hazards(
              found.scenario(),
              found.files(),
              Double.isNaN(replications) ? found.replications() : (int) replications,
              "arising".equals(loss) ? GroupLosses.Origin.ARISING : found.origin());
    };
  }

  /** A scenario of the command line, otherwise measured as the study says. */
  static Loaded<Hazards> under(
      String name, IndexConfig.@Nullable Predicts predicts, IndexData data) {
    if (!possible(data)) {
      return new Loaded.Rejected<>(List.of(Refusal.of("twin-chain", "--scenario", name)));
    }
    return switch (read(name, data, null)) {
      case Loaded.Ready<Hazards>(var found, var doubts)
          when predicts != null && predicts.twin() instanceof Hazards(_, _, var n, var origin) ->
          new Loaded.Ready<>(new Hazards(found.scenario(), found.files(), n, origin), doubts);
      case Loaded<Hazards> other -> other;
    };
  }

  /** A file beside the study file, else any file, else a scenario of the package or a ready one. */
  private static Loaded<Hazards> read(String name, IndexData data, @Nullable Path folder) {
    Path home = data.home();
    Chain chain = data.chain();
    if (home == null || chain == null) {
      return new Loaded.Rejected<>(List.of(Refusal.of("twin-chain", "predicts", name)));
    }
    Path beside = folder == null ? null : folder.resolve(name);
    Path found = beside != null && Files.isRegularFile(beside) ? beside : null;
    Loaded<Scenario> read =
        found == null ? ScenarioReader.read(home, name, chain) : ScenarioReader.read(found, chain);
    List<Path> files =
        found != null
            ? List.of(found)
            : ScenarioReader.isReady(home, name)
                ? List.of()
                : List.of(ScenarioReader.named(home, name));
    return switch (read) {
      case Loaded.Rejected<Scenario>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<Scenario>(var scenario, var doubts) ->
          new Loaded.Ready<>(
              new Hazards(scenario, files, REPLICATIONS, GroupLosses.Origin.CAUSED), doubts);
    };
  }

  /** Measures the losses. */
  static TwinLoss of(Wanted wanted, Chain chain, UnitKind kind, Asked asked) {
    UnitMeasures measures = UnitMeasures.of(chain, kind);
    return switch (wanted) {
      case Outages outages -> of(outages, chain, measures, asked.threads());
      case Hazards hazards -> of(hazards, chain, measures, asked);
    };
  }

  /** Takes out every site of the chain in turn. */
  private static TwinLoss of(Outages outages, Chain chain, UnitMeasures measures, int threads) {
    ExposureResult exposures =
        Exposure.assess(chain, ExposureSpec.standard().withThreads(threads), Progress.NONE);
    double[] bySite = new double[chain.sites().count()];
    exposures.sites().forEach(one -> bySite[one.site()] = one.priority());
    Map<String, Loss> byUnit = new LinkedHashMap<>();
    for (int unit = 0; unit < measures.units().count(); unit++) {
      int[] sites = measures.sites(unit);
      if (sites.length > 0) {
        double sum = Arrays.stream(sites).mapToDouble(site -> bySite[site]).sum();
        Loss loss = new Loss(sites.length, sum, Double.NaN, Double.NaN);
        byUnit.put(measures.units().key(unit), loss);
      }
    }
    return new TwinLoss(outages, byUnit, true, exposures.findings());
  }

  private static TwinLoss of(Hazards hazards, Chain chain, UnitMeasures measures, Asked asked) {
    List<Integer> units = new ArrayList<>();
    List<int[]> groups = new ArrayList<>();
    for (int unit = 0; unit < measures.units().count(); unit++) {
      if (measures.sites(unit).length > 0) {
        units.add(unit);
        groups.add(measures.sites(unit));
      }
    }
    GroupLosses losses =
        Simulation.groupLosses(
            chain,
            hazards.scenario(),
            groups,
            hazards.origin(),
            SimulationSpec.of(hazards.replications(), asked.seed()).withThreads(asked.threads()),
            Progress.NONE);
    double years = losses.days() / YEAR;
    Map<String, Loss> byUnit = new LinkedHashMap<>();
    for (int nth = 0; nth < groups.size(); nth++) {
      GroupLosses.Expected one = losses.losses().get(nth);
      byUnit.put(
          measures.units().key(units.get(nth)),
          new Loss(
              groups.get(nth).length,
              one.mean() / years,
              one.interval().low() / years,
              one.interval().high() / years));
    }
    return new TwinLoss(hazards, byUnit, losses.inMoney(), losses.findings());
  }

  /** Loss of a unit, of the whole or for each of its sites; {@code NaN} without sites. */
  double of(String unit, boolean perSite) {
    Loss loss = byUnit.get(unit);
    return loss == null ? Double.NaN : perSite ? loss.perSite() : loss.perYear();
  }

  /** The losses beside the scores. */
  Table table(List<String> units, double[] scores) {
    List<List<String>> rows = new ArrayList<>();
    for (int unit = 0; unit < scores.length; unit++) {
      Loss loss = byUnit.get(units.get(unit));
      rows.add(
          List.of(
              units.get(unit),
              Numbers.exactCell(scores[unit]),
              loss == null ? "" : Integer.toString(loss.sites()),
              loss == null ? "" : Numbers.exactCell(loss.perYear()),
              loss == null ? "" : Numbers.exactCell(loss.low()),
              loss == null ? "" : Numbers.exactCell(loss.high()),
              loss == null ? "" : Numbers.exactCell(loss.perSite())));
    }
    return new Table(
        "expected_loss.csv",
        List.of(
            "unit",
            "score",
            "sites",
            "expected_loss_per_year",
            "loss_low",
            "loss_high",
            "expected_loss_per_site_and_year"),
        rows);
  }
}
