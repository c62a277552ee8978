package tenon.study.economy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tenon.model.Finding;
import tenon.model.Industry;
import tenon.model.IndustryTable;
import tenon.model.Loaded;
import tenon.study.answer.Answer;
import tenon.study.chart.HeatTable;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.document.Document;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.twin.sector.Linkages;
import tenon.twin.sector.SectorModel;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code tenon economy trend}: forward and backward linkages by industry and year. */
public final class TrendAnswer {
  private static final int SHOWN = 5;
  private static final int DRAWN = 20;

  /** A table of a year with its linkages. */
  private record Year(String name, IndustryTable table, Linkages links) {
    int place(Industry industry) {
      return table.industries().indexOf(industry);
    }
  }

  private final List<Year> years;
  private final List<Path> inputs;
  private final Map<String, String> settings;
  private final Locale locale;

  private TrendAnswer(
      List<Year> years, List<Path> inputs, Map<String, String> settings, Locale locale) {
    this.years = years;
    this.inputs = inputs;
    this.settings = settings;
    this.locale = locale;
  }

  /** From a package with several years, or from one file (or pair of files) for each year. */
  public static Loaded<Answer> of(TableSource source, Locale locale) {
    List<Finding> faults = new ArrayList<>();
    List<Finding> warnings = new ArrayList<>();
    Map<String, Year> years = new TreeMap<>();
    switch (source.byYear()) {
      case Loaded.Rejected<Map<String, TableSource>>(var errors) -> faults.addAll(errors);
      case Loaded.Ready<Map<String, TableSource>>(var sources, var none) -> {
        for (Map.Entry<String, TableSource> one : sources.entrySet()) {
          switch (one.getValue().read()) {
            case Loaded.Rejected<IndustryTable>(var errors) -> faults.addAll(errors);
            case Loaded.Ready<IndustryTable>(var table, var doubts) -> {
              warnings.addAll(doubts);
              SectorModel model = SectorModel.of(table);
              if (table.count() == 0 || !model.isSolvable()) {
                faults.add(EconomyWords.error("no-inverse", one.getValue().name(), 0, null, null));
              } else {
                years.put(one.getKey(), new Year(one.getKey(), table, Linkages.of(model)));
              }
            }
          }
        }
        if (faults.isEmpty() && years.size() < 2) {
          faults.add(EconomyWords.error("one-year", source.name(), 0, null, null));
        }
      }
    }
    return faults.isEmpty()
        ? new Loaded.Ready<>(
            new TrendAnswer(
                    List.copyOf(years.values()),
                    source.inputs(),
                    ModelStep.settings(source),
                    locale)
                .answer(),
            warnings)
        : new Loaded.Rejected<>(faults);
  }

  private Answer answer() {
    Table changes = changes();
    ObjectNode result = Json.object();
    result.set("years", Json.array(years.stream().map(Year::name).toList()));
    ArrayNode nodes = Json.array();
    for (List<String> row : changes.rows()) {
      ObjectNode node = Json.object();
      for (int at = 0; at < row.size(); at++) {
        node.put(changes.header().get(at), row.get(at));
      }
      nodes.add(node);
    }
    result.set("changes", nodes);
    return new Answer(
        "economy trend",
        lines(),
        result,
        List.of(byYear(), changes),
        document(),
        inputs,
        settings,
        true);
  }

  private Table byYear() {
    List<List<String>> rows = new ArrayList<>();
    for (Year year : years) {
      Linkages links = year.links();
      for (int i = 0; i < year.table().count(); i++) {
        List<String> row = new ArrayList<>();
        row.add(year.name());
        row.add(year.table().industries().get(i).region());
        row.add(year.table().industries().get(i).sector());
        for (double value :
            new double[] {
              year.table().output(i),
              links.directBackward()[i],
              links.directForward()[i],
              links.totalBackward()[i],
              links.totalForwardGhosh()[i],
              links.powerOfDispersion()[i],
              links.sensitivityGhosh()[i]
            }) {
          row.add(Numbers.exactCell(value));
        }
        row.add(links.isKey(i) ? "1" : "0");
        rows.add(row);
      }
    }
    return new Table(
        "linkages_by_year.csv",
        List.of(
            "year",
            "region",
            "sector",
            "output",
            "direct_backward",
            "direct_forward",
            "total_backward",
            "total_forward",
            "power_of_dispersion",
            "sensitivity_of_dispersion",
            "key_sector"),
        rows);
  }

  /** Industries of any year, in the order in which they first stand. */
  private List<Industry> industries() {
    Map<Industry, Boolean> all = new LinkedHashMap<>();
    years.forEach(year -> year.table().industries().forEach(one -> all.put(one, true)));
    return List.copyOf(all.keySet());
  }

  private static double power(Year year, Industry industry) {
    int at = year.place(industry);
    return at < 0 ? Double.NaN : year.links().powerOfDispersion()[at];
  }

