package tenon.study.composite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.assess.GradeScale;
import tenon.assess.Tree;
import tenon.assess.pipeline.DataSet;
import tenon.assess.pipeline.PipelineResult;
import tenon.assess.spatial.SpatialWeights;
import tenon.assess.uncertainty.SensitivityResult;
import tenon.assess.uncertainty.UncertaintyResult;
import tenon.study.chart.Axis;
import tenon.study.chart.HeatTable;
import tenon.study.chart.LineChart;
import tenon.study.chart.MapChart;
import tenon.study.chart.Place;
import tenon.study.chart.Series;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.document.Document;
import tenon.study.text.Numbers;
import tenon.study.text.Words;

/**
 * The report of an index in the order in which a measurement study tells it: indicators, weights,
 * scores, then structure over groups, space and time, then robustness, then methods. A section that
 * the data do not allow says so.
 */
final class IndexReport {
  private static final int SHOWN = 40;
  private static final int PICTURED = 20;

  /** Periods that stand beside each other in a table. */
  private static final int COLUMNS = 12;

  private static final double LEAST_P = 1e-4;

  final PipelineResult result;
  final DataSet last;
  final Tree tree;
  final int top;
  final Words words;
  final IndexConfig chosen;
  final IndexData data;
  final @Nullable Map<String, String> groups;
  final @Nullable SpatialWeights neighbours;
  final List<Block> blocks = new ArrayList<>();

  /** Of all permutations. */
  final long seed;

  /** The grades of scores. */
  final GradeScale grades;

  /** What a full score is: 1 or 100; NaN where indicators have no such scale. */
  final double full;

  IndexReport(
      PipelineResult result,
      IndexConfig chosen,
      @Nullable Map<String, String> groups,
      @Nullable SpatialWeights neighbours,
      IndexData data,
      Locale locale,
      long seed) {
    this.seed = seed;
    this.data = data;
    this.result = result;
    this.chosen = chosen;
    this.groups = groups;
    this.neighbours = neighbours;
    last = result.last();
    tree = last.tree();
    top = tree.keys().id(chosen.node());
    words = new Words(locale);
    full = full(last);
    grades = chosen.reading().grades();
  }

  /** 1 or 100 where every indicator lies from 0 to it after the last step; else NaN. */
  static double full(DataSet data) {
    double most = 0;
    for (int nth = 0; nth < data.indicators(); nth++) {
      for (int unit = 0; unit < data.units().count(); unit++) {
        for (int period = 0; period < data.periods().count(); period++) {
          double value = data.value(data.indicator(nth), unit, period);
          if (value < 0 || value > 100) {
            return Double.NaN;
          }
          most = Double.isNaN(value) ? most : Math.max(most, value);
        }
      }
    }
    return most <= 1 ? 1 : 100;
  }

  Document document(
      IndexOutside outside,
      @Nullable UncertaintyResult uncertainty,
      @Nullable SensitivityResult sensitivity) {
    new IndexIndicators(this).add();
    IndexGrading grading = new IndexGrading(this);
    grading.reliability();
    new IndexWeights(this).add();
    scores();
    grading.add();
    outside.change();
    IndexStructure structure = new IndexStructure(this);
    structure.density();
    structure.dagum();
    IndexSpace space = new IndexSpace(this);
    space.moran();
    structure.convergence();
    space.markov();
    IndexDimensions dimensions = new IndexDimensions(this);
    dimensions.coupling();
    dimensions.obstacles();
    outside.durbin();
    new IndexRobustness(this).add(uncertainty, sensitivity);
    outside.predicts();
    new IndexMethods(this).add();
    return new Document(
        words.get("composite.title", name(top)),
        words.get(
            "composite.subtitle",
            Numbers.count(units()),
            Numbers.count(periods()),
            Numbers.count(last.indicators())),
        words.locale(),
        blocks);
  }

  int units() {
    return last.units().count();
  }

  int periods() {
    return last.periods().count();
  }

  void section(String key) {
    blocks.add(new Block.Heading(1, words.get("composite.h." + key)));
  }

  void subsection(String key) {
    blocks.add(new Block.Heading(2, words.get("composite.h." + key)));
  }

  void say(String key, String... arguments) {
    blocks.add(new Block.Paragraph(words.get(key, arguments)));
  }

  /** A node in the language of the reader. */
  String name(int node) {
    String zh = tree.hierarchy().nameZh(node);
    String en = tree.hierarchy().name(node);
    String named = words.chinese() && zh != null ? zh : en;
    return named == null ? tree.code(node) : named;
  }

  static Cell number(double value, int decimals) {
    return Double.isNaN(value) ? Cell.of("") : Cell.of(Numbers.fixed(value, decimals), value);
  }

  /** A probability of a test. */
  static Cell p(double value) {
    return !Double.isNaN(value) && value < LEAST_P ? Cell.of("<0.0001", value) : number(value, 4);
  }

