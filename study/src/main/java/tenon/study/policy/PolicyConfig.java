package tenon.study.policy;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.PlaceboDraws;
import tenon.evaluate.prepare.PreparationSpec;

/**
 * What a study file asks for. A part that is null or empty is not asked for, and the report says
 * so.
 *
 * @param unit column of units
 * @param period column of periods
 * @param treatment column that is 1 where treated
 * @param outcome column of the outcome
 * @param controls further regressors
 * @param clusters cluster variables
 * @param names names of columns in English and Chinese, by column
 * @param preparation what is done to the panel
 * @param described columns of the table of descriptives
 * @param events reference and end points of the event study, or null
 * @param placebo placebo draws, or null
 * @param alternatives other estimators by name
 * @param draws draws of wild bootstrap, bands and synthetic errors
 * @param bounds relative magnitudes of HonestDiD
 * @param checks robustness checks, in order
 * @param triple triple differences, or null
 * @param dynamic path dependence, or null
 * @param groups columns of groups
 * @param permutations permutations of groups among units
 * @param mediators columns of mediators
 * @param mediationDraws bootstrap draws of mediation
 * @param space spillovers, or null
 * @param power sizes of effects, or null
 * @param pilots where to pilot next, or null
 * @param twin the same policy as levers on the twin, or null
 * @param roster roster of treated places, or null
 * @param example what the result is written as a case under, or null
 */
record PolicyConfig(
    String unit,
    String period,
    String treatment,
    String outcome,
    List<String> controls,
    List<String> clusters,
    Map<String, List<String>> names,
    PreparationSpec preparation,
    List<String> described,
    @Nullable Events events,
    @Nullable Placebo placebo,
    List<String> alternatives,
    int draws,
    List<Double> bounds,
    List<Check> checks,
    @Nullable Triple triple,
    @Nullable Dynamic dynamic,
    List<String> groups,
    int permutations,
    List<String> mediators,
    int mediationDraws,
    @Nullable Space space,
    @Nullable Power power,
    @Nullable Pilots pilots,
    @Nullable Twin twin,
    @Nullable Roster roster,
    @Nullable CaseWords example) {

  /** Event study: what effects are told against, and where event times are put together. */
  record Events(int reference, int lowest, int highest) {}

  /** Placebo draws of each kind; near units within so many kilometres, NaN for none. */
  record Placebo(int draws, List<PlaceboDraws.Kind> kinds, double nearKm) {}

  /** A robustness check. */
  record Check(
      Kind kind, double from, double to, List<String> columns, double number, String outcome) {
    /** What is changed. */
    enum Kind {
      /** Periods outside a window are dropped. */
      WINDOW,
      /** Kernel matching on covariates. */
      PSM,
      /** Another outcome. */
      OUTCOME,
      /** More absorbed effects. */
      EFFECTS,
      /** Tails drawn in. */
      WINSORISE
    }
  }

  /** The group that the policy is about, as a value of a column. */
  record Triple(String group, String affected) {}

  /**
   * The outcome on its own lag.
   *
   * @param drivers columns that the lag is multiplied by
   * @param lags most lags used as instruments
   * @param draws draws of units for the errors of the corrected fixed effects
   */
  record Dynamic(List<String> drivers, int lags, int draws) {}

  /** Columns of positions and outer edges of rings, km. */
  record Space(String longitude, String latitude, List<Double> rings) {}

  /** Sizes of effect that power is told for. */
  record Power(List<Double> effects, int draws) {}

  /** Conditions that the effect may depend on, and how many units are shown. */
  record Pilots(List<String> conditions, int show) {}

  /** A chain, the levers that the policy pulls there, and what is measured. */
  record Twin(
      Path chain, Path levers, List<String> scenarios, int runs, BesideTwin.Measure measure) {}

  /** A table of treated places: the column of the unit and of how it was matched. */
  record Roster(Path file, String place, String unit, String how, String candidates) {}

  /** What a case says beside numbers. */
  record CaseWords(
      String id,
      String title,
      List<String> chains,
      String region,
      String cause,
      String from,
      List<String> conditions,
      String evidence) {}

  /** The name of a column in the language of the reader, or the column itself. */
  String name(String column, Locale locale) {
    List<String> both = names.get(column);
    return both == null ? column : both.get(locale.getLanguage().equals("zh") ? 1 : 0);
  }

  /** Whether another estimator is asked for. */
  boolean asks(String alternative) {
    return alternatives.contains(alternative);
  }
}
