package tenon.study.index;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tenon.assess.Assess;
import tenon.assess.AssessSpec;
import tenon.assess.Assessment;
import tenon.assess.Grade;
import tenon.assess.Judgements;
import tenon.assess.Scaling;
import tenon.assess.Weighting;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.packages.Judgement;
import tenon.packages.JudgementReader;
import tenon.study.document.Block;
import tenon.study.page.Page;
import tenon.study.page.Table;
import tenon.study.part.Part;
import tenon.study.part.Subject;
import tenon.study.recipe.Recipe;
import tenon.study.recipe.Setting;
import tenon.study.recipe.Stage;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;
import tenon.study.text.Words;
import tools.jackson.databind.node.ObjectNode;

/** How resilient are the units of a panel? */
public final class IndexPart implements Part {
  /** Files of this part, in the order of writing. */
  public static final List<String> FILES =
      List.of("scores.csv", "levels.csv", "weights.csv", "gaps.csv");

  private static final int HIGHLIGHTS = 10;
  private static final List<String> LINEAGE = List.of("score", "index", "weight", "grade", "gap");

  private final IndexFacts facts;
  private final Words words;

  private IndexPart(IndexFacts facts) {
    this.facts = facts;
    words = facts.subject().words();
  }

  /**
   * Assesses the panel of the package; or every fault of it.
   *
   * @param folder where judgements are looked for first
   */
  public static Loaded<Part> of(Subject subject, Path folder) {
    return switch (weighting(subject.recipe(), folder)) {
      case Loaded.Rejected<Weighting>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<Weighting>(var weighting, var none) -> assess(subject, weighting);
    };
  }

  private static Loaded<Part> assess(Subject subject, Weighting weighting) {
    boolean sample = subject.recipe().text(Setting.ASSESS_SCALING).equals("sample");
    Scaling scaling = sample ? new Scaling.PooledSample() : new Scaling.Goalposts();
    return switch (Assess.assess(subject.data().panel(), new AssessSpec(scaling, weighting))) {
      case Loaded.Rejected<Assessment>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<Assessment>(var assessment, var warnings) ->
          new Loaded.Ready<>(new IndexPart(IndexFacts.of(subject, assessment)), warnings);
    };
  }

  private static Loaded<Weighting> weighting(Recipe recipe, Path folder) {
    String method = recipe.text(Setting.ASSESS_WEIGHTS);
    String file = recipe.text(Setting.ASSESS_JUDGEMENTS);
    if (!method.startsWith("ahp")) {
      return file.isEmpty()
          ? new Loaded.Ready<>(plain(method), List.of())
          : rejected(Refusal.of("judgements-unused", "", file));
    }
    if (file.isEmpty()) {
      return rejected(Refusal.of("judgements-unnamed", "", method));
    }
    Path beside = folder.resolve(file);
    Path place = Files.isRegularFile(beside) ? beside : Path.of(file);
    return switch (JudgementReader.read(place)) {
      case Loaded.Rejected<List<Judgement>>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<List<Judgement>>(var judgements, var none) -> {
        Weighting judged = new Weighting.Judged(byGroup(judgements));
        yield new Loaded.Ready<>(
            method.equals("ahp") ? judged : new Weighting.Combined(judged, new Weighting.Entropy()),
            List.of());
      }
    };
  }

  private static Loaded<Weighting> rejected(Finding fault) {
    return new Loaded.Rejected<>(List.of(fault));
  }

  private static Weighting plain(String method) {
    return switch (method) {
      case "equal" -> new Weighting.Equal();
      case "entropy" -> new Weighting.Entropy();
      case "given_entropy" ->
          new Weighting.Combined(new Weighting.Given(), new Weighting.Entropy());
      default -> new Weighting.Given();
    };
  }

  private static Map<String, List<Judgements>> byGroup(List<Judgement> judgements) {
    Map<String, List<Judgements>> groups = new LinkedHashMap<>();
    for (Judgement judgement : judgements) {
      double[][] matrix =
          judgement.matrix().stream()
              .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
              .toArray(double[][]::new);
      groups
          .computeIfAbsent(judgement.group(), none -> new ArrayList<>())
          .add(Judgements.of(judgement.items(), matrix));
    }
    return groups;
  }

  @Override
  public Stage stage() {
    return Stage.ASSESS;
  }

  @Override
  public String answer() {
    if (facts.ranked().isEmpty()) {
      return words.get("index.answer.none");
    }
    int best = facts.ranked().getFirst();
    int last = facts.ranked().getLast();
    String period = facts.period(facts.lastPeriod());
    if (facts.ranked().size() == 1) {
      return words.get("index.answer.one", facts.unit(best), scored(best), period);
    }
    return words.get(
        "index.answer",
        facts.unit(best),
        scored(best),
        facts.unit(last),
        scored(last),
        Numbers.count(facts.ranked().size()),
        period);
  }

  private String scored(int unit) {
    double score = facts.score(facts.top(), unit);
    Grade grade = Grade.of(score);
    String title = grade == null ? "" : grade.title(words.locale());
    return words.get("index.scored", Numbers.fixed(score, 1), title);
  }

  @Override
  public List<String> highlights() {
    List<String> lines = new ArrayList<>();
    for (int unit : facts.ranked()) {
      if (lines.size() < HIGHLIGHTS) {
        String rank = Integer.toString(lines.size() + 1);
        lines.add(words.get("index.line", rank, facts.unit(unit), scored(unit)));
      }
    }
    return List.copyOf(lines);
  }

  @Override
  public List<Table> tables() {
    return new IndexTables(facts).all();
  }

  @Override
  public ObjectNode result() {
    return new IndexJson(facts).root();
  }

  @Override
  public void fill(Page page) {
    new IndexSection(facts).fill(page);
  }

  @Override
  public List<Block> brief() {
    return new IndexBrief(facts).blocks();
  }

  @Override
  public List<Table> annex() {
    boolean told = !facts.ranked().isEmpty() && !facts.subject().recipe().does(Stage.EXPOSURE);
    return told ? new IndexOutlook(facts).tables() : List.of();
  }

  @Override
  public List<String> assumptions() {
    String weights = facts.assessment().weights().methods().getLast();
    return List.of(
        words.get(facts.absolute() ? "assume.index.absolute" : "assume.index.relative"),
        words.get("assume.index.weights", words.code("weights", weights)),
        words.get("assume.index.linear"),
        words.get("assume.index.missing"));
  }

  @Override
  public List<String> lineage() {
    return LINEAGE;
  }

  @Override
  public List<Finding> findings() {
    return facts.assessment().findings();
  }
}
