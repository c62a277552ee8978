package tenon.study.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.respond.Ban;
import tenon.respond.Comparison;
import tenon.respond.Contest;
import tenon.respond.Effort;
import tenon.respond.Goals;
import tenon.respond.Move;
import tenon.respond.Plan;
import tenon.respond.PlanSpec;
import tenon.respond.Reallocation;
import tenon.respond.Rehearsal;
import tenon.respond.ShareCap;
import tenon.respond.check.PlanCheck;
import tenon.study.document.Block;
import tenon.study.page.Page;
import tenon.study.page.Table;
import tenon.study.part.Part;
import tenon.study.part.Subject;
import tenon.study.recipe.Recipe;
import tenon.study.recipe.Setting;
import tenon.study.recipe.Stage;
import tenon.study.rehearsal.Specs;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tenon.twin.site.SimulationSpec.Unmet;
import tenon.twin.site.Trajectory;
import tools.jackson.databind.node.ObjectNode;

/** What is to be done about it? */
public final class PlanPart implements Part {
  /** Files of this part, in the order of writing. */
  public static final List<String> FILES =
      List.of(
          "plan.csv",
          "effect.csv",
          "losses_planned.csv",
          "coverage.csv",
          "prices.csv",
          "activations.csv",
          "contracts.csv",
          "case_options.csv",
          "case_responses.csv",
          "compare.csv");

  private static final int HIGHLIGHTS = 10;
  private static final List<String> LINEAGE =
      List.of("plan", "plan.loss", "effect", "coverage", "price");

  private final PlanFacts facts;
  private final Words words;

  private PlanPart(PlanFacts facts) {
    this.facts = facts;
    words = facts.subject().words();
  }

  /** Plans for the scenario of the study, and carries the plan out on the twin. */
  public static PlanPart of(Subject subject, Progress progress) {
    Scenario scenario = Objects.requireNonNull(subject.rehearsed()).scenario();
    Recipe recipe = subject.recipe();
    PlanCases cases = PlanCases.of(recipe, subject.chain());
    Chain chain = cases.options().chain();
    Plan plan = Reallocation.plan(chain, scenario, spec(recipe), progress);
    PlanCheck.require(chain, scenario, spec(recipe), plan);
    Comparison comparison =
        Rehearsal.compare(chain, scenario, plan, Specs.simulation(recipe), progress);
    Contest contest = contest(chain, recipe, scenario, progress);
    return new PlanPart(new PlanFacts(subject, scenario, plan, comparison, contest, cases));
  }

  /** All ways to answer the scenario, where they are asked for. */
  private static @Nullable Contest contest(
      Chain chain, Recipe recipe, Scenario scenario, Progress progress) {
    if (!recipe.flag(Setting.PLAN_COMPARE)) {
      return null;
    }
    Recipe fewer =
        recipe.with(Setting.SIMULATE_REPLICATIONS, recipe.text(Setting.PLAN_COMPARE_REPLICATIONS));
    return Contest.of(
        chain,
        scenario,
        spec(recipe),
        recipe.whole(Setting.PLAN_REPLAN_DAYS),
        Specs.simulation(fewer),
        progress);
  }

  /** What happens where every site helps itself, under the same draws. */
  public Trajectory ownRule() {
    return facts.comparison().ownRule();
  }

  /** How a recipe wants plans made. */
  public static PlanSpec spec(Recipe recipe) {
    PlanSpec standard = PlanSpec.standard();
    String day = recipe.text(Setting.PLAN_DECISION_DAY);
    return new PlanSpec(
        day.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(day)),
        recipe.whole(Setting.PLAN_LONGEST_PERIOD_DAYS),
        recipe.whole(Setting.PLAN_MOST_PERIODS),
        standard.waitingPerDay(),
        Unmet.valueOf(recipe.text(Setting.SIMULATE_UNMET).toUpperCase(Locale.ROOT)),
        standard.reduced(),
        standard.assumptions(),
        Goals.parse(recipe.text(Setting.PLAN_OBJECTIVE)).orElseThrow(),
        new Ban(texts(recipe, Setting.PLAN_BAN), texts(recipe, Setting.PLAN_ALLOW)),
        new ShareCap(
            recipe.number(Setting.PLAN_SHARE_CAP),
            ShareCap.By.valueOf(recipe.text(Setting.PLAN_SHARE_BY).toUpperCase(Locale.ROOT))),
        effort(recipe));
  }

  private static Effort effort(Recipe recipe) {
    String seconds = recipe.text(Setting.PLAN_TIME_LIMIT_SECONDS);
    return new Effort(
        recipe.number(Setting.PLAN_GAP),
        recipe.whole(Setting.PLAN_MOST_NODES),
        seconds.isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(seconds));
  }

  private static Set<String> texts(Recipe recipe, Setting setting) {
    return new TreeSet<>(recipe.texts(setting));
  }

  @Override
  public Stage stage() {
    return Stage.PLAN;
  }

  @Override
  public String answer() {
    double without = facts.comparison().nothing().loss().mean();
    double with = facts.comparison().planned().loss().mean();
    String uncovered = Numbers.count(facts.plan().uncovered().size());
    String products = Numbers.count(facts.plan().coverage().size());
    if (facts.plan().moves().isEmpty()) {
      return words.get(
          "plan.answer.none", facts.scenarioTitle(), facts.loss(without), uncovered, products);
    }
    return words.get(
        "plan.answer",
        facts.scenarioTitle(),
        facts.loss(without),
        facts.loss(with),
        facts.loss(facts.comparison().planAgainstOwnRule().mean()),
        uncovered,
        products);
  }

  @Override
  public List<String> highlights() {
    List<String> lines = new ArrayList<>();
    if (!Double.isNaN(facts.coverableShare())) {
      lines.add(
          words.get(
              "coverage.line",
              Numbers.percentFine(facts.coverableShare()),
              Numbers.percentFine(facts.deliveredShare())));
    }
    PlanWords sentences = new PlanWords(facts);
    if (facts.contest() != null) {
      lines.add(sentences.contest());
    }
    if (!facts.cases().isEmpty()) {
      lines.add(sentences.cases());
    }
    for (Move move : facts.plan().moves()) {
      if (lines.size() < HIGHLIGHTS && move.isIncrease()) {
        lines.add(sentences.move(move));
      }
    }
    return List.copyOf(lines);
  }

  @Override
  public List<Table> tables() {
    return new PlanTables(facts).all();
  }

  @Override
  public ObjectNode result() {
    return new PlanJson(facts).root();
  }

  @Override
  public void fill(Page page) {
    new PlanSection(facts).fill(page);
  }

  /** The flows that rise, as orders, those worth most first. */
  public List<Order> orders() {
    return new Orders(facts).all();
  }

  @Override
  public List<Block> brief() {
    return new PlanBrief(facts).blocks();
  }

  @Override
  public List<String> assumptions() {
    List<String> lines = new ArrayList<>();
    lines.add(words.get("assume.plan.fluid", Numbers.count(facts.plan().periods().size())));
    lines.add(words.get("assume.plan.decision", Numbers.count(facts.plan().decisionDay())));
    lines.add(words.get("assume.plan.order"));
    lines.add(words.get("assume.plan.foresight"));
    if (!facts.scenario().hazards().isEmpty()) {
      lines.add(words.get("assume.plan.hazards"));
    }
    return List.copyOf(lines);
  }

  @Override
  public List<String> lineage() {
    return LINEAGE;
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>(facts.plan().findings());
    findings.addAll(facts.cases().findings());
    return List.copyOf(findings);
  }
}
