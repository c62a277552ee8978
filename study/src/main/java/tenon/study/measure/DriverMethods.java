package tenon.study.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.assess.Weighting;
import tenon.assess.drivers.Decomposition;
import tenon.assess.drivers.DriverRegression;
import tenon.assess.drivers.Prediction;
import tenon.assess.pipeline.Aggregator;
import tenon.assess.pipeline.Pipeline;
import tenon.assess.pipeline.PipelineResult;
import tenon.assess.pipeline.PipelineSpec;
import tenon.assess.statistics.IndustryRanking;
import tenon.model.Columns;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Panel;
import tenon.model.Resource;
import tenon.packages.FlatTable;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;
import tenon.study.text.Words;
import tenon.study.workbook.TableFile;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What moved an index, which industry comes first, and whether a score tells what happened. */
final class DriverMethods {
  private static final String TOP = "index";
  private static final double CONFIDENCE = .95;
  private static final List<String> PERIODS = List.of("period", "Time", "year");

  private DriverMethods() {}

  /** A table with the columns of units and periods. */
  private record Rows(FlatTable table, List<String> units, List<String> periods) {}

  /** Reads the table; {@code needed} columns have to be there and hold numbers. */
  private static @Nullable Rows rows(
      Asked asked, List<String> needed, boolean timed, List<Finding> findings) {
    Loaded<FlatTable> loaded = TableFile.read(asked.source());
    findings.addAll(loaded.findings());
    if (!(loaded instanceof Loaded.Ready<FlatTable>(var table, var _))) {
      return null;
    }
    String given = asked.text("id");
    String id = given.isEmpty() ? table.names().getFirst() : given;
    String time = timed ? asked.text("time") : "";
    if (timed && time.isEmpty()) {
      time = PERIODS.stream().filter(table::has).findFirst().orElse("period");
    }
    List<String> all = new ArrayList<>(needed);
    all.add(id);
    if (timed) {
      all.add(time);
    }
    for (String name : all) {
      if (!table.has(name)) {
        findings.add(table.unknown(name));
      } else if (needed.contains(name)) {
        findings.addAll(table.noNumbers(name));
      }
    }
    return findings.stream().anyMatch(Finding::isError)
        ? null
        : new Rows(table, table.texts(id), timed ? table.texts(time) : List.of());
  }

  /** Industries by the weighted mean of their scores. */
  static Loaded<Answer> industries(Asked asked) {
    return MeasureMethods.onMatrix(asked, (matrix, findings) -> ranked(asked, matrix, findings));
  }

