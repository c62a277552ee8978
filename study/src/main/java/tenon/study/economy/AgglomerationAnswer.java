package tenon.study.economy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import tenon.assess.structure.Agglomeration;
import tenon.assess.structure.Concentration;
import tenon.model.Loaded;
import tenon.study.answer.Answer;
import tenon.study.chart.HeatTable;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.document.Document;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code tenon economy agglomeration}: which sectors crowd where, and what regions are for. */
public final class AgglomerationAnswer {
  private static final int SHOWN = 5;
  private static final int DRAWN = 16;
  private static final List<String> BY_SECTOR =
      List.of(
          "amount",
          "regions",
          "plants",
          "greatest_region",
          "greatest_share",
          "hhi_regions",
          "locational_gini",
          "spatial_gini",
          "raw_concentration_G",
          "hhi_plants_H",
          "ellison_glaeser");
  private static final List<String> BY_REGION =
      List.of(
          "amount",
          "share",
          "hhi_sectors",
          "krugman_specialisation",
          "relative_diversity",
          "leading_sector",
          "leading_lq");

  /**
   * What is asked.
   *
   * @param source a package, or a table as CSV
   * @param region column of the region; empty for a usual name, as the others
   */
  public record Question(Path source, String region, String sector, String value, String time) {}

  /** A period: names, amounts and plants. */
  private record Period(
      String time,
      List<String> regions,
      List<String> sectors,
      Agglomeration sums,
      List<List<Double>> plants) {

    static Period of(String time, List<Plants.Plant> rows) {
      List<String> regions =
          List.copyOf(new TreeSet<>(rows.stream().map(Plants.Plant::region).toList()));
      List<String> sectors =
          List.copyOf(new TreeSet<>(rows.stream().map(Plants.Plant::sector).toList()));
      double[][] amounts = new double[regions.size()][sectors.size()];
      List<List<Double>> plants = new ArrayList<>();
      sectors.forEach(sector -> plants.add(new ArrayList<>()));
      Map<String, Integer> regionAt = places(regions);
      Map<String, Integer> sectorAt = places(sectors);
      for (Plants.Plant plant : rows) {
        int sector = sectorAt.getOrDefault(plant.sector(), 0);
        amounts[regionAt.getOrDefault(plant.region(), 0)][sector] += plant.size();
        if (plant.size() > 0) {
          plants.get(sector).add(plant.size());
        }
      }
      return new Period(time, regions, sectors, new Agglomeration(amounts), plants);
    }

    private static Map<String, Integer> places(List<String> names) {
      Map<String, Integer> places = new TreeMap<>();
      for (String name : names) {
        places.put(name, places.size());
      }
      return places;
    }
  }

  private final Plants plants;
  private final Question question;
  private final Locale locale;
  private final List<Period> periods = new ArrayList<>();

  private AgglomerationAnswer(Plants plants, Question question, Locale locale) {
    this.plants = plants;
    this.question = question;
    this.locale = locale;
    for (String time : times()) {
      periods.add(
          Period.of(time, plants.rows().stream().filter(row -> row.time().equals(time)).toList()));
    }
  }

  private SortedSet<String> times() {
    return new TreeSet<>(plants.rows().stream().map(Plants.Plant::time).toList());
  }

  /** Reads the plants and measures. */
  public static Loaded<Answer> of(Question question, Locale locale) {
    Plants.Layout layout =
        new Plants.Layout(question.region(), question.sector(), question.value(), question.time());
    return switch (Plants.read(question.source(), layout)) {
      case Loaded.Rejected<Plants>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<Plants>(var plants, var warnings) ->
          new Loaded.Ready<>(new AgglomerationAnswer(plants, question, locale).answer(), warnings);
    };
  }

  private Answer answer() {
    Table sectors = sectors();
    Table regions = regions();
    ObjectNode result = Json.object();
    result.put("measure", plants.measure());
    result.set("sectors", nodes(sectors));
    result.set("regions", nodes(regions));
    Map<String, String> settings = new TreeMap<>();
    settings.put("region", question.region());
    settings.put("sector", question.sector());
    settings.put("value", question.value());
    settings.put("time", question.time());
    return new Answer(
        "economy agglomeration",
        lines(),
        result,
        List.of(sectors, regions, quotients()),
        document(),
        plants.inputs(),
        settings,
        true);
  }

