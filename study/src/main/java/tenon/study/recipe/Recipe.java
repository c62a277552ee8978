package tenon.study.recipe;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Message;
import tenon.model.Severity;
import tenon.study.text.Refusal;

/**
 * How a study is made: with its package, all that is needed to repeat it. Immutable.
 *
 * <p>The number of threads is no part of it in the sense that no result depends on it, so the
 * manifest does not name it.
 */
public final class Recipe {
  private final List<Stage> stages;
  private final Map<Setting, String> values;
  private final long seed;
  private final int threads;
  private final Locale locale;
  private final @Nullable LocalDate date;

  private Recipe(
      List<Stage> stages,
      Map<Setting, String> values,
      long seed,
      int threads,
      Locale locale,
      @Nullable LocalDate date) {
    this.stages = stages;
    this.values = values;
    this.seed = seed;
    this.threads = threads;
    this.locale = locale;
    this.date = date;
  }

  /** The stages with all settings as they stand, in English, seed 1, one thread a processor. */
  public static Recipe of(Stage... stages) {
    return of(List.of(stages));
  }

  /** As {@link #of(Stage...)}; stages are done in the order of the loop, each once. */
  public static Recipe of(List<Stage> stages) {
    int processors = Runtime.getRuntime().availableProcessors();
    List<Stage> ordered = stages.stream().distinct().sorted().toList();
    return new Recipe(ordered, Map.of(), 1, processors, Locale.ENGLISH, null);
  }

  /**
   * The same with one setting changed.
   *
   * @param text the value as text, for example {@code 0.05}, {@code true} or {@code a,b}
   * @throws IllegalArgumentException if the value is none of the setting's domain
   */
  public Recipe with(Setting setting, String text) {
    String value = setting.domain().canonical(text);
    if (value == null) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no value of " + setting.key() + " " + setting.domain());
    }
    Map<Setting, String> changed = new EnumMap<>(Setting.class);
    changed.putAll(values);
    changed.put(setting, value);
    return new Recipe(stages, Collections.unmodifiableMap(changed), seed, threads, locale, date);
  }

  /**
   * The same with several settings changed.
   *
   * @param changes each as {@code key=value}
   * @return the changed recipe, or every fault of the changes
   */
  public Loaded<Recipe> changed(List<String> changes) {
    List<Finding> faults = new ArrayList<>();
    Recipe recipe = this;
    for (String change : changes) {
      int at = change.indexOf('=');
      Optional<Setting> setting = Setting.of(at < 0 ? change : change.substring(0, at));
      String value = change.substring(at + 1);
      if (at < 0 || setting.isEmpty()) {
        faults.add(Refusal.of("unknown-setting", "", change, known()));
      } else if (setting.get().domain().canonical(value) == null) {
        faults.add(fault(setting.get(), value));
      } else {
        recipe = recipe.with(setting.get(), value);
      }
    }
    return faults.isEmpty() ? new Loaded.Ready<>(recipe, List.of()) : new Loaded.Rejected<>(faults);
  }

  private static String known() {
    return String.join(", ", Arrays.stream(Setting.values()).map(Setting::key).toList());
  }

  /** Why a setting does not take a value, and what to write instead. */
  public static Finding fault(Setting setting, String value) {
    return new Finding(
        Severity.ERROR,
        "setting-value",
        setting.key(),
        0,
        null,
        value,
        Message.of(Refusal.BUNDLE, "setting-value"),
        setting.domain().mend());
  }

  public Recipe withStages(List<Stage> others) {
    List<Stage> ordered = others.stream().distinct().sorted().toList();
    return new Recipe(ordered, values, seed, threads, locale, date);
  }

  public Recipe withSeed(long number) {
    return new Recipe(stages, values, number, threads, locale, date);
  }

  public Recipe withThreads(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("threads " + count + " is too few; write at least 1");
    }
    return new Recipe(stages, values, seed, count, locale, date);
  }

  public Recipe withLocale(Locale language) {
    return new Recipe(stages, values, seed, threads, language, date);
  }

  public Recipe withDate(@Nullable LocalDate day) {
    return new Recipe(stages, values, seed, threads, locale, day);
  }

  /** What is done, in the order of the loop. */
  public List<Stage> stages() {
    return stages;
  }

  public boolean does(Stage stage) {
    return stages.contains(stage);
  }

  /** Seed of every random number. */
  public long seed() {
    return seed;
  }

  /** Threads to work on. */
  public int threads() {
    return threads;
  }

  /** Language of report and messages: Chinese, or else English. */
  public Locale locale() {
    return locale;
  }

  /** Date that the results bear, or null for none; never taken from the clock. */
  public @Nullable LocalDate date() {
    return date;
  }

  /** Language of the words: {@code zh} or {@code en}. */
  public String language() {
    return locale.getLanguage().equals("zh") ? "zh" : "en";
  }

  public String text(Setting setting) {
    return values.getOrDefault(setting, setting.standard());
  }

  public double number(Setting setting) {
    return Double.parseDouble(text(setting));
  }

  public int whole(Setting setting) {
    return (int) number(setting);
  }

  public boolean flag(Setting setting) {
    return text(setting).equals("true");
  }

  public List<String> texts(Setting setting) {
    String text = text(setting);
    return text.isEmpty() ? List.of() : List.of(text.split(","));
  }

  /** Every setting that the stages read, with its value; in the order of declaration. */
  public Map<Setting, String> settings() {
    Map<Setting, String> read = new LinkedHashMap<>();
    for (Setting setting : Setting.values()) {
      if (stages.stream().anyMatch(setting::isOf)) {
        read.put(setting, text(setting));
      }
    }
    return Collections.unmodifiableMap(read);
  }

  /**
   * The command line that repeats the study on the package in the current directory's PACKAGE;
   * settings at their standard value are left out.
   */
  public List<String> commandLine() {
    boolean alone = stages.size() == 1;
    String command = alone ? stages.getFirst().title() : "report";
    List<String> words = new ArrayList<>(List.of("tenon", command, "PACKAGE"));
    settings()
        .forEach(
            (setting, value) -> {
              if (!value.equals(setting.standard())) {
                words.addAll(alone ? option(setting, value) : set(setting, value));
              }
            });
    if (!alone) {
      words.addAll(List.of("--stages", String.join(",", titles())));
    }
    if (seed != 1) {
      words.addAll(List.of("--seed", Long.toString(seed)));
    }
    words.addAll(List.of("--lang", language()));
    if (date != null) {
      words.addAll(List.of("--date", date.toString()));
    }
    words.addAll(List.of("--out", "DIR"));
    return List.copyOf(words);
  }

  /** Names of the stages. */
  public List<String> titles() {
    return stages.stream().map(Stage::title).toList();
  }

  private static List<String> option(Setting setting, String value) {
    String name = "--" + setting.option();
    return setting.domain() instanceof Domain.Flag ? List.of(name) : List.of(name, value);
  }

  private static List<String> set(Setting setting, String value) {
    return List.of("--set", setting.key() + "=" + value);
  }
}
