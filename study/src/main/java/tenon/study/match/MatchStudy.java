package tenon.study.match;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.model.Message;
import tenon.model.Progress;
import tenon.packages.match.Aliases;
import tenon.packages.match.Decision;
import tenon.packages.match.Decisions;
import tenon.packages.match.MatchResult;
import tenon.packages.match.MatchSpec;
import tenon.packages.match.Matching;
import tenon.packages.match.Register;
import tenon.study.answer.Answer;
import tenon.study.page.Json;
import tenon.study.text.Numbers;
import tools.jackson.databind.node.ObjectNode;

/** {@code tenon match}: reads the tables, matches them, and makes the answer. */
public final class MatchStudy {
  private static final String BUNDLE = "tenon.study.sources";

  /** Name of the file that holds the decisions of persons. */
  public static final String DECISIONS = "decisions.csv";

  private MatchStudy() {}

  /**
   * What is asked.
   *
   * @param left first table
   * @param right second table, or null to find duplicates within the first
   * @param aliases table {@code alias,name}, or null
   * @param decisions decisions of persons, or null for those in {@code out} where there are any
   * @param truth pairs known to be the same, {@code left_id,right_id}, to measure with; or null
   * @param out directory of the result, or null
   */
  public record Question(
      Path left,
      @Nullable Path right,
      @Nullable Path aliases,
      @Nullable Path decisions,
      @Nullable Path truth,
      @Nullable Path out,
      MatchSpec spec) {}

  /** The answer, or every fault of the inputs. */
  public static Loaded<Answer> run(Question question, Locale locale, Progress progress) {
    Findings findings = new Findings();
    Path second = question.right();
    Register left = take(Register.read(question.left(), progress), findings);
    Register right = second == null ? left : take(Register.read(second, progress), findings);
    Path aliasFile = question.aliases();
    Aliases aliases = aliasFile == null ? Aliases.NONE : take(Aliases.read(aliasFile), findings);
    List<Decision> decisions = decisions(question, findings);
    Path truthFile = question.truth();
    Truth truth = truthFile == null ? null : take(Truth.read(truthFile), findings);
    if (left == null || right == null || aliases == null || findings.hasErrors()) {
      return new Loaded.Rejected<>(findings.list());
    }
    MatchResult result;
    if (second == null) {
      result = Matching.within(left, aliases, decisions, question.spec(), progress);
    } else {
      Matching.contradictions(left, right, decisions, question.spec()).forEach(findings::add);
      if (findings.hasErrors()) {
        return new Loaded.Rejected<>(findings.list());
      }
      result = Matching.between(left, right, aliases, decisions, question.spec(), progress);
    }
    result.findings().forEach(findings::add);
    return new Loaded.Ready<>(answer(question, result, truth, locale), findings.list());
  }

  private static <T> @Nullable T take(Loaded<T> loaded, Findings findings) {
    loaded.findings().forEach(findings::add);
    return switch (loaded) {
      case Loaded.Ready<T>(var value, var warnings) -> value;
      case Loaded.Rejected<T>(var errors) -> null;
    };
  }

  private static List<Decision> decisions(Question question, Findings findings) {
    Path file = decisionFile(question);
    if (file == null) {
      return List.of();
    }
    List<Decision> made = take(Decisions.read(file), findings);
    return made == null ? List.of() : made;
  }

  private static @Nullable Path decisionFile(Question question) {
    Path out = question.out();
    if (question.decisions() != null || out == null) {
      return question.decisions();
    }
    Path kept = out.resolve(DECISIONS);
    return Files.isRegularFile(kept) ? kept : null;
  }

  private static Answer answer(
      Question question, MatchResult result, @Nullable Truth truth, Locale locale) {
    List<Path> inputs = new ArrayList<>(List.of(question.left()));
    for (Path file :
        new @Nullable Path[] {
          question.right(), question.aliases(), question.decisions(), question.truth()
        }) {
      if (file != null) {
        inputs.add(file);
      }
    }
    MatchTables tables = new MatchTables(result);
    ObjectNode root = json(result, tables);
    List<String> lines = new ArrayList<>(lines(result, question.right() == null, locale));
    if (truth != null) {
      Truth.Measured measured = truth.measure(result);
      measured.put(root.putObject("measured"));
      lines.add(
          say(
              locale,
              "match.measured",
              Numbers.percentFine(measured.precision()),
              Numbers.percentFine(measured.recall()),
              Numbers.percentFine(measured.recallWithReview())));
    }
    return new Answer(
        "match", lines, root, tables.all(), null, inputs, settings(question, result), true);
  }

  private static List<String> lines(MatchResult result, boolean within, Locale locale) {
    String joined = Numbers.count(result.joined());
    String waiting = Numbers.count(result.waiting());
    String left = Numbers.count(result.left().count());
    return List.of(
        within
            ? say(locale, "match.within", left, Numbers.count(result.clusters().size()), joined)
            : say(locale, "match.between", left, Numbers.count(result.right().count()), joined),
        say(locale, "match.waiting", waiting),
        say(locale, "match.compared", Numbers.count(result.compared())));
  }

  private static ObjectNode json(MatchResult result, MatchTables tables) {
    ObjectNode root = Json.object();
    root.put("left_rows", result.left().count());
    root.put("right_rows", result.right().count());
    root.put("compared", result.compared());
    root.put("joined", result.joined());
    root.put("review", result.waiting());
    root.put("decisions", result.decisions().size());
    root.set("matches", tables.json());
    return root;
  }

  private static Map<String, String> settings(Question question, MatchResult result) {
    Map<String, String> settings = new LinkedHashMap<>();
    MatchSpec spec = question.spec();
    settings.put("of", spec.kind().name().toLowerCase(Locale.ROOT));
    settings.put("accept", Numbers.exactCell(spec.accept()));
    settings.put("review", Numbers.exactCell(spec.review()));
    settings.put("margin", Numbers.exactCell(spec.margin()));
    settings.put("candidates", Integer.toString(spec.candidates()));
    settings.put("decisions", Integer.toString(result.decisions().size()));
    return settings;
  }

  private static String say(Locale locale, String key, String... arguments) {
    return Message.of(BUNDLE, key, arguments).in(locale);
  }
}