  private static double sensitivity(Year year, Industry industry) {
    int at = year.place(industry);
    return at < 0 ? Double.NaN : year.links().sensitivityGhosh()[at];
  }

  private Table changes() {
    Year first = years.getFirst();
    Year last = years.getLast();
    List<List<String>> rows = new ArrayList<>();
    for (Industry one : industries()) {
      long key =
          years.stream()
              .filter(year -> year.place(one) >= 0 && year.links().isKey(year.place(one)))
              .count();
      rows.add(
          List.of(
              one.region(),
              one.sector(),
              first.name(),
              last.name(),
              Numbers.exactCell(power(first, one)),
              Numbers.exactCell(power(last, one)),
              Numbers.exactCell(power(last, one) - power(first, one)),
              Numbers.exactCell(sensitivity(first, one)),
              Numbers.exactCell(sensitivity(last, one)),
              Numbers.exactCell(sensitivity(last, one) - sensitivity(first, one)),
              Long.toString(key)));
    }
    return new Table(
        "changes.csv",
        List.of(
            "region",
            "sector",
            "first_year",
            "last_year",
            "power_first",
            "power_last",
            "power_change",
            "sensitivity_first",
            "sensitivity_last",
            "sensitivity_change",
            "years_key_sector"),
        rows);
  }

  private List<String> lines() {
    Year first = years.getFirst();
    Year last = years.getLast();
    List<Industry> all = industries();
    double[] moved =
        all.stream()
            .mapToDouble(
                one ->
                    Math.abs(power(last, one) - power(first, one))
                        + Math.abs(sensitivity(last, one) - sensitivity(first, one)))
            .map(change -> Double.isNaN(change) ? -1 : change)
            .toArray();
    List<String> lines = new ArrayList<>();
    lines.add(
        EconomyWords.say(
            locale,
            "trend.done",
            Integer.toString(all.size()),
            Integer.toString(years.size()),
            first.name(),
            last.name()));
    for (int i : EconomyTables.greatest(moved, SHOWN)) {
      if (moved[i] >= 0) {
        Industry one = all.get(i);
        lines.add(
            EconomyWords.say(
                locale,
                "trend.line",
                last.table().title(last.place(one), locale),
                Numbers.fixed(power(first, one), 2),
                Numbers.fixed(power(last, one), 2),
                Numbers.fixed(sensitivity(first, one), 2),
                Numbers.fixed(sensitivity(last, one), 2)));
      }
    }
    return lines;
  }

  private Document document() {
    Year last = years.getLast();
    List<Integer> greatest = EconomyTables.greatest(last.table().output(), DRAWN);
    List<String> names = greatest.stream().map(i -> last.table().title(i, locale)).toList();
    List<String> columns = years.stream().map(Year::name).toList();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(EconomyWords.say(locale, "report.trend.how")));
    for (boolean backward : new boolean[] {true, false}) {
      double[][] values = new double[greatest.size()][years.size()];
      List<List<Cell>> rows = new ArrayList<>();
      for (int i = 0; i < values.length; i++) {
        Industry one = last.table().industries().get(greatest.get(i));
        List<Cell> row = new ArrayList<>(List.of(Cell.of(names.get(i))));
        for (int y = 0; y < columns.size(); y++) {
          values[i][y] = backward ? power(years.get(y), one) : sensitivity(years.get(y), one);
          row.add(LinkagesReport.cell(values[i][y], 2));
        }
        rows.add(row);
      }
      String word = backward ? "power" : "sensitivity";
      List<String> header = new ArrayList<>(columns);
      header.addFirst(EconomyWords.say(locale, "report.column.sector"));
      String title = EconomyWords.say(locale, "report.trend." + word);
      List<String> note = List.of(EconomyWords.say(locale, "report.trend.note"));
      blocks.add(new Block.Figure(word + "_by_year", title, picture(names, columns, values), note));
      if (years.size() <= 8) {
        blocks.add(new Block.Grid(word, title, header, rows, note));
      }
    }
    return new Document(
        EconomyWords.say(locale, "report.trend.name"),
        columns.getFirst() + "-" + columns.getLast(),
        locale,
        blocks);
  }

  /** Around 1, the mean of all industries; of many years every so many-th is drawn. */
  private static String picture(List<String> names, List<String> columns, double[][] values) {
    int step = (columns.size() + 11) / 12;
    int[] drawn =
        IntStream.range(0, columns.size())
            .filter(y -> (columns.size() - 1 - y) % step == 0)
            .toArray();
    double[][] gaps = new double[values.length][drawn.length];
    for (int i = 0; i < values.length; i++) {
      for (int y = 0; y < drawn.length; y++) {
        gaps[i][y] = values[i][drawn[y]] - 1;
      }
    }
    return HeatTable.sides(names, IntStream.of(drawn).mapToObj(columns::get).toList(), gaps, 2);
  }
}
