package tenon.study.recipe;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Everything about a study that may be chosen, beside seed, language and date. Declared once: the
 * command line, its help, the manifest, the replay and the list in the guide follow from here.
 */
public enum Setting {
  SCENARIO("scenario", "scenario", text(), "", Stage.SIMULATE, Stage.PLAN),

  ASSESS_SCALING("assess.scaling", "scaling", choice("goalposts", "sample"), "goalposts"),
  ASSESS_WEIGHTS(
      "assess.weights",
      "weights",
      choice("given", "equal", "entropy", "ahp", "given_entropy", "ahp_entropy"),
      "given"),
  ASSESS_JUDGEMENTS("assess.judgements", "judgements", text(), ""),

  EXPOSURE_HORIZON_DAYS("exposure.horizon_days", "horizon-days", above(0, 1e6), "1000"),
  EXPOSURE_TTR_DAYS("exposure.ttr_days", "ttr-days", from(0, 1e6), "30"),
  EXPOSURE_PROBABILITY("exposure.probability", "probability", from(0, 1), "0.05"),
  EXPOSURE_STOCK_LOST("exposure.stock_lost", "stock-lost", new Domain.Flag(), "false"),
  EXPOSURE_ROLES("exposure.roles", "role", new Domain.Texts(), ""),
  EXPOSURE_SITES("exposure.sites", "site", new Domain.Texts(), ""),
  EXPOSURE_PAIRS("exposure.pairs", "pairs", new Domain.Flag(), "false"),
  EXPOSURE_SIMULATE("exposure.simulate", "simulate", whole(0, 128), "0"),
  EXPOSURE_DAYS("exposure.days", "days", new Domain.Open(whole(1, 1e4)), ""),

  SIMULATE_REPLICATIONS(
      "simulate.replications", "replications", whole(1, 1e6), "200", Stage.SIMULATE, Stage.PLAN),
  SIMULATE_RESPONSE("simulate.response", "response", choice("own", "none", "cheapest"), "own"),
  SIMULATE_UNMET(
      "simulate.unmet",
      "unmet",
      choice("by_cost", "backorder", "lost"),
      "by_cost",
      Stage.SIMULATE,
      Stage.PLAN),
  SIMULATE_ALLOCATION(
      "simulate.allocation",
      "allocation",
      choice("proportional", "priority", "optimised"),
      "proportional",
      Stage.SIMULATE,
      Stage.PLAN),
  SIMULATE_START_DATE(
      "simulate.start_date",
      "start-date",
      new Domain.Open(new Domain.Day()),
      "",
      Stage.SIMULATE,
      Stage.PLAN),
  SIMULATE_WARM_UP_DAYS(
      "simulate.warm_up_days", "warm-up-days", whole(0, 1e5), "0", Stage.SIMULATE, Stage.PLAN),
  SIMULATE_RECOVERED_AT(
      "simulate.recovered_at", "recovered-at", above(0, 1), "0.99", Stage.SIMULATE, Stage.PLAN),
  SIMULATE_DAYS(
      "simulate.days", "days", new Domain.Open(whole(1, 1e5)), "", Stage.SIMULATE, Stage.PLAN),
  SIMULATE_PIPELINE("simulate.pipeline", "pipeline", choice("usual", "empty"), "usual"),
  SIMULATE_TRACE("simulate.trace", "trace", text(), ""),
  SIMULATE_TRAJECTORIES("simulate.trajectories", "trajectories", text(), ""),
  SIMULATE_UNTIL_WIDTH(
      "simulate.until_width",
      "until-width",
      new Domain.Open(above(0, Double.POSITIVE_INFINITY)),
      ""),
  SIMULATE_MOST_REPLICATIONS(
      "simulate.most_replications", "most-replications", whole(1, 1e6), "10000"),
  SIMULATE_ATTRIBUTION("simulate.attribution", "attribution", choice("auto", "none"), "auto"),
  SIMULATE_SCALES("simulate.scales", "scales", choice("site", "all"), "site"),

