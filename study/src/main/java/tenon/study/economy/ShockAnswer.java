package tenon.study.economy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tenon.model.Finding;
import tenon.model.IndustryTable;
import tenon.model.Loaded;
import tenon.packages.FlatTable;
import tenon.study.answer.Answer;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.twin.sector.SectorModel;
import tenon.twin.sector.SectorShock;
import tools.jackson.databind.node.ObjectNode;

/** {@code tenon economy shock}: what a fall of demand, of inputs or of capacity does to all. */
public final class ShockAnswer {
  private static final int SHOWN = 5;

  /** What falls. */
  public enum Kind {
    /** Final demand, money: column {@code loss}. */
    DEMAND,
    /** Primary inputs, money: column {@code loss}. */
    SUPPLY,
    /** Output, money: column {@code loss}. */
    CAPACITY,
    /** Shares of capacity and of final demand, with feedback. */
    BOTH
  }

  private static final String LOSS = "loss";
  private static final String CAPACITY_SHARE = "capacity_share";
  private static final String DEMAND_SHARE = "demand_share";

  private final IndustryTable table;
  private final FlatTable rows;
  private final List<Finding> faults = new ArrayList<>();

  private ShockAnswer(IndustryTable table, FlatTable rows) {
    this.table = table;
    this.rows = rows;
  }

  /**
   * The answer.
   *
   * @param shocks table with {@code sector}, {@code region} where the table has several, and {@code
   *     loss}, or {@code capacity_share} and {@code demand_share}
   */
  public static Loaded<Answer> of(TableSource source, Kind kind, Path shocks, Locale locale) {
    return ModelStep.run(
        source,
        (model, warnings) ->
            switch (FlatTable.read(shocks)) {
              case Loaded.Rejected<FlatTable>(var errors) -> new Loaded.Rejected<>(errors);
              case Loaded.Ready<FlatTable>(var rows, var none) ->
                  new ShockAnswer(model.table(), rows).answer(source, model, kind, shocks, locale);
            });
  }

  private Loaded<Answer> answer(
      TableSource source, SectorModel model, Kind kind, Path file, Locale locale) {
    boolean both = kind == Kind.BOTH;
    if (!rows.has("sector")) {
      faults.add(rows.unknown("sector"));
    }
    double[] first = column(both ? CAPACITY_SHARE : LOSS, !both, both);
    double[] second = both ? column(DEMAND_SHARE, false, true) : first;
    if (!faults.isEmpty()) {
      return new Loaded.Rejected<>(faults);
    }
    SectorShock shock =
        switch (kind) {
          case DEMAND -> SectorShock.demand(model, first);
          case SUPPLY -> SectorShock.supply(model, first);
          case CAPACITY -> SectorShock.capacity(model, first);
          case BOTH -> SectorShock.both(model, first, second);
        };
    double all = Arrays.stream(table.output()).sum();
    double lost = Arrays.stream(shock.outputLoss()).sum();
    double added = Arrays.stream(shock.valueAddedLoss()).sum();
    double[] left = table.output();
    for (int i = 0; i < left.length; i++) {
      left[i] -= shock.outputLoss()[i];
    }
    ObjectNode result = Json.object();
    result.put("kind", kind.name().toLowerCase(Locale.ROOT));
    result.set("sectors", EconomyTables.labels(table.industries()));
    result.set("x", Json.exact(left));
    result.set("dx", Json.exact(shock.outputLoss()));
    result.set("output_loss", Json.exact(lost));
    result.set("dVA", Json.exact(added));
    result.set("final_loss", Json.exact(Arrays.stream(shock.finalLoss()).sum()));
    Table out =
        EconomyTables.byIndustry(
            "shock.csv",
            table.industries(),
            List.of("output", "output_loss", "value_added_loss", "final_loss"),
            table.output(),
            shock.outputLoss(),
            shock.valueAddedLoss(),
            shock.finalLoss());
    List<String> lines = new ArrayList<>();
    lines.add(
        EconomyWords.say(
            locale,
            "shock.done",
            String.format(locale, "%.6g", lost),
            EconomyTables.percent(lost / all, locale),
            String.format(locale, "%.6g", added)));
    for (int i : EconomyTables.greatest(shock.outputLoss(), SHOWN)) {
      lines.add(
          EconomyWords.say(
              locale,
              "shock.line",
              table.title(i, locale),
              String.format(locale, "%.6g", shock.outputLoss()[i])));
    }
    Map<String, String> settings = new TreeMap<>(ModelStep.settings(source));
    settings.put("kind", kind.name().toLowerCase(Locale.ROOT));
    List<Path> inputs = new ArrayList<>(source.inputs());
    inputs.add(file);
    return new Loaded.Ready<>(
        new Answer("economy shock", lines, result, List.of(out), null, inputs, settings, true),
        List.of());
  }

  /** Numbers of a column by industry; a sector without a region means it in every region. */
  private double[] column(String name, boolean required, boolean share) {
    double[] byIndustry = new double[table.count()];
    if (!rows.has(name)) {
      if (required) {
        faults.add(rows.unknown(name));
      }
      return byIndustry;
    }
    faults.addAll(rows.noNumbers(name));
    if (!rows.isNumeric(name) || !rows.has("sector")) {
      return byIndustry;
    }
    double[] numbers = rows.numbers(name);
    List<String> sectors = rows.texts("sector");
    List<String> regions = rows.has("region") ? rows.texts("region") : List.of();
    for (int row = 0; row < numbers.length; row++) {
      double number = Double.isNaN(numbers[row]) ? 0 : numbers[row];
      String region = regions.isEmpty() ? "" : regions.get(row);
      String label = region.isEmpty() ? sectors.get(row) : region + "|" + sectors.get(row);
      List<Integer> places = Choice.of(table, label);
      if (places.isEmpty()) {
        faults.add(Choice.unknown(table, rows.file(), rows.line(row), "sector", label));
      }
      if (share && !(number >= 0 && number <= 1)) {
        faults.add(
            EconomyWords.error(
                "no-share", rows.file(), rows.line(row), name, Double.toString(number)));
      }
      for (int at : places) {
        byIndustry[at] += number;
      }
    }
    return byIndustry;
  }
}
