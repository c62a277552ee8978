package tenon.study.effect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.Observations;
import tenon.evaluate.PanelAudit;
import tenon.evaluate.did.CallawaySantAnna;
import tenon.evaluate.did.CallawaySantAnnaResult;
import tenon.evaluate.did.CallawaySantAnnaSpec;
import tenon.evaluate.did.Effect;
import tenon.evaluate.did.EventStudy;
import tenon.evaluate.did.EventStudyResult;
import tenon.evaluate.did.EventStudySpec;
import tenon.evaluate.did.GoodmanBacon;
import tenon.evaluate.did.Imputation;
import tenon.evaluate.did.StaggeredColumns;
import tenon.evaluate.did.SunAbraham;
import tenon.evaluate.did.SyntheticDid;
import tenon.evaluate.did.SyntheticDidResult;
import tenon.evaluate.did.SyntheticDidSpec;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.study.answer.Answer;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;
import tenon.study.text.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Methods for staggered adoption, all over the same columns: event study, Sun-Abraham,
 * Callaway-Sant'Anna, imputation, Goodman-Bacon, synthetic difference in differences.
 */
public final class StaggeredAnswer {
  private static final int SHOWN = 40;

  private final Question question;
  private final Words words;
  private final StaggeredColumns columns;

  private StaggeredAnswer(Question question, StaggeredColumns columns, Locale locale) {
    this.question = question;
    this.columns = columns;
    words = new Words(locale);
  }

  /** The methods. */
  public enum Method {
    EVENT_STUDY("event-study"),
    SUN_ABRAHAM("sunab"),
    CALLAWAY_SANTANNA("cs"),
    IMPUTATION("imputation"),
    GOODMAN_BACON("bacon"),
    SYNTHETIC("synthdid");

    private final String title;

    Method(String title) {
      this.title = title;
    }

    /** Name of the command. */
    public String title() {
      return title;
    }

    /** Whether covariates are columns; elsewhere they are terms of a formula. */
    private boolean takesColumns() {
      return switch (this) {
        case CALLAWAY_SANTANNA, IMPUTATION, GOODMAN_BACON -> true;
        case EVENT_STUDY, SUN_ABRAHAM, SYNTHETIC -> false;
      };
    }
  }

  /**
   * What is asked; each method uses what it has a use for.
   *
   * @param method the method
   * @param panel table of one row for each unit and period
   * @param outcome column of the outcome
   * @param unit column of units
   * @param period column of periods, numbers
   * @param cohort column of the first treated period, blank (or 0) where never; empty where the
   *     treatment is given instead
   * @param treatment column that is 1 where treated; empty where the cohort is given
   * @param covariates further regressors or covariates
   * @param errors standard errors of the event study
   * @param reference event time that effects are told against
   * @param lowest event times below are put into this one
   * @param highest event times above are put into this one
   * @param adjustment how covariates are adjusted for
   * @param control who is compared with
   * @param anticipation periods before adoption in which units may react already
   * @param preTrend whether imputation estimates event times before adoption as well
   * @param variance where the standard error of the synthetic difference comes from
   * @param draws draws of bands or of synthetic errors
   * @param seed seed of the draws
   * @param threads threads to work on
   */
  public record Question(
      Method method,
      Path panel,
      String outcome,
      String unit,
      String period,
      String cohort,
      String treatment,
      List<String> covariates,
      ErrorsChoice errors,
      int reference,
      int lowest,
      int highest,
      CallawaySantAnnaSpec.Method adjustment,
      CallawaySantAnnaSpec.Control control,
      int anticipation,
      boolean preTrend,
      SyntheticDidSpec.Variance variance,
      int draws,
      long seed,
      int threads) {
    public Question {
      covariates = List.copyOf(covariates);
    }
  }

  /** Reads the panel and estimates. */
  public static Loaded<Answer> of(Question question, Locale locale) {
    return switch (PanelFile.read(question.panel())) {
      case Loaded.Rejected<Observations>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<Observations>(var data, var _) -> of(question, data, locale);
    };
  }

