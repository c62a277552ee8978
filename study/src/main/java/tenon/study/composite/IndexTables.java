package tenon.study.composite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.assess.GradeScale;
import tenon.assess.Tree;
import tenon.assess.pipeline.DataSet;
import tenon.assess.pipeline.IndicatorStatistics;
import tenon.assess.pipeline.PipelineResult;
import tenon.assess.pipeline.Stage;
import tenon.assess.uncertainty.SensitivityResult;
import tenon.assess.uncertainty.Sobol;
import tenon.assess.uncertainty.UncertaintyResult;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The numbers of an index as tables, lines and JSON. */
final class IndexTables {
  private static final int SHOWN = 15;

  private final PipelineResult result;
  private final DataSet last;
  private final Tree tree;
  private final int top;
  private final GradeScale grades;
  private final IndicatorStatistics.Bounds flags;
  private final double interval;

  IndexTables(PipelineResult result, IndexConfig chosen) {
    this.result = result;
    grades = chosen.reading().grades();
    flags = chosen.reading().flags();
    interval = chosen.interval();
    last = result.last();
    tree = last.tree();
    top = tree.keys().id(chosen.node());
  }

  List<Table> all(
      @Nullable UncertaintyResult uncertainty, @Nullable SensitivityResult sensitivity) {
    List<Table> tables = new ArrayList<>();
    tables.add(scores());
    tables.add(ranks());
    if (!Double.isNaN(IndexReport.full(last))) {
      tables.add(grades());
    }
    tables.add(weights());
    tables.add(statistics());
    for (int step = 0; step < result.stages().size(); step++) {
      Stage stage = result.stages().get(step);
      tables.add(step(step + 1, IndexConfig.word(stage.step()), stage.data()));
    }
    if (uncertainty != null) {
      tables.add(runs(uncertainty));
      tables.add(rankIntervals(uncertainty));
    }
    if (sensitivity != null) {
      tables.add(sobol(sensitivity));
    }
    return tables;
  }

  /** Nodes from the top down, then the indicators. */
  private List<Integer> nodes() {
    return IntStream.range(0, tree.nodes())
        .map(tree::downward)
        .filter(node -> !(tree.isLeaf(node) && tree.isTop(node)))
        .boxed()
        .toList();
  }

  private Table scores() {
    return byNode(
        "scores.csv",
        (node, unit, period) -> Numbers.exactCell(result.scores().score(node, unit, period)));
  }

  private Table ranks() {
    int[][][] ranks = new int[tree.nodes()][last.periods().count()][];
    for (int node : nodes()) {
      for (int period = 0; period < ranks[node].length; period++) {
        ranks[node][period] = result.scores().ranks(node, period);
      }
    }
    return byNode(
        "ranks.csv",
        (node, unit, period) -> {
          int rank = ranks[node][period][unit];
          return rank == 0 ? "" : Integer.toString(rank);
        });
  }

  /** Names of grades in English, whatever the language of the reader. */
  private Table grades() {
    double full = IndexReport.full(last);
    return byNode(
        "grades.csv",
        (node, unit, period) -> {
          int grade = grades.of(result.scores().score(node, unit, period) / full);
          return grade < 0 ? "" : grades.title(grade, Locale.ENGLISH);
        });
  }

  /** What the indicators look like as they came and after each step. */
  private Table statistics() {
    List<List<String>> rows = new ArrayList<>();
    statistics("raw", result.raw(), rows);
    for (int step = 0; step < result.stages().size(); step++) {
      Stage stage = result.stages().get(step);
      statistics(stage(step + 1, IndexConfig.word(stage.step())), stage.data(), rows);
    }
    return new Table(
        "statistics.csv",
        List.of(
            "data",
            "code",
            "min",
            "max",
            "mean",
            "median",
            "sd",
            "skewness",
            "kurtosis",
            "cells",
            "known",
            "nonzero",
            "unique",
            "same",
            "share_known",
            "share_nonzero",
            "share_unique",
            "share_same",
            "flags"),
        rows);
  }

