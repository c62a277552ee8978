package tenon.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tenon.twin.ExposureSpec;

/**
 * How an exposure study is made: with its package, all that is needed to repeat it.
 *
 * @param horizonDays longest time to survive that is told apart from infinity, days, above 0
 * @param assumedTtrDays time to recover where none is stated, days, not negative
 * @param assumedProbabilityPerYear probability of an outage within a year where none is stated, 0 to 1
 * @param stockLost whether the stock at the disrupted site is lost with it
 * @param roles only sites of firms in one of these roles; empty for all
 * @param siteIds only these sites; empty for all
 * @param threads threads to work on, at least 1; the results do not depend on it, so the manifest does
 *     not name it
 * @param locale language of report and messages: Chinese, or else English
 * @param date date that the results bear, or null for none; never taken from the clock
 */
public record ExposureRecipe(
    double horizonDays,
    double assumedTtrDays,
    double assumedProbabilityPerYear,
    boolean stockLost,
    List<String> roles,
    List<String> siteIds,
    int threads,
    Locale locale,
    @Nullable LocalDate date) {

  /**
   * @throws IllegalArgumentException if a number is out of its range; the message names it
   */
  public ExposureRecipe {
    new ExposureSpec(
        horizonDays, assumedTtrDays, assumedProbabilityPerYear, stockLost, null, threads);
    roles = List.copyOf(roles);
    siteIds = List.copyOf(siteIds);
  }

  /** The defaults of {@link ExposureSpec#standard()}, all sites, in English. */
  public static ExposureRecipe standard() {
    ExposureSpec spec = ExposureSpec.standard();
    return new ExposureRecipe(
        spec.horizonDays(),
        spec.assumedTtrDays(),
        spec.assumedProbabilityPerYear(),
        spec.stockLost(),
        List.of(),
        List.of(),
        spec.threads(),
        Locale.ENGLISH,
        null);
  }

  public ExposureRecipe withHorizonDays(double days) {
    return new ExposureRecipe(
        days, assumedTtrDays, assumedProbabilityPerYear, stockLost, roles, siteIds, threads, locale,
        date);
  }

  public ExposureRecipe withAssumedTtrDays(double days) {
    return new ExposureRecipe(
        horizonDays, days, assumedProbabilityPerYear, stockLost, roles, siteIds, threads, locale,
        date);
  }

  public ExposureRecipe withAssumedProbabilityPerYear(double probability) {
    return new ExposureRecipe(
        horizonDays, assumedTtrDays, probability, stockLost, roles, siteIds, threads, locale, date);
  }

  public ExposureRecipe withStockLost(boolean lost) {
    return new ExposureRecipe(
        horizonDays, assumedTtrDays, assumedProbabilityPerYear, lost, roles, siteIds, threads,
        locale, date);
  }

  public ExposureRecipe withRoles(List<String> names) {
    return new ExposureRecipe(
        horizonDays, assumedTtrDays, assumedProbabilityPerYear, stockLost, names, siteIds, threads,
        locale, date);
  }

  public ExposureRecipe withSiteIds(List<String> ids) {
    return new ExposureRecipe(
        horizonDays, assumedTtrDays, assumedProbabilityPerYear, stockLost, roles, ids, threads,
        locale, date);
  }

  public ExposureRecipe withThreads(int count) {
    return new ExposureRecipe(
        horizonDays, assumedTtrDays, assumedProbabilityPerYear, stockLost, roles, siteIds, count,
        locale, date);
  }

  public ExposureRecipe withLocale(Locale language) {
    return new ExposureRecipe(
        horizonDays, assumedTtrDays, assumedProbabilityPerYear, stockLost, roles, siteIds, threads,
        language, date);
  }

  public ExposureRecipe withDate(@Nullable LocalDate day) {
    return new ExposureRecipe(
        horizonDays, assumedTtrDays, assumedProbabilityPerYear, stockLost, roles, siteIds, threads,
        locale, day);
  }

  /** The command line that repeats the study on the package in the current directory's PACKAGE. */
  public List<String> commandLine() {
    List<String> words = new ArrayList<>(List.of("tenon", "exposure", "PACKAGE"));
    words.addAll(List.of("--horizon-days", Numbers.cell(horizonDays)));
    words.addAll(List.of("--ttr-days", Numbers.cell(assumedTtrDays)));
    words.addAll(List.of("--probability", Numbers.cell(assumedProbabilityPerYear)));
    if (stockLost) {
      words.add("--stock-lost");
    }
    roles.forEach(role -> words.addAll(List.of("--role", role)));
    siteIds.forEach(site -> words.addAll(List.of("--site", site)));
    words.addAll(List.of("--lang", language()));
    if (date != null) {
      words.addAll(List.of("--date", date.toString()));
    }
    words.addAll(List.of("--out", "DIR"));
    return List.copyOf(words);
  }

  /** Language of the words: {@code zh} or {@code en}. */
  String language() {
    return locale.getLanguage().equals("zh") ? "zh" : "en";
  }

  /** The part of the recipe that the computation needs. */
  ExposureSpec spec(@Nullable List<String> sites) {
    return new ExposureSpec(
        horizonDays, assumedTtrDays, assumedProbabilityPerYear, stockLost, sites, threads);
  }
}
