package tenon.study.economy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.IndustryTable;
import tenon.model.Loaded;
import tenon.study.answer.Answer;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.twin.sector.Ario;
import tenon.twin.sector.ArioResult;
import tenon.twin.sector.ArioSpec;
import tools.jackson.databind.node.ObjectNode;

/** {@code tenon economy ario}: a loss of capital, day by day. */
public final class ArioAnswer {
  private static final int SHOWN = 5;
  private static final int MONTH = 30;

  private ArioAnswer() {}

  /**
   * What is asked.
   *
   * @param events file of parameters and events
   * @param steps number of steps; 0 for what the file says
   * @param compatible whether to round as BoARIO does
   */
  public record Question(Path events, int steps, boolean compatible) {}

  public static Loaded<Answer> of(TableSource source, Question question, Locale locale) {
    return ModelStep.read(source, table -> answer(source, table, question, locale));
  }

  private static Loaded<Answer> answer(
      TableSource source, IndustryTable table, Question question, Locale locale) {
    List<Finding> faults = faults(source, table);
    if (!faults.isEmpty()) {
      return new Loaded.Rejected<>(faults);
    }
    return switch (ArioFile.read(question.events(), table)) {
      case Loaded.Rejected<ArioFile.Run>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<ArioFile.Run>(var run, var warnings) -> {
        ArioSpec spec = run.spec().withRounding(question.compatible());
        if (question.steps() > 0) {
          spec = spec.withSteps(question.steps());
        }
        ArioResult result = Ario.run(table, spec, run.events());
        List<Finding> told = new ArrayList<>(warnings);
        overwhelmed(source, table, result, told);
        yield new Loaded.Ready<>(
            new Answer(
                "economy ario",
                lines(table, result, locale),
                json(table, spec, result),
                tables(table, result),
                ArioReport.of(table, result, locale),
                inputs(source, question.events()),
                settings(source, question, spec),
                true),
            told);
      }
    };
  }

  /** The model rations and reorders; with flows below 0 neither means anything. */
  private static List<Finding> faults(TableSource source, IndustryTable table) {
    List<Finding> faults = new ArrayList<>();
    for (int i = 0; i < table.count(); i++) {
      for (int j = 0; j < table.count(); j++) {
        if (table.intermediate(i, j) < 0) {
          faults.add(
              EconomyWords.error(
                  "ario-negative",
                  source.name(),
                  0,
                  table.industries().get(j).label(),
                  Double.toString(table.intermediate(i, j)),
                  table.industries().get(i).label()));
        }
      }
    }
    return faults;
  }

  /** Tells where more capital was lost than there is. */
  private static void overwhelmed(
      TableSource source, IndustryTable table, ArioResult result, List<Finding> told) {
    for (int i = 0; i < table.count(); i++) {
      double least = Double.POSITIVE_INFINITY;
      double worst = 0;
      for (int step = 0; step < result.capacity().length; step++) {
        least = Math.min(least, result.capacity()[step][i]);
        worst = Math.max(worst, result.capitalLost()[step][i]);
      }
      if (least <= 0 && worst > 0) {
        told.add(
            EconomyWords.warning(
                "ario-overwhelmed",
                source.name(),
                table.industries().get(i).label(),
                Double.toString(worst)));
      }
    }
  }

  private static List<Path> inputs(TableSource source, @Nullable Path events) {
    List<Path> inputs = new ArrayList<>(source.inputs());
    if (events != null) {
      inputs.add(events);
    }
    return inputs;
  }

  private static Map<String, String> settings(
      TableSource source, Question question, ArioSpec spec) {
    Map<String, String> settings = new TreeMap<>(ModelStep.settings(source));
    settings.put("steps", Integer.toString(spec.steps()));
    settings.put("compatible", Boolean.toString(question.compatible()));
    settings.put("psi_param", Double.toString(spec.psi()));
    settings.put("main_inv_dur", Double.toString(spec.inventory()));
    settings.put("order_type", spec.alternative() ? "alt" : "noalt");
    return settings;
  }

  private static List<Table> tables(IndustryTable table, ArioResult result) {
    int n = table.count();
    double[] usual = result.usual();
    double[] loss = new double[n];
    double[] least = new double[n];
    double[] unmet = new double[n];
    for (int i = 0; i < n; i++) {
      loss[i] = result.productionLoss(i);
      least[i] = result.leastShare(i);
      for (double[] day : result.unmetByIndustry()) {
        unmet[i] += day[i];
      }
    }
    return List.of(
        EconomyTables.byDay("production.csv", "sector", table.industries(), result.production()),
        EconomyTables.byDay(
            "unmet_final_demand.csv", "category", table.finalUses(), result.unmetByUse()),
        EconomyTables.byDay("capacity.csv", "sector", table.industries(), result.capacity()),
        EconomyTables.byDay(
            "overproduction.csv", "sector", table.industries(), result.overproduction()),
        EconomyTables.byDay(
            "unmet_by_industry.csv", "sector", table.industries(), result.unmetByIndustry()),
        EconomyTables.byDay("capital_lost.csv", "sector", table.industries(), result.capitalLost()),
        EconomyTables.byIndustry(
            "industries.csv",
            table.industries(),
            List.of("usual_per_step", "production_loss", "least_share", "unmet_final_demand"),
            usual,
            loss,
            least,
            unmet));
  }

  private static ObjectNode json(IndustryTable table, ArioSpec spec, ArioResult result) {
    ObjectNode root = Json.object();
    double[][] made = result.production();
    int worst = 0;
    for (int i = 0; i < table.count(); i++) {
      worst = result.leastShare(i) < result.leastShare(worst) ? i : worst;
    }
    root.put("region_sectors", table.count());
    root.put("steps", spec.steps());
    root.set("production_day0_total", Json.exact(total(made[0])));
    root.set("cum_production_loss", Json.exact(result.productionLoss()));
    root.set("cum_unmet_final_demand", Json.exact(result.unmet()));
    root.set("min_rel_production", Json.exact(result.leastShare(worst)));
    root.put("argmin", table.industries().get(worst).label());
    root.set("prod_total_day30", Json.exact(total(made[Math.min(MONTH, made.length - 1)])));
    root.set("prod_total_last", Json.exact(total(made[made.length - 1])));
    root.put("mode", spec.rounding() ? "compatible" : "exact");
    return root;
  }

  private static double total(double[] day) {
    double sum = 0;
    for (double value : day) {
      sum += value;
    }
    return sum;
  }

  private static List<String> lines(IndustryTable table, ArioResult result, Locale locale) {
    List<String> lines = new ArrayList<>();
    double usual = total(result.usual());
    lines.add(
        EconomyWords.say(
            locale,
            "ario.done",
            Integer.toString(result.production().length),
            Integer.toString(table.count()),
            String.format(locale, "%.6g", result.productionLoss()),
            String.format(locale, "%.3g", result.productionLoss() / usual),
            String.format(locale, "%.6g", result.unmet())));
    double[] loss = new double[table.count()];
    for (int i = 0; i < loss.length; i++) {
      loss[i] = result.productionLoss(i);
    }
    for (int i : EconomyTables.greatest(loss, SHOWN)) {
      lines.add(
          EconomyWords.say(
              locale,
              "ario.line",
              table.title(i, locale),
              String.format(locale, "%.6g", loss[i]),
              EconomyTables.percent(result.leastShare(i), locale)));
    }
    return lines;
  }
}