  PLAN_REMOVE_SITE("plan.remove_site", "remove-site", text(), ""),
  PLAN_HORIZON_DAYS("plan.horizon_days", "horizon-days", whole(1, 1e4), "180"),
  PLAN_HORIZON("plan.horizon", "horizon", new Domain.Open(whole(1, 1e4)), ""),
  PLAN_OBJECTIVE("plan.objective", "objective", text(), "shortfall,cost"),
  PLAN_BAN("plan.ban", "ban", new Domain.Texts(), ""),
  PLAN_ALLOW("plan.allow", "allow", new Domain.Texts(), ""),
  PLAN_DECISION_DAY("plan.decision_day", "decision-day", new Domain.Open(whole(0, 1e5)), ""),
  PLAN_LONGEST_PERIOD_DAYS("plan.longest_period_days", "longest-period-days", whole(1, 1e4), "30"),
  PLAN_MOST_PERIODS("plan.most_periods", "most-periods", whole(1, 400), "10"),
  PLAN_CASES("plan.cases", "cases", text(), ""),
  PLAN_SHARE_CAP("plan.share_cap", "share-cap", above(0, 1), "1"),
  PLAN_SHARE_BY("plan.share_by", "share-by", choice("site", "firm", "region"), "firm"),
  PLAN_GAP("plan.gap", "gap", from(0, 0.5), "0.0001"),
  PLAN_MOST_NODES("plan.most_nodes", "most-nodes", whole(1, 1e9), "20000"),
  PLAN_TIME_LIMIT_SECONDS(
      "plan.time_limit_seconds", "time-limit-seconds", new Domain.Open(above(0, 1e6)), ""),
  PLAN_COMPARE("plan.compare", "compare", new Domain.Flag(), "false"),
  PLAN_REPLAN_DAYS("plan.replan_days", "replan-days", whole(1, 1e4), "14"),
  PLAN_COMPARE_REPLICATIONS(
      "plan.compare_replications", "compare-replications", whole(2, 1e4), "8");

  private final String key;
  private final String option;

  @SuppressWarnings("ImmutableEnumChecker") // every domain is a record of copied values
  private final Domain domain;

  private final String standard;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of, which nobody can change
  private final Set<Stage> stages;

  Setting(String key, String option, Domain domain, String standard, Stage... stages) {
    this.key = key;
    this.option = option;
    this.domain = domain;
    this.standard = standard;
    this.stages = stages.length > 0 ? Set.of(stages) : Set.of(stageOf(key));
  }

  /** A setting belongs to the stage that its key begins with, unless several are named. */
  private static Stage stageOf(String key) {
    String head = key.substring(0, key.indexOf('.'));
    return Arrays.stream(Stage.values())
        .filter(stage -> stage.title().equals(head))
        .findFirst()
        .orElseThrow();
  }

  private static Domain text() {
    return new Domain.Text();
  }

  private static Domain choice(String... words) {
    return new Domain.Choice(Arrays.asList(words));
  }

  private static Domain from(double low, double high) {
    return new Domain.Numeric(low, false, high, false);
  }

  private static Domain above(double low, double high) {
    return new Domain.Numeric(low, true, high, false);
  }

  private static Domain whole(double low, double high) {
    return new Domain.Numeric(low, false, high, true);
  }

  /** Key in recipes, for example {@code exposure.horizon_days}. */
  public String key() {
    return key;
  }

  /** Name of the option on the command line of its stage, without the dashes. */
  public String option() {
    return option;
  }

  /** The values it may take. */
  public Domain domain() {
    return domain;
  }

  /** Its value where none is given. */
  public String standard() {
    return standard;
  }

  /** Whether the stage reads it. */
  public boolean isOf(Stage stage) {
    return stages.contains(stage);
  }

  /** The setting with that key. */
  public static Optional<Setting> of(String key) {
    return Arrays.stream(values()).filter(setting -> setting.key.equals(key)).findFirst();
  }
}