  private void statistics(String stage, DataSet data, List<List<String>> rows) {
    for (IndicatorStatistics one : IndicatorStatistics.of(data)) {
      List<String> row = new ArrayList<>(List.of(stage, one.code()));
      for (double number :
          new double[] {
            one.min(),
            one.max(),
            one.mean(),
            one.median(),
            one.deviation(),
            one.skewness(),
            one.kurtosis(),
            one.cells(),
            one.known(),
            one.nonzero(),
            one.unique(),
            one.same(),
            one.shareKnown(),
            one.shareNonzero(),
            one.shareUnique(),
            one.shareSame()
          }) {
        row.add(Numbers.exactCell(number));
      }
      row.add(
          one.flags(flags).stream()
              .map(flag -> flag.name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(" ")));
      rows.add(row);
    }
  }

  private static String stage(int number, String name) {
    return "step_" + number + "_" + name;
  }

  /** What stands in a cell. */
  private interface Content {
    String of(int node, int unit, int period);
  }

  private Table byNode(String file, Content content) {
    List<String> header = new ArrayList<>(List.of("unit", "period"));
    nodes().forEach(node -> header.add(tree.code(node)));
    List<List<String>> rows = new ArrayList<>();
    for (int unit = 0; unit < last.units().count(); unit++) {
      for (int period = 0; period < last.periods().count(); period++) {
        List<String> row =
            new ArrayList<>(List.of(last.units().key(unit), last.periods().key(period)));
        for (int node : nodes()) {
          row.add(content.of(node, unit, period));
        }
        rows.add(row);
      }
    }
    return new Table(file, header, rows);
  }

  private Table weights() {
    List<List<String>> rows = new ArrayList<>();
    for (int node : nodes()) {
      int parent = tree.hierarchy().parent(node);
      rows.add(
          List.of(
              tree.code(node),
              parent < 0 ? "" : tree.code(parent),
              Numbers.exactCell(result.weights().local(node)),
              Numbers.exactCell(result.weights().global(node))));
    }
    return new Table("weights.csv", List.of("code", "parent", "local", "global"), rows);
  }

  private static Table step(int number, String name, DataSet data) {
    List<String> header = new ArrayList<>(List.of("unit", "period"));
    for (int nth = 0; nth < data.indicators(); nth++) {
      header.add(data.tree().code(data.indicator(nth)));
    }
    List<List<String>> rows = new ArrayList<>();
    for (int unit = 0; unit < data.units().count(); unit++) {
      for (int period = 0; period < data.periods().count(); period++) {
        List<String> row =
            new ArrayList<>(List.of(data.units().key(unit), data.periods().key(period)));
        for (int nth = 0; nth < data.indicators(); nth++) {
          row.add(Numbers.exactCell(data.value(data.indicator(nth), unit, period)));
        }
        rows.add(row);
      }
    }
    return new Table(stage(number, name) + ".csv", header, rows);
  }

  /** Units of a panel with several periods are told apart by period. */
  private String unit(int unit, int period) {
    String key = last.units().key(unit);
    return last.periods().count() == 1 ? key : key + " " + last.periods().key(period);
  }

  private Table runs(UncertaintyResult uncertainty) {
    List<String> header = new ArrayList<>(List.of("unit"));
    for (int run = 1; run <= uncertainty.design().runs(); run++) {
      header.add("r_" + run);
    }
    List<List<String>> rows = new ArrayList<>();
    for (int unit = 0; unit < last.units().count(); unit++) {
      for (int period = 0; period < last.periods().count(); period++) {
        List<String> row = new ArrayList<>(List.of(unit(unit, period)));
        for (int run = 0; run < uncertainty.design().runs(); run++) {
          row.add(Numbers.exactCell(uncertainty.score(run, unit, period)));
        }
        rows.add(row);
      }
    }
    return new Table("runs_scores.csv", header, rows);
  }

  private Table rankIntervals(UncertaintyResult uncertainty) {
    List<List<String>> rows = new ArrayList<>();
    for (int unit = 0; unit < last.units().count(); unit++) {
      for (int period = 0; period < last.periods().count(); period++) {
        UncertaintyResult.Ranks ranks = uncertainty.ranks(unit, period, interval);
        rows.add(
            List.of(
                unit(unit, period),
                Integer.toString(ranks.nominal()),
                Numbers.exactCell(ranks.mean()),
                Integer.toString(ranks.median()),
                Integer.toString(ranks.low()),
                Integer.toString(ranks.high())));
      }
    }
    return new Table(
        "uncertain_ranks.csv", List.of("unit", "nominal", "mean", "median", "low", "high"), rows);
  }