  private static ArrayNode nodes(Table table) {
    ArrayNode nodes = Json.array();
    for (List<String> row : table.rows()) {
      ObjectNode node = Json.object();
      for (int at = 0; at < row.size(); at++) {
        node.put(table.header().get(at), row.get(at));
      }
      nodes.add(node);
    }
    return nodes;
  }

  private static List<String> header(String first, List<String> more) {
    List<String> header = new ArrayList<>(List.of("period", first));
    header.addAll(more);
    return header;
  }

  private double plantConcentration(Period period, int sector) {
    return plants.single()
        ? Concentration.herfindahl(
            period.plants().get(sector).stream().mapToDouble(Double::doubleValue).toArray())
        : Double.NaN;
  }

  private double gamma(Period period, int sector) {
    return period.sums().ellisonGlaeser(sector, plantConcentration(period, sector));
  }

  private Table sectors() {
    List<List<String>> rows = new ArrayList<>();
    for (Period period : periods) {
      Agglomeration sums = period.sums();
      for (int i = 0; i < sums.sectors(); i++) {
        int sector = i;
        int most = greatest(sums.regions(), r -> sums.amount(r, sector));
        long held =
            IntStream.range(0, sums.regions()).filter(r -> sums.amount(r, sector) > 0).count();
        List<String> row = new ArrayList<>(List.of(period.time(), period.sectors().get(i)));
        row.add(Numbers.exactCell(sums.ofSector(i)));
        row.add(Long.toString(held));
        row.add(plants.single() ? Integer.toString(period.plants().get(i).size()) : "");
        row.add(sums.ofSector(i) > 0 ? period.regions().get(most) : "");
        for (double value :
            new double[] {
              sums.share(most, i),
              sums.herfindahl(i),
              sums.locationalGini(i),
              sums.spatialGini(i),
              sums.rawConcentration(i),
              plantConcentration(period, i),
              gamma(period, i)
            }) {
          row.add(Numbers.exactCell(value));
        }
        rows.add(row);
      }
    }
    return new Table("agglomeration.csv", header("sector", BY_SECTOR), rows);
  }

  private Table regions() {
    List<List<String>> rows = new ArrayList<>();
    for (Period period : periods) {
      Agglomeration sums = period.sums();
      for (int r = 0; r < sums.regions(); r++) {
        int region = r;
        int leads = greatest(sums.sectors(), i -> sums.locationQuotient(region, i));
        rows.add(
            List.of(
                period.time(),
                period.regions().get(r),
                Numbers.exactCell(sums.ofRegion(r)),
                Numbers.exactCell(sums.share(r)),
                Numbers.exactCell(sums.sectoralHerfindahl(r)),
                Numbers.exactCell(sums.specialisation(r)),
                Numbers.exactCell(sums.relativeDiversity(r)),
                sums.ofRegion(r) > 0 ? period.sectors().get(leads) : "",
                Numbers.exactCell(sums.locationQuotient(r, leads))));
      }
    }
    return new Table("specialisation.csv", header("region", BY_REGION), rows);
  }

  private Table quotients() {
    List<List<String>> rows = new ArrayList<>();
    for (Period period : periods) {
      for (int r = 0; r < period.regions().size(); r++) {
        for (int i = 0; i < period.sectors().size(); i++) {
          rows.add(
              List.of(
                  period.time(),
                  period.regions().get(r),
                  period.sectors().get(i),
                  Numbers.exactCell(period.sums().amount(r, i)),
                  Numbers.exactCell(period.sums().share(r, i)),
                  Numbers.exactCell(period.sums().locationQuotient(r, i))));
        }
      }
    }
    return new Table(
        "location_quotients.csv",
        List.of("period", "region", "sector", "amount", "share_of_sector", "location_quotient"),
        rows);
  }

  /** The place of the greatest value; the first of equals, unknown values last. */
  private static int greatest(int count, IntToDoubleFunction value) {
    int most = 0;
    for (int at = 1; at < count; at++) {
      double here = value.applyAsDouble(at);
      double best = value.applyAsDouble(most);
      most = here > best || (Double.isNaN(best) && !Double.isNaN(here)) ? at : most;
    }
    return most;
  }