  /** A column by period: all of them where they fit beside each other. */
  int[] shownPeriods() {
    int count = periods();
    return count <= COLUMNS
        ? IntStream.range(0, count).toArray()
        : IntStream.range(0, COLUMNS).map(k -> k * (count - 1) / (COLUMNS - 1)).toArray();
  }

  /** The head of a table with a column for each period shown. */
  List<String> byPeriod(String first) {
    List<String> header = new ArrayList<>(List.of(word(first)));
    Arrays.stream(shownPeriods()).forEach(period -> header.add(last.periods().key(period)));
    return header;
  }

  /** A note, and that not all periods are shown where it is so. */
  List<String> periodNotes(String key) {
    return periodsNoted(word(key));
  }

  /** A note, and which periods are shown where not all are. */
  private List<String> periodsNoted(String note) {
    return periods() <= COLUMNS
        ? List.of(note)
        : List.of(note, words.get("composite.n.periods", Numbers.count(COLUMNS), "" + periods()));
  }

  String word(String key) {
    return words.get("composite." + key);
  }

  /** Scores of the whole by unit in a period. */
  double[] topScores(int period) {
    return IntStream.range(0, units())
        .mapToDouble(unit -> result.scores().score(top, unit, period))
        .toArray();
  }

  /** Scores of the whole by unit and period. */
  double[][] topPanel() {
    double[][] panel = new double[units()][periods()];
    for (int period = 0; period < periods(); period++) {
      double[] column = topScores(period);
      for (int unit = 0; unit < column.length; unit++) {
        panel[unit][period] = column[unit];
      }
    }
    return panel;
  }

  static Cell amount(double value) {
    return Double.isNaN(value) ? Cell.of("") : Cell.of(Numbers.shown(value), value);
  }

  /** A unit in the language of the reader. */
  String unit(int unit) {
    return data.name(last.units().key(unit), words);
  }

  private void scores() {
    section("scores");
    int period = periods() - 1;
    double[] scores = topScores(period);
    int[] ranks = result.scores().ranks(top, period);
    boolean graded = !Double.isNaN(full);
    int decimals = full == 1 ? 3 : 2;
    List<String> header = new ArrayList<>(List.of(word("unit"), word("score"), word("rank")));
    if (graded) {
      header.add(word("grade"));
    }
    int[] dimensions = dimensions();
    Arrays.stream(dimensions).forEach(node -> header.add(name(node)));
    List<List<Cell>> rows = new ArrayList<>();
    for (int unit : order(scores)) {
      if (rows.size() == SHOWN) {
        break;
      }
      List<Cell> row = new ArrayList<>();
      row.add(Cell.of(unit(unit)));
      row.add(number(scores[unit], decimals));
      row.add(Cell.of(Integer.toString(ranks[unit]), ranks[unit]));
      if (graded) {
        int grade = grades.of(scores[unit] / full);
        row.add(Cell.of(grade < 0 ? "" : grades.title(grade, words.locale())));
      }
      for (int node : dimensions) {
        row.add(number(result.scores().score(node, unit, period), decimals));
      }
      rows.add(row);
    }
    int best = order(scores)[0];
    blocks.add(
        new Block.Grid(
            "scores_last",
            words.get(
                "composite.t.scores",
                unit(best),
                last.periods().key(period),
                Numbers.fixed(scores[best], decimals)),
            header,
            rows,
            units() > SHOWN ? List.of(word("more")) : List.of()));
    dashboard(scores, decimals);
    map(scores);
    grades();
    trend();
  }