  private static @Nullable Answer ranked(Asked asked, DataMatrix matrix, List<Finding> findings) {
    String file = DataMatrix.file(asked.source());
    double[][] scores = new double[matrix.units().size()][];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = matrix.row(row);
      for (int k = 0; k < scores[row].length; k++) {
        if (Double.isNaN(scores[row][k])) {
          String place = file + " " + matrix.indicators().get(k);
          findings.add(Refusal.of("industry-unknown", place, matrix.units().get(row)));
        }
      }
    }
    if (findings.stream().anyMatch(Finding::isError)) {
      return null;
    }
    IndustryRanking ranking =
        IndustryRanking.weighted(matrix.units(), scores, matrix.weightsOrEqual());
    Answering answering = new Answering(asked, "industries");
    ArrayNode array = answering.root.putArray("industries");
    List<String> names = new ArrayList<>();
    double[][] columns = new double[2][ranking.places().size()];
    for (IndustryRanking.Place place : ranking.places()) {
      ObjectNode node = array.addObject();
      node.put("industry", place.industry());
      node.set("overall", Json.exact(place.overall()));
      node.put("priority", place.priority());
      columns[0][names.size()] = place.overall();
      columns[1][names.size()] = place.priority();
      names.add(place.industry());
      answering.line(place.priority() + " " + place.industry(), place.overall());
    }
    return answering
        .table("industries.csv", "industry", names, List.of("overall", "priority"), columns)
        .done();
  }

  /** Whether a score tells outcomes. */
  static Loaded<Answer> predicts(Asked asked) {
    List<Finding> findings = new ArrayList<>();
    List<String> outcomes = asked.texts("outcome");
    List<String> controls = asked.texts("controls");
    List<String> needed = new ArrayList<>(List.of(asked.text("score")));
    needed.addAll(outcomes);
    needed.addAll(controls);
    Rows rows = rows(asked, needed, false, findings);
    if (rows == null) {
      return new Loaded.Rejected<>(findings);
    }
    double[][] held = controls.stream().map(rows.table()::numbers).toArray(double[][]::new);
    double[] score = rows.table().numbers(asked.text("score"));
    Words words = new Words(asked.locale());
    Answering answering = new Answering(asked, "predicts");
    ArrayNode array = answering.root.putArray("outcomes");
    for (String outcome : outcomes) {
      double[] happened = rows.table().numbers(outcome);
      Prediction found =
          Prediction.of(score, happened, held, asked.whole("folds", 5), asked.seed());
      if (found == null) {
        findings.add(Refusal.of("predicts-few", rows.table().file(), outcome));
        continue;
      }
      ObjectNode node = array.addObject();
      node.put("outcome", outcome);
      node.put("rows", found.rows());
      node.set("rank_correlation", Json.exact(found.rankCorrelation()));
      node.set("rank_p", Json.exact(found.rankP()));
      node.set("coefficient", Json.exact(found.coefficient()));
      node.set("standard_error", Json.exact(found.standardError()));
      node.set("p", Json.exact(found.p()));
      node.set("r_squared", Json.exact(found.rSquared()));
      node.set("out_of_sample", Json.exact(found.outOfSample()));
      node.set("gain", Json.exact(found.outOfSampleGain()));
      node.put("predicts", found.tells());
      answering.line(
          words.get(
              found.tells() ? "composite.predicts.yes" : "composite.predicts.no",
              outcome,
              Numbers.fixed(found.rankCorrelation(), 2),
              Numbers.fixed(found.outOfSampleGain(), 2)));
    }
    return findings.stream().anyMatch(Finding::isError)
        ? new Loaded.Rejected<>(findings)
        : new Loaded.Ready<>(answering.done(), findings);
  }

  /** Parts of indicators in the change of their mean; regression on outside drivers. */
  static Loaded<Answer> drivers(Asked asked) {
    List<Finding> findings = new ArrayList<>();
    List<String> outside = asked.texts("x");
    List<String> columns = asked.texts("columns");
    List<String> needed = new ArrayList<>(columns);
    needed.addAll(outside);
    Rows rows = rows(asked, needed, true, findings);
    double[] weights = weights(asked, columns, findings);
    if (rows == null || findings.stream().anyMatch(Finding::isError)) {
      return new Loaded.Rejected<>(findings);
    }
    if (new LinkedHashSet<>(rows.periods()).size() < 2 && outside.isEmpty()) {
      findings.add(Refusal.of("one-period", rows.table().file(), rows.periods().getFirst()));
      return new Loaded.Rejected<>(findings);
    }
    Loaded<PipelineResult> run = index(asked, rows, columns, weights, findings);
    if (!(run instanceof Loaded.Ready<PipelineResult>(var result, var warnings))) {
      findings.addAll(run == null ? List.of() : run.findings());
      return new Loaded.Rejected<>(findings);
    }
    findings.addAll(warnings);
    Answering answering = new Answering(asked, "drivers");
    decomposed(answering, result, columns);
    if (!outside.isEmpty() && !regressed(answering, rows, outside, result)) {
      findings.add(Refusal.of("drivers-collinear", rows.table().file(), null));
      return new Loaded.Rejected<>(findings);
    }
    return new Loaded.Ready<>(answering.done(), findings);
  }

  private static double[] weights(Asked asked, List<String> columns, List<Finding> findings) {
    String file = DataMatrix.file(asked.source());
    List<String> given = asked.texts("weights");
    double[] weights = DataMatrix.numbers(given);
    if (given.isEmpty()) {
      weights = new double[columns.size()];
      Arrays.fill(weights, 1.0 / weights.length);
    } else if (weights.length != columns.size()) {
      String count = Integer.toString(columns.size());
      findings.add(Refusal.of("weights-length", file, Integer.toString(weights.length), count));
    } else {
      findings.addAll(DataMatrix.weightFaults(file, weights));
    }
    return weights;
  }

  private static @Nullable Loaded<PipelineResult> index(
      Asked asked, Rows rows, List<String> columns, double[] weights, List<Finding> findings) {
    Columns.Builder nodes = new Columns.Builder(Resource.HIERARCHY);
    nodes.row().set("code", TOP).set("direction", 1);
    for (int k = 0; k < columns.size(); k++) {
      nodes
          .row()
          .set("code", columns.get(k))
          .set("parent", TOP)
          .set("direction", 1)
          .set("weight", weights[k]);
    }
    Columns.Builder cells = new Columns.Builder(Resource.INDICATORS);
    LinkedHashSet<String> seen = new LinkedHashSet<>();
    for (int row = 0; row < rows.table().rows(); row++) {
      if (!seen.add(rows.units().get(row) + "\n" + rows.periods().get(row))) {
        findings.add(
            Refusal.of(
                "twice", rows.table().place(row), rows.units().get(row), rows.periods().get(row)));
      }
    }
    if (findings.stream().anyMatch(Finding::isError)) {
      return null;
    }
    for (String column : columns) {
      double[] numbers = rows.table().numbers(column);
      for (int row = 0; row < numbers.length; row++) {
        cells
            .row()
            .set("unit_id", rows.units().get(row))
            .set("period", rows.periods().get(row))
            .set("code", column)
            .set("value", numbers[row]);
      }
    }
    Panel panel =
        Panel.of(Map.of(Resource.HIERARCHY, nodes.build(), Resource.INDICATORS, cells.build()));
    Aggregator aggregator =
        switch (asked.text("aggregate")) {
          case "geometric" -> new Aggregator.Geometric();
          case "harmonic" -> new Aggregator.Harmonic();
          default -> new Aggregator.Arithmetic();
        };
    return Pipeline.run(panel, new PipelineSpec(List.of(), new Weighting.Given(), aggregator));
  }

  private static void decomposed(Answering answering, PipelineResult result, List<String> columns) {
    int periods = result.last().periods().count();
    if (periods < 2) {
      return;
    }
    int top = result.last().tree().keys().id(TOP);
    ArrayNode array = answering.root.putArray("units");
    List<String> header = new ArrayList<>(List.of("unit", "change"));
    header.addAll(columns);
    header.add("unassigned");
    List<List<String>> lines = new ArrayList<>();
    for (int unit = 0; unit < result.last().units().count(); unit++) {
      Decomposition parts = Decomposition.of(result, top, unit, 0, periods - 1);
      String name = result.last().units().key(unit);
      ObjectNode node = array.addObject();
      node.put("unit", name);
      node.set("change", Json.exact(parts.change()));
      ObjectNode by = node.putObject("contributions");
      List<String> line = new ArrayList<>(List.of(name, Numbers.exactCell(parts.change())));
      for (String column : columns) {
        double part =
            parts.indicators().stream()
                .filter(one -> one.code().equals(column))
                .mapToDouble(Decomposition.Part::contribution)
                .sum();
        by.set(column, Json.exact(part));
        line.add(Numbers.exactCell(part));
      }
      node.set("unassigned", Json.exact(parts.unassigned()));
      line.add(Numbers.exactCell(parts.unassigned()));
      lines.add(line);
      Decomposition.Part greatest =
          parts.indicators().stream()
              .max(Comparator.comparingDouble(one -> Math.abs(one.contribution())))
              .orElseThrow();
      answering.line(name + ": " + greatest.code(), greatest.contribution(), parts.change());
    }
    answering.root.put("from", result.last().periods().key(0));
    answering.root.put("to", result.last().periods().key(periods - 1));
    answering.table(new Table("drivers.csv", header, lines));
  }

  /** Regresses the score of each row on the drivers; false where that cannot be done. */
  private static boolean regressed(
      Answering answering, Rows rows, List<String> outside, PipelineResult result) {
    int top = result.last().tree().keys().id(TOP);
    double[] score =
        IntStream.range(0, rows.table().rows())
            .mapToDouble(
                row ->
                    result
                        .scores()
                        .score(
                            top,
                            result.last().units().id(rows.units().get(row)),
                            result.last().periods().id(rows.periods().get(row))))
            .toArray();
    double[][] x = outside.stream().map(rows.table()::numbers).toArray(double[][]::new);
    DriverRegression fit = DriverRegression.of(score, x, outside, CONFIDENCE);
    if (fit == null) {
      return false;
    }
    ObjectNode regression = answering.root.putObject("regression");
    regression.put("rows", fit.rows());
    regression.set("r_squared", Json.exact(fit.rSquared()));
    ArrayNode terms = regression.putArray("terms");
    for (DriverRegression.Term term : fit.terms()) {
      ObjectNode node = terms.addObject();
      node.put("name", term.name());
      node.set("coefficient", Json.exact(term.coefficient()));
      node.set("standard_error", Json.exact(term.standardError()));
      node.set("low", Json.exact(term.low()));
      node.set("high", Json.exact(term.high()));
      node.set("p", Json.exact(term.p()));
      node.set("contribution", Json.exact(term.contribution()));
      answering.line(term.name(), term.coefficient(), term.low(), term.high(), term.p());
    }
    return true;
  }
}