  /** Sectors that there are in the last period, those that crowd most first. */
  private List<Integer> crowded() {
    Period last = periods.getLast();
    double[] gini = new double[last.sectors().size()];
    for (int i = 0; i < gini.length; i++) {
      double value = last.sums().locationalGini(i);
      gini[i] = Double.isNaN(value) ? -1 : value;
    }
    return EconomyTables.greatest(gini, gini.length).stream()
        .filter(at -> last.sums().ofSector(at) > 0)
        .toList();
  }

  private List<String> lines() {
    Period last = periods.getLast();
    List<String> lines = new ArrayList<>();
    lines.add(
        EconomyWords.say(
            locale,
            "agglomeration.done",
            Integer.toString(last.sectors().size()),
            Integer.toString(last.regions().size()),
            plants.measure()));
    for (int i : crowded().stream().limit(SHOWN).toList()) {
      int most = greatest(last.regions().size(), r -> last.sums().amount(r, i));
      double gamma = gamma(last, i);
      lines.add(
          EconomyWords.say(
              locale,
              Double.isNaN(gamma) ? "agglomeration.line.short" : "agglomeration.line",
              last.sectors().get(i),
              last.regions().get(most),
              EconomyTables.percent(last.sums().share(most, i), locale),
              Numbers.fixed(last.sums().locationalGini(i), 3),
              Numbers.fixed(gamma, 3)));
    }
    int region = greatest(last.regions().size(), r -> last.sums().specialisation(r));
    int leads = greatest(last.sectors().size(), i -> last.sums().locationQuotient(region, i));
    if (last.regions().size() > 1) {
      lines.add(
          EconomyWords.say(
              locale,
              "agglomeration.special",
              last.regions().get(region),
              Numbers.fixed(last.sums().specialisation(region), 2),
              last.sectors().get(leads)));
    }
    return lines;
  }

  private Document document() {
    Period last = periods.getLast();
    Agglomeration sums = last.sums();
    List<Integer> sectors = crowded().stream().limit(DRAWN).toList();
    List<Integer> regions =
        EconomyTables.greatest(
            IntStream.range(0, sums.regions()).mapToDouble(sums::ofRegion).toArray(), DRAWN);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(EconomyWords.say(locale, "report.agglomeration.how")));
    blocks.add(
        new Block.Formula(
            "\\gamma=\\frac{\\sum_r(s_r-x_r)^2-(1-\\sum_r x_r^2)H}{(1-\\sum_r x_r^2)(1-H)}",
            "gamma = (sum (s - x)^2 - (1 - sum x^2) H) / ((1 - sum x^2) (1 - H))"));
    List<List<Cell>> rows = new ArrayList<>();
    for (int i : sectors) {
      int most = greatest(sums.regions(), r -> sums.amount(r, i));
      rows.add(
          List.of(
              Cell.of(last.sectors().get(i)),
              Cell.of(last.regions().get(most)),
              LinkagesReport.cell(100 * sums.share(most, i), 1),
              LinkagesReport.cell(sums.locationalGini(i), 3),
              LinkagesReport.cell(sums.herfindahl(i), 3),
              LinkagesReport.cell(gamma(last, i), 3)));
    }
    blocks.add(
        new Block.Grid(
            "agglomeration",
            EconomyWords.say(locale, "report.agglomeration.title", last.time()).strip(),
            words("sector", "region", "share", "gini", "hhi", "gamma"),
            rows,
            List.of(EconomyWords.say(locale, "report.agglomeration.note", plants.measure()))));
    double[][] quotients = new double[regions.size()][sectors.size()];
    for (int r = 0; r < quotients.length; r++) {
      for (int i = 0; i < sectors.size(); i++) {
        quotients[r][i] = sums.locationQuotient(regions.get(r), sectors.get(i));
      }
    }
    blocks.add(
        new Block.Figure(
            "location_quotients",
            EconomyWords.say(locale, "report.quotients.title"),
            HeatTable.amounts(
                regions.stream().map(last.regions()::get).toList(),
                sectors.stream().map(last.sectors()::get).toList(),
                quotients,
                1),
            List.of(EconomyWords.say(locale, "report.quotients.note"))));
    return new Document(
        EconomyWords.say(locale, "report.agglomeration.name"), plants.measure(), locale, blocks);
  }

  private List<String> words(String... keys) {
    List<String> words = new ArrayList<>();
    for (String key : keys) {
      words.add(EconomyWords.say(locale, "report.column." + key));
    }
    return words;
  }
}