  private static Loaded<Answer> of(Question question, Observations data, Locale locale) {
    List<Finding> faults = new ArrayList<>();
    List<String> numbers =
        List.of(question.outcome(), question.period(), question.cohort(), question.treatment());
    List<String> all = new ArrayList<>(numbers);
    all.add(question.unit());
    all.addAll(question.method().takesColumns() ? question.covariates() : List.of());
    faults.addAll(PanelFile.missing(question.panel(), data, all));
    faults.addAll(PanelFile.texts(question.panel(), data, numbers));
    if (question.cohort().isEmpty() == question.treatment().isEmpty()) {
      faults.add(Refusal.of("cohort-or-treatment", "", null));
    }
    if (!faults.isEmpty()) {
      return new Loaded.Rejected<>(faults);
    }
    List<Finding> warnings = new ArrayList<>();
    String treatment = question.treatment().isEmpty() ? null : question.treatment();
    StaggeredColumns given =
        new StaggeredColumns(
            question.outcome(), question.unit(), question.period(), question.cohort());
    List<String> finite = new ArrayList<>(List.of(question.outcome()));
    finite.addAll(question.method().takesColumns() ? question.covariates() : List.of());
    Loaded<PanelAudit> audit = PanelAudit.audit(data, given.panel(), treatment, finite);
    if (audit instanceof Loaded.Rejected<PanelAudit>(var errors)) {
      return new Loaded.Rejected<>(errors);
    }
    warnings.addAll(audit.findings());
    Observations staggered = data;
    StaggeredColumns columns = given;
    if (treatment != null) {
      String name = PanelFile.freshName(data, "cohort");
      staggered =
          data.with(name, PanelFile.cohorts(data, question.unit(), question.period(), treatment));
      columns = new StaggeredColumns(question.outcome(), question.unit(), question.period(), name);
    }
    Loaded<Answer> answer = new StaggeredAnswer(question, columns, locale).estimate(staggered);
    return switch (answer) {
      case Loaded.Rejected<Answer> rejected -> rejected;
      case Loaded.Ready<Answer>(var value, var more) -> {
        warnings.addAll(more);
        yield new Loaded.Ready<>(value, warnings.stream().distinct().toList());
      }
    };
  }

  private Loaded<Answer> estimate(Observations data) {
    return switch (question.method()) {
      case EVENT_STUDY -> eventStudy(data);
      case SUN_ABRAHAM -> sunAbraham(data);
      case CALLAWAY_SANTANNA -> callawaySantAnna(data);
      case IMPUTATION -> imputation(data);
      case GOODMAN_BACON -> bacon(data);
      case SYNTHETIC -> synthetic(data);
    };
  }

  private Loaded<Answer> eventStudy(Observations data) {
    EventStudySpec spec =
        new EventStudySpec(
            columns,
            question.covariates(),
            question.reference(),
            question.lowest(),
            question.highest(),
            question.errors().errors(),
            question.threads());
    return map(
        EventStudy.estimate(data, spec),
        (EventStudyResult result) -> {
          ObjectNode root = Json.object();
          root.put("n", result.fit().sizes().observations());
          root.put("reference", question.reference());
          ArrayNode effects = root.putArray("effects");
          List<String> lines = new ArrayList<>();
          result
              .effects()
              .forEach(
                  effect -> {
                    effects.add(student(result, effect));
                    lines.add(
                        Printed.line(
                            Numbers.exactCell(effect.at()),
                            effect.estimate(),
                            effect.standardError(),
                            effect.p(result.fit().sizes().degrees())));
                  });
          ObjectNode wald = root.putObject("pre_trend");
          wald.set("f", Json.exact(result.preTrend().f()));
          wald.put("df1", result.preTrend().first());
          wald.set("df2", Json.exact(result.preTrend().second()));
          wald.set("p", Json.exact(result.preTrend().p()));
          root.set("regression", RegressionAnswer.json(result.fit()));
          lines.add(
              result.preTrend().first() == 0
                  ? words.get("effect.pretrend.none")
                  : words.get(
                      "effect.pretrend",
                      Printed.number(result.preTrend().f()),
                      Printed.number(result.preTrend().p())));
          lines.add(result.fit().rule().in(words.locale()));
          return answer(
              lines,
              root,
              List.of(
                  Printed.effects("effects.csv", "event_time", result.effects()),
                  Printed.table("coefficients.csv", result.fit())));
        });
  }

  /** As its regression tells it: Student's t with the degrees of freedom of the fit. */
  private static ObjectNode student(EventStudyResult result, Effect effect) {
    ObjectNode node = Json.object();
    double degrees = result.fit().sizes().degrees();
    double reach = effect.reach(degrees);
    node.set("event_time", Json.exact(effect.at()));
    node.set("estimate", Json.exact(effect.estimate()));
    node.set("std_error", Json.exact(effect.standardError()));
    node.set("t", Json.exact(effect.estimate() / effect.standardError()));
    node.set("p", Json.exact(effect.p(degrees)));
    node.set("ci_low", Json.exact(effect.estimate() - reach));
    node.set("ci_high", Json.exact(effect.estimate() + reach));
    return node;
  }

  private Loaded<Answer> sunAbraham(Observations data) {
    return map(
        SunAbraham.estimate(data, columns, question.covariates()),
        (SunAbraham.Result result) -> {
          ObjectNode root = Json.object();
          root.put("n", result.fit().sizes().observations());
          root.set("att", Printed.effect("", result.overall()));
          root.set("effects", Printed.effects("event_time", result.effects()));
          root.set("regression", RegressionAnswer.json(result.fit()));
          List<String> lines = new ArrayList<>(Printed.effectLines(result.effects()));
          lines.addFirst(Printed.overall(result.overall(), words));
          return answer(
              lines, root, List.of(Printed.effects("effects.csv", "event_time", result.effects())));
        });
  }

