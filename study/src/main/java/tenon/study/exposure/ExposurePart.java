package tenon.study.exposure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Links;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.document.Block;
import tenon.study.page.Page;
import tenon.study.page.Table;
import tenon.study.part.Part;
import tenon.study.part.Subject;
import tenon.study.recipe.Recipe;
import tenon.study.recipe.Setting;
import tenon.study.recipe.Stage;
import tenon.study.text.Money;
import tenon.study.text.Words;
import tenon.twin.Exposure;
import tenon.twin.ExposureSpec;
import tenon.twin.SiteExposure;
import tools.jackson.databind.node.ObjectNode;

/** Which sites of a chain hurt most when they fail. */
public final class ExposurePart implements Part {
  /** Files of this part, in the order of writing. */
  public static final List<String> FILES =
      List.of(
          "exposure.csv",
          "losses.csv",
          "single_sources.csv",
          "sole_makers.csv",
          "firms.csv",
          PairTable.FILE,
          SimulatedOutages.FILE);

  private static final int HIGHLIGHTS = 10;
  private static final List<String> LINEAGE =
      List.of(
          "ttr",
          "margin",
          "interval",
          "tts",
          "probability",
          "priority",
          "firms",
          "single",
          "sole",
          "tier");

  private final ExposureFacts facts;
  private final Words words;

  private final @Nullable PairTable pairs;

  private final @Nullable SimulatedOutages simulated;

  private ExposurePart(
      ExposureFacts facts, @Nullable PairTable pairs, @Nullable SimulatedOutages simulated) {
    this.simulated = simulated;
    this.facts = facts;
    this.pairs = pairs;
    words = facts.subject().words();
  }

  /** What the recipe names that the chain does not have. */
  public static List<Finding> faults(Subject subject) {
    return Selection.of(subject.chain(), subject.recipe()).faults();
  }

  /** Takes out one site after another; the recipe must be without {@link #faults}. */
  public static ExposurePart of(Subject subject, Progress progress) {
    Selection selection = Selection.of(subject.chain(), subject.recipe());
    ExposureSpec spec = spec(subject.recipe(), selection.siteIds());
    ExposureFacts facts =
        ExposureFacts.of(subject, Exposure.assess(subject.chain(), spec, progress));
    boolean paired = subject.recipe().flag(Setting.EXPOSURE_PAIRS);
    PairTable pairs = paired ? new PairTable(facts, spec, progress) : null;
    boolean asked = subject.recipe().whole(Setting.EXPOSURE_SIMULATE) > 0;
    SimulatedOutages simulated = asked ? new SimulatedOutages(facts, progress) : null;
    return new ExposurePart(facts, pairs, simulated);
  }

  /** As {@link #of}, or what the recipe names that the chain does not have. */
  public static Loaded<ExposurePart> checked(Subject subject, Progress progress) {
    List<Finding> faults = faults(subject);
    return faults.isEmpty()
        ? new Loaded.Ready<>(of(subject, progress), List.of())
        : new Loaded.Rejected<>(faults);
  }

  /**
   * The site whose outage puts most at risk among those that supply others, since nothing can stand
   * in for a customer; where none does, among all. Null where there is no site.
   */
  public @Nullable SiteExposure worst() {
    BitSet supplies = new BitSet();
    Links links = facts.chain().links();
    for (int link = 0; link < links.count(); link++) {
      if (!links.closed(link)) {
        supplies.set(links.supplier(link));
      }
    }
    SiteExposure first = facts.ranked().isEmpty() ? null : facts.ranked().getFirst();
    return facts.ranked().stream()
        .filter(row -> supplies.get(row.site()))
        .findFirst()
        .orElse(first);
  }

  private static ExposureSpec spec(Recipe recipe, @Nullable List<String> sites) {
    return new ExposureSpec(
        recipe.number(Setting.EXPOSURE_HORIZON_DAYS),
        recipe.number(Setting.EXPOSURE_TTR_DAYS),
        recipe.number(Setting.EXPOSURE_PROBABILITY),
        recipe.flag(Setting.EXPOSURE_STOCK_LOST),
        sites,
        recipe.threads());
  }

  @Override
  public Stage stage() {
    return Stage.EXPOSURE;
  }

  @Override
  public String answer() {
    return new Answer(facts).sentence();
  }

  @Override
  public List<String> highlights() {
    Money money = facts.subject().money();
    List<String> lines = new ArrayList<>();
    for (SiteExposure row : facts.ranked()) {
      if (lines.size() < HIGHLIGHTS && row.priority() > 0) {
        lines.add(
            words.get(
                "ranking.line",
                Integer.toString(lines.size() + 1),
                facts.subject().names().site(row.site()),
                money.text(row.priority()),
                money.text(row.lostMargin())));
      }
    }
    return List.copyOf(lines);
  }

  @Override
  public List<Table> tables() {
    List<Table> tables = new ArrayList<>(new ExposureTables(facts).all());
    if (pairs != null) {
      tables.add(pairs.table());
    }
    if (simulated != null) {
      tables.add(simulated.table());
    }
    return List.copyOf(tables);
  }

  @Override
  public ObjectNode result() {
    ObjectNode root = new ExposureJson(facts).root();
    if (simulated != null) {
      root.set("simulated", simulated.json());
    }
    return root;
  }

  @Override
  public void fill(Page page) {
    new ChainSection(facts).fill(page);
    exposure(page);
    if (simulated != null) {
      simulated.fill(page);
    }
    sources(page);
    firms(page);
  }

  private void exposure(Page page) {
    ExposureSection section = new ExposureSection(facts);
    page.section("exposure");
    if (section.top().isEmpty()) {
      page.text("exposure.empty", words.get("exposure.empty"));
    } else {
      page.text("exposure.title", section.title());
      page.text("exposure.note", words.get("exposure.note"));
      page.chart("exposure", section.bars());
      page.set("reasons", section.reasons());
    }
    if (!facts.ranked().isEmpty()) {
      page.text("scatter.title", section.scatterTitle());
      page.text("scatter.note", section.scatterNote());
      page.chart("scatter", section.scatter());
      page.table("exposure", section.table());
      page.text("table.note", words.get("table.note"));
    }
  }

  private void sources(Page page) {
    SourceSection section = new SourceSection(facts);
    page.section("single");
    if (section.noSingles()) {
      page.text("single.empty", words.get("single.empty"));
    } else {
      page.text("single.title", section.singleTitle());
      page.chart("single", section.singleBars());
      page.table("single", section.singleTable());
    }
    page.section("sole");
    if (section.noSoleMakers()) {
      page.text("sole.empty", words.get("sole.empty"));
    } else {
      page.text("sole.title", section.soleTitle());
      page.table("sole", section.soleTable());
    }
  }

  private void firms(Page page) {
    page.section("firms");
    if (!(facts.priorityTotal() > 0)) {
      page.text("firms.empty", words.get("exposure.empty"));
      return;
    }
    FirmSection section = new FirmSection(facts);
    page.text("firms.title", section.title());
    page.chart("firms", section.bars());
    page.table("firms", section.table());
  }

  @Override
  public List<Block> brief() {
    return new ExposureBrief(facts).blocks();
  }

  @Override
  public List<String> assumptions() {
    return new ExposureAssumptions(facts).lines();
  }

  @Override
  public List<String> lineage() {
    if (simulated == null) {
      return LINEAGE;
    }
    List<String> lines = new ArrayList<>(LINEAGE);
    lines.add("outages");
    return List.copyOf(lines);
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>(facts.findings());
    if (pairs != null) {
      findings.addAll(pairs.findings());
    }
    return List.copyOf(findings);
  }
}
