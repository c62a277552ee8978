package tenon.study.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.study.document.Block;
import tenon.study.page.Page;
import tenon.study.page.Table;
import tenon.study.part.Part;
import tenon.study.part.Subject;
import tenon.study.recipe.Recipe;
import tenon.study.recipe.Setting;
import tenon.study.recipe.Stage;
import tenon.study.text.DisruptionWords;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tenon.twin.scales.ThreeScales;
import tenon.twin.site.DemandOutcome;
import tenon.twin.site.Loss;
import tenon.twin.site.Outcome;
import tenon.twin.site.Purchases;
import tenon.twin.site.Simulation;
import tenon.twin.site.SimulationSpec;
import tenon.twin.site.Spread;
import tenon.twin.site.Trajectory;
import tools.jackson.databind.node.ObjectNode;

/** What happens, day by day, when it breaks? */
public final class RehearsalPart implements Part {
  /** Files of this part, in the order of writing. */
  public static final List<String> FILES =
      List.of(
          "service.csv",
          "resilience.csv",
          "demands.csv",
          "transmission.csv",
          "attribution.csv",
          "bullwhip.csv",
          "costs.csv",
          "perished.csv",
          "purchases.csv",
          "scales_sites.csv",
          "scales_firms.csv",
          "scales_sectors.csv",
          "cash.csv",
          "nodes.csv",
          "node_days.csv",
          TraceFile.NAME,
          TrajectoriesFile.NAME);

  private static final int HIGHLIGHTS = 10;
  private static final List<String> LINEAGE =
      List.of(
          "service",
          "loss",
          "robustness",
          "ttr.simulated",
          "risk",
          "path",
          "attribution",
          "bullwhip",
          "purchases",
          "cash");

  private final RehearsalFacts facts;
  private final Words words;

  /** The scenario at three scales; null where it was not asked for. */
  private final @Nullable ThreeScales scales;

  private RehearsalPart(RehearsalFacts facts) {
    this.facts = facts;
    words = facts.subject().words();
    boolean all = facts.subject().recipe().text(Setting.SIMULATE_SCALES).equals("all");
    scales = all ? ThreeScales.of(facts.chain(), facts.scenario()) : null;
  }

  /** Simulates the scenario of the study. */
  public static Part of(Subject subject, Progress progress) {
    Scenario scenario = Objects.requireNonNull(subject.rehearsed()).scenario();
    Recipe recipe = subject.recipe();
    SimulationSpec spec = Specs.answered(recipe);
    String width = recipe.text(Setting.SIMULATE_UNTIL_WIDTH);
    Trajectory trajectory =
        width.isEmpty()
            ? Simulation.simulate(subject.chain(), scenario, spec, progress)
            : Simulation.simulateUntil(
                subject.chain(),
                scenario,
                spec,
                Double.parseDouble(width),
                Math.max(recipe.whole(Setting.SIMULATE_MOST_REPLICATIONS), spec.replications()),
                progress);
    return of(subject, trajectory, progress);
  }

  /** Tells of a rehearsal of the study's scenario that is there already. */
  public static Part of(Subject subject, Trajectory trajectory, Progress progress) {
    return new RehearsalPart(RehearsalFacts.of(subject, trajectory, progress));
  }

  /** How many replications there were. */
  public int replications() {
    return facts.trajectory().replications();
  }

  @Override
  public Stage stage() {
    return Stage.SIMULATE;
  }

  @Override
  public String answer() {
    Purchases bought = facts.trajectory().purchases();
    return bought == null || bought.dearer().mean() == 0
        ? served()
        : served()
            + words.get("service.between")
            + words.get(
                "purchases.answer",
                facts.subject().money().text(bought.dearer().mean()),
                facts.subject().money().text(bought.tariffs().mean()));
  }