  private static Table sobol(SensitivityResult sensitivity) {
    List<List<String>> rows = new ArrayList<>();
    for (int factor = 0; factor < sensitivity.indices().size(); factor++) {
      Sobol.Indices indices = sensitivity.indices().get(factor);
      rows.add(
          List.of(
              sensitivity.spec().factors().get(factor).name(),
              Numbers.exactCell(indices.first()),
              Numbers.exactCell(indices.total()),
              Numbers.exactCell(indices.firstLow()),
              Numbers.exactCell(indices.firstHigh()),
              Numbers.exactCell(indices.totalLow()),
              Numbers.exactCell(indices.totalHigh())));
    }
    return new Table(
        "sobol.csv", List.of("factor", "S", "ST", "S_low", "S_high", "ST_low", "ST_high"), rows);
  }

  /** The best units of the last period, and what moves their ranks. */
  List<String> lines(
      Locale locale,
      @Nullable UncertaintyResult uncertainty,
      @Nullable SensitivityResult sensitivity) {
    Words words = new Words(locale);
    int period = last.periods().count() - 1;
    List<String> lines = new ArrayList<>();
    lines.add(
        words.get(
            "composite.done",
            Numbers.count(last.units().count()),
            Numbers.count(last.indicators()),
            tree.code(top),
            last.periods().key(period)));
    IntStream.range(0, last.units().count())
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer unit) -> -result.scores().score(top, unit, period)))
        .limit(SHOWN)
        .forEach(
            unit ->
                lines.add(
                    "  "
                        + last.units().key(unit)
                        + " "
                        + Numbers.fixed(result.scores().score(top, unit, period), 2)));
    if (uncertainty != null) {
      double shift = 0;
      for (int run = 0; run < uncertainty.design().runs(); run++) {
        shift += uncertainty.rankShift(run) / uncertainty.design().runs();
      }
      lines.add(
          words.get(
              "composite.uncertain",
              Numbers.count(uncertainty.design().runs()),
              Numbers.fixed(shift, 2)));
    }
    if (sensitivity != null) {
      for (int factor = 0; factor < sensitivity.indices().size(); factor++) {
        lines.add(
            words.get(
                "composite.sobol",
                sensitivity.spec().factors().get(factor).name(),
                Numbers.fixed(sensitivity.indices().get(factor).first(), 3),
                Numbers.fixed(sensitivity.indices().get(factor).total(), 3)));
      }
    }
    return lines;
  }

  ObjectNode json(
      @Nullable UncertaintyResult uncertainty, @Nullable SensitivityResult sensitivity) {
    ObjectNode root = Json.object();
    root.put("node", tree.code(top));
    root.put("units", last.units().count());
    root.put("periods", last.periods().count());
    root.put("indicators", last.indicators());
    double full = IndexReport.full(last);
    ArrayNode scores = root.putArray("scores");
    for (int period = 0; period < last.periods().count(); period++) {
      int[] ranks = result.scores().ranks(top, period);
      for (int unit = 0; unit < last.units().count(); unit++) {
        ObjectNode node = scores.addObject();
        node.put("unit", last.units().key(unit));
        node.put("period", last.periods().key(period));
        node.set("score", Json.exact(result.scores().score(top, unit, period)));
        node.put("rank", ranks[unit]);
        int grade = grades.of(result.scores().score(top, unit, period) / full);
        if (grade >= 0) {
          node.put("grade", grades.title(grade, Locale.ENGLISH));
        }
      }
    }
    ObjectNode weights = root.putObject("weights");
    nodes()
        .forEach(node -> weights.set(tree.code(node), Json.exact(result.weights().global(node))));
    if (uncertainty != null) {
      root.put("runs", uncertainty.design().runs());
    }
    if (sensitivity != null) {
      root.put("sensitivity_exact", sensitivity.exact());
      ObjectNode sobol = root.putObject("sobol");
      for (int factor = 0; factor < sensitivity.indices().size(); factor++) {
        ObjectNode node = sobol.putObject(sensitivity.spec().factors().get(factor).name());
        node.set("S", Json.exact(sensitivity.indices().get(factor).first()));
        node.set("ST", Json.exact(sensitivity.indices().get(factor).total()));
      }
    }
    return root;
  }
}
