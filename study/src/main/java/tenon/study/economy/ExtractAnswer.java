package tenon.study.economy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tenon.model.Finding;
import tenon.model.IndustryTable;
import tenon.model.Loaded;
import tenon.study.answer.Answer;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.twin.sector.Extraction;
import tenon.twin.sector.Extraction.Part;
import tenon.twin.sector.SectorModel;
import tools.jackson.databind.node.ObjectNode;

/** {@code tenon economy extract}: what the economy loses without a sector. */
public final class ExtractAnswer {
  private static final int SHOWN = 5;

  private ExtractAnswer() {}

  /**
   * The answer.
   *
   * @param sectors names of what falls away together; empty for every industry by itself
   */
  public static Loaded<Answer> of(TableSource source, List<String> sectors, Locale locale) {
    return ModelStep.run(
        source,
        (model, warnings) ->
            sectors.isEmpty()
                ? every(source, model, locale)
                : together(source, model, sectors, locale));
  }

  private static Loaded<Answer> every(TableSource source, SectorModel model, Locale locale) {
    IndustryTable table = model.table();
    int n = table.count();
    double all = Arrays.stream(table.output()).sum();
    double[] total = new double[n];
    double[] backward = new double[n];
    double[] forward = new double[n];
    for (int i = 0; i < n; i++) {
      total[i] = Arrays.stream(Extraction.loss(model, Part.TOTAL, i)).sum();
      backward[i] = Arrays.stream(Extraction.loss(model, Part.BACKWARD, i)).sum();
      forward[i] = Arrays.stream(Extraction.loss(model, Part.FORWARD, i)).sum();
    }
    double[] share = Arrays.stream(total).map(lost -> lost / all).toArray();
    ObjectNode result = Json.object();
    result.set("sectors", EconomyTables.labels(table.industries()));
    result.set("hyp_extraction_total_output_loss", Json.exact(total));
    result.set("loss_backward", Json.exact(backward));
    result.set("loss_forward", Json.exact(forward));
    Table rows =
        EconomyTables.byIndustry(
            "extraction.csv",
            table.industries(),
            List.of("output", "loss_total", "loss_backward", "loss_forward", "share_of_output"),
            table.output(),
            total,
            backward,
            forward,
            share);
    List<String> lines = new ArrayList<>();
    for (int i : EconomyTables.greatest(total, SHOWN)) {
      lines.add(
          EconomyWords.say(
              locale,
              "extract.line",
              table.title(i, locale),
              String.format(locale, "%.6g", total[i]),
              EconomyTables.percent(share[i], locale)));
    }
    return answer(source, lines, result, rows, List.of());
  }

  private static Loaded<Answer> together(
      TableSource source, SectorModel model, List<String> sectors, Locale locale) {
    IndustryTable table = model.table();
    List<Finding> faults = new ArrayList<>();
    TreeSet<Integer> chosen = new TreeSet<>();
    for (String sector : sectors) {
      List<Integer> places = Choice.of(table, sector);
      if (places.isEmpty()) {
        faults.add(Choice.unknown(table, source.name(), 0, "--sector", sector));
      }
      chosen.addAll(places);
    }
    if (!faults.isEmpty()) {
      return new Loaded.Rejected<>(faults);
    }
    int[] extracted = chosen.stream().mapToInt(Integer::intValue).toArray();
    double all = Arrays.stream(table.output()).sum();
    double[] total = Extraction.loss(model, Part.TOTAL, extracted);
    double[] backward = Extraction.loss(model, Part.BACKWARD, extracted);
    double[] forward = Extraction.loss(model, Part.FORWARD, extracted);
    double[] left = table.output();
    for (int i = 0; i < left.length; i++) {
      left[i] -= total[i];
    }
    for (int i : extracted) {
      left[i] = 0;
    }
    double lost = Arrays.stream(total).sum();
    ObjectNode result = Json.object();
    result.set("extracted", Json.array(sectors));
    result.set("sectors", EconomyTables.labels(table.industries()));
    result.set("x", Json.exact(left));
    result.set("output_loss", Json.exact(lost));
    result.set("output_loss_backward", Json.exact(Arrays.stream(backward).sum()));
    result.set("output_loss_forward", Json.exact(Arrays.stream(forward).sum()));
    Table rows =
        EconomyTables.byIndustry(
            "extraction.csv",
            table.industries(),
            List.of("output", "loss_total", "loss_backward", "loss_forward", "output_left"),
            table.output(),
            total,
            backward,
            forward,
            left);
    String line =
        EconomyWords.say(
            locale,
            "extract.line",
            String.join(", ", sectors),
            String.format(locale, "%.6g", lost),
            EconomyTables.percent(lost / all, locale));
    return answer(source, List.of(line), result, rows, sectors);
  }

  private static Loaded<Answer> answer(
      TableSource source, List<String> lines, ObjectNode result, Table rows, List<String> sectors) {
    Map<String, String> settings = new TreeMap<>(ModelStep.settings(source));
    settings.put("sector", String.join(",", sectors));
    return new Loaded.Ready<>(
        new Answer(
            "economy extract", lines, result, List.of(rows), null, source.inputs(), settings, true),
        List.of());
  }
}