  /** How many units have each grade, by period. */
  private void grades() {
    if (Double.isNaN(full)) {
      say("composite.grades.none");
      return;
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (int grade = grades.count() - 1; grade >= 0; grade--) {
      int own = grade;
      List<Cell> row = new ArrayList<>(List.of(Cell.of(grades.title(grade, words.locale()))));
      for (int period : shownPeriods()) {
        long count =
            Arrays.stream(topScores(period))
                .filter(score -> grades.of(score / full) == own)
                .count();
        row.add(Cell.of(Numbers.count(count), (double) count));
      }
      rows.add(row);
    }
    blocks.add(
        new Block.Grid(
            "grades", word("t.grades"), byPeriod("grade"), rows, periodsNoted(said(grades))));
  }

  /** The names of grades with their bounds, best first. */
  private String said(GradeScale scale) {
    return IntStream.iterate(scale.count() - 1, grade -> grade >= 0, grade -> grade - 1)
        .mapToObj(
            grade ->
                words.get(
                    "composite.grade.from",
                    scale.title(grade, words.locale()),
                    Numbers.exactCell(scale.grade(grade).from())))
        .collect(
            Collectors.joining(
                words.get("composite.list.comma"), "", words.get("composite.grade.of")));
  }

  /** The first units with all their dimensions at a glance. */
  private void dashboard(double[] scores, int decimals) {
    int[] dimensions = dimensions();
    int[] best = Arrays.stream(order(scores)).limit(PICTURED).toArray();
    if (dimensions.length < 2 || dimensions.length > 8) {
      return;
    }
    double[][] values = new double[best.length][dimensions.length + 1];
    for (int row = 0; row < best.length; row++) {
      values[row][0] = scores[best[row]];
      for (int d = 0; d < dimensions.length; d++) {
        values[row][d + 1] = result.scores().score(dimensions[d], best[row], periods() - 1);
      }
    }
    List<String> columns = new ArrayList<>(List.of(name(top)));
    Arrays.stream(dimensions).forEach(node -> columns.add(name(node)));
    blocks.add(
        new Block.Figure(
            "dashboard",
            words.get("composite.f.dashboard", last.periods().key(periods() - 1)),
            HeatTable.amounts(
                Arrays.stream(best).mapToObj(this::unit).toList(),
                columns,
                values,
                Math.min(decimals, full == 1 ? 2 : 1)),
            units() > PICTURED ? List.of(word("more")) : List.of()));
  }

  /** Scores where the units lie, if their places are known. */
  private void map(double[] scores) {
    List<Place> places = new ArrayList<>();
    for (int unit = 0; unit < scores.length; unit++) {
      double[] at = data.places().get(last.units().key(unit));
      if (at != null) {
        places.add(new Place(unit(unit), at[0], at[1], scores[unit]));
      }
    }
    if (places.size() < 2) {
      return;
    }
    List<String> notes =
        new ArrayList<>(
            List.of(
                words.get(
                    "composite.n.map", Numbers.count(places.size()), Numbers.count(units()))));
    List<String> far = MapChart.distant(places).stream().map(Place::name).toList();
    if (!far.isEmpty()) {
      notes.add(words.get("composite.n.map.far", String.join(", ", far)));
    }
    blocks.add(
        new Block.Figure(
            "map",
            words.get("composite.f.map", unit(order(scores)[0])),
            MapChart.of(word("score"), places),
            notes));
  }

  /** The nodes right beneath the whole. */
  int[] dimensions() {
    return IntStream.range(0, tree.childCount(top)).map(nth -> tree.child(top, nth)).toArray();
  }

  static int[] order(double[] scores) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted((a, b) -> Double.compare(down(scores[b]), down(scores[a])))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double down(double score) {
    return Double.isNaN(score) ? Double.NEGATIVE_INFINITY : score;
  }

  /** The last period, by its name. */
  String lastPeriod() {
    return last.periods().key(periods() - 1);
  }

  /** Names of the groups in the order of their first unit; one for all where there are none. */
  List<String> groupNames() {
    Map<String, String> by = groups;
    return by == null
        ? List.of(word("all"))
        : last.units().stream().map(unit -> by.getOrDefault(unit, "")).distinct().toList();
  }

  /** Number of the group of each unit. */
  int[] groupOf() {
    Map<String, String> by = groups;
    List<String> names = groupNames();
    return last.units().stream()
        .mapToInt(unit -> by == null ? 0 : names.indexOf(by.getOrDefault(unit, "")))
        .toArray();
  }

  double[] periodNumbers() {
    double[] numbers = new double[periods()];
    for (int t = 0; t < numbers.length; t++) {
      String key = last.periods().key(t);
      numbers[t] = key.matches("\\d{1,6}") ? Double.parseDouble(key) : t + 1;
    }
    return numbers;
  }

  private void trend() {
    if (periods() < 2) {
      say("composite.trend.none");
      return;
    }
    double[] at = periodNumbers();
    double[][] panel = topPanel();
    int[] group = groupOf();
    List<Series> series = new ArrayList<>();
    List<List<Cell>> rows = new ArrayList<>();
    List<String> names = groupNames();
    for (int g = 0; g < names.size(); g++) {
      int number = g;
      double[] means = means(panel, unit -> group[unit] == number);
      series.add(Series.of(names.get(g), at, means));
      rows.add(trendRow(names.get(g), means));
    }
    if (names.size() > 1) {
      rows.add(trendRow(word("all"), means(panel, _ -> true)));
    }
    blocks.add(
        new Block.Figure(
            "trend",
            words.get(
                "composite.f.trend", last.periods().key(0), last.periods().key(periods() - 1)),
            LineChart.of(Axis.years(word("period")), Axis.of(word("score")), series),
            List.of(word("n.trend"))));
    blocks.add(
        new Block.Grid("trend", word("t.trend"), byPeriod("group"), rows, periodNotes("n.trend")));
  }

  /** Means by period of the units that are known. */
  private static double[] means(double[][] panel, IntPredicate units) {
    double[] means = new double[panel[0].length];
    for (int t = 0; t < means.length; t++) {
      int period = t;
      means[t] =
          IntStream.range(0, panel.length)
              .filter(units)
              .mapToDouble(unit -> panel[unit][period])
              .filter(value -> !Double.isNaN(value))
              .average()
              .orElse(Double.NaN);
    }
    return means;
  }

  private List<Cell> trendRow(String name, double[] means) {
    List<Cell> row = new ArrayList<>(List.of(Cell.of(name)));
    int decimals = full == 1 ? 4 : 2;
    Arrays.stream(shownPeriods()).forEach(t -> row.add(number(means[t], decimals)));
    return row;
  }
}