  private String served() {
    Outcome total = facts.trajectory().total();
    String replications = Numbers.count(facts.trajectory().replications());
    if (!(total.performanceLossDays().high() > 0)) {
      return words.get("service.answer.none", facts.scenarioTitle(), replications);
    }
    Spread recovery = total.timeToRecoverDays();
    String back =
        Double.isInfinite(recovery.median())
            ? words.get("service.answer.not.back", Numbers.count(facts.trajectory().days()))
            : words.get("service.answer.back", Numbers.days(recovery.median()));
    Loss loss = facts.trajectory().loss();
    String lost =
        loss.tailMean() == 0
            ? words.get("service.loss.late", replications)
            : words.get(
                "service.loss", facts.loss(loss.mean()), facts.loss(loss.tailMean()), replications);
    String sentence =
        words.get(
            "service.answer",
            facts.scenarioTitle(),
            Numbers.percent(total.service().mean(facts.worstDay())),
            Numbers.count(facts.worstDay()),
            lost,
            back);
    return facts.backlogStays() ? sentence + words.get("service.between") + backlog() : sentence;
  }

  private String backlog() {
    return words.get("service.backlog", Numbers.percent(facts.servedShare()));
  }

  @Override
  public List<String> highlights() {
    List<String> lines = new ArrayList<>();
    DisruptionWords sentences = new DisruptionWords(facts.chain(), words, facts.subject().names());
    facts.scenario().disruptions().forEach(disruption -> lines.add(sentences.sentence(disruption)));
    for (DemandOutcome row : facts.demands()) {
      if (lines.size() < HIGHLIGHTS && row.moreLostUnits().mean() > 0) {
        String lost = Numbers.shown(row.moreLostUnits().mean());
        int product = facts.chain().products().keys().id(row.productId());
        lines.add(
            words.get(
                "service.line",
                facts.product(row.productId()),
                facts.site(row.siteId()),
                lost,
                facts.subject().names().unit(product)));
      }
    }
    List<String> shown = new ArrayList<>(lines.subList(0, Math.min(HIGHLIGHTS, lines.size())));
    if (scales != null && !scales.sites().isEmpty()) {
      shown.addFirst(new ScalesSection(facts, scales).title());
    }
    return List.copyOf(shown);
  }

  @Override
  public List<Table> tables() {
    List<Table> tables = new ArrayList<>(new RehearsalTables(facts).all());
    if (scales != null) {
      tables.addAll(new ScalesTables(facts.chain(), scales).all());
    }
    return List.copyOf(tables);
  }

  @Override
  public ObjectNode result() {
    ObjectNode root = new RehearsalJson(facts).root();
    if (scales != null) {
      root.set("scales", new ScalesTables(facts.chain(), scales).json());
    }
    return root;
  }

  @Override
  public void fill(Page page) {
    new ServiceSection(facts).fill(page);
    new TransmissionSection(facts).fill(page);
    new SwingSection(facts).fill(page);
    if (scales != null) {
      new ScalesSection(facts, scales).fill(page);
    }
    new CashSection(facts).fill(page);
    if (!facts.loads().sites().isEmpty()) {
      new NodeSection(facts).fill(page);
    }
  }

  @Override
  public List<Block> brief() {
    return new RehearsalBrief(facts).blocks();
  }

  @Override
  public List<String> assumptions() {
    String response = facts.subject().recipe().text(Setting.SIMULATE_RESPONSE);
    return List.of(
        words.get("assume.simulate.response." + response),
        words.get("assume.simulate." + facts.subject().recipe().text(Setting.SIMULATE_ALLOCATION)),
        words.get("assume.simulate.blanks"),
        words.get(
            "assume.simulate.bands",
            Numbers.count(facts.trajectory().replications()),
            Long.toString(facts.subject().recipe().seed())));
  }

  @Override
  public List<String> lineage() {
    return facts.loads().sites().isEmpty()
        ? LINEAGE
        : Stream.concat(LINEAGE.stream(), Stream.of("nodes")).toList();
  }

  @Override
  public List<Finding> findings() {
    return facts.trajectory().findings();
  }
}