  private Loaded<Answer> callawaySantAnna(Observations data) {
    CallawaySantAnnaSpec spec =
        new CallawaySantAnnaSpec(
            columns,
            question.covariates(),
            question.adjustment(),
            question.control(),
            question.anticipation(),
            question.draws(),
            question.seed());
    return map(
        CallawaySantAnna.estimate(data, spec),
        (CallawaySantAnnaResult result) ->
            answer(
                CallawayPrinted.lines(result, words),
                CallawayPrinted.json(result),
                CallawayPrinted.tables(result)));
  }

  private Loaded<Answer> imputation(Observations data) {
    return map(
        Imputation.estimate(data, columns, question.covariates(), question.preTrend()),
        (Imputation.Result result) -> {
          ObjectNode root = Json.object();
          root.set("att", Printed.effect("", result.overall()));
          root.set("att_two_stage", Printed.effect("", result.overallTwoStage()));
          root.set("effects", Printed.effects("event_time", result.effects()));
          root.set("effects_two_stage", Printed.effects("event_time", result.twoStage()));
          root.set("before", Printed.effects("event_time", result.before()));
          List<String> lines = new ArrayList<>(Printed.effectLines(result.before()));
          lines.addAll(Printed.effectLines(result.effects()));
          lines.addFirst(Printed.overall(result.overall(), words));
          return answer(
              lines,
              root,
              List.of(
                  Printed.effects("effects.csv", "event_time", result.effects()),
                  Printed.effects("two_stage.csv", "event_time", result.twoStage()),
                  Printed.effects("before.csv", "event_time", result.before())));
        });
  }

  private Loaded<Answer> bacon(Observations data) {
    return map(
        GoodmanBacon.decompose(data, columns, question.covariates()),
        (GoodmanBacon.Result result) ->
            answer(
                BaconPrinted.lines(result, words),
                BaconPrinted.json(result),
                BaconPrinted.tables(result)));
  }

  private Loaded<Answer> synthetic(Observations data) {
    return map(
        SyntheticDid.estimate(
            data,
            new SyntheticDidSpec(
                columns,
                question.variance(),
                question.draws(),
                question.seed(),
                question.threads())),
        (SyntheticDidResult result) ->
            answer(
                SyntheticPrinted.lines(result, question.variance(), words),
                SyntheticPrinted.json(result, question.variance(), question.draws()),
                SyntheticPrinted.tables(result)));
  }

  private Answer answer(List<String> lines, ObjectNode root, List<Table> tables) {
    return new Answer(
        "evaluate " + question.method().title(),
        lines.size() > SHOWN ? lines.subList(0, SHOWN) : lines,
        root,
        tables,
        null,
        List.of(question.panel()),
        settings(),
        true);
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("y", question.outcome());
    settings.put("id", question.unit());
    settings.put("time", question.period());
    settings.put("cohort", question.cohort());
    settings.put("treat", question.treatment());
    settings.put("covariates", String.join(",", question.covariates()));
    settings.put("method", question.adjustment().name().toLowerCase(Locale.ROOT));
    settings.put("control", question.control().name().toLowerCase(Locale.ROOT));
    settings.put("anticipation", Integer.toString(question.anticipation()));
    settings.put("reference", Integer.toString(question.reference()));
    if (question.method() == Method.SYNTHETIC) {
      settings.put("errors", SyntheticPrinted.code(question.variance()));
    }
    settings.put("draws", Integer.toString(question.draws()));
    settings.put("seed", Long.toString(question.seed()));
    return settings;
  }

  /** Makes an answer of a result; a refusal stays one. */
  static <T> Loaded<Answer> map(Loaded<T> loaded, Function<T, Answer> made) {
    return switch (loaded) {
      case Loaded.Rejected<T>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<T>(var value, var warnings) ->
          new Loaded.Ready<>(made.apply(value), warnings);
    };
  }

  /** For tests and other commands: a question of one method with everything else as usual. */
  public static Question usual(
      Method method,
      Path panel,
      String outcome,
      String unit,
      String period,
      String cohort,
      @Nullable String treatment) {
    return new Question(
        method,
        panel,
        outcome,
        unit,
        period,
        cohort,
        treatment == null ? "" : treatment,
        List.of(),
        ErrorsChoice.by(List.of()),
        -1,
        Integer.MIN_VALUE,
        Integer.MAX_VALUE,
        CallawaySantAnnaSpec.Method.DOUBLY_ROBUST,
        CallawaySantAnnaSpec.Control.NEVER_TREATED,
        0,
        false,
        SyntheticDidSpec.Variance.PLACEBO,
        0,
        1,
        1);
  }
}
