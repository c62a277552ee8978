package tenon.study.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tenon.assess.fuzzy.FuzzyEvaluation;
import tenon.assess.fuzzy.Membership;
import tenon.assess.fuzzy.Operator;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.packages.FlatTable;
import tenon.packages.JsonFile;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;
import tenon.study.text.Words;
import tenon.study.workbook.TableFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fuzzy comprehensive evaluation. The file holds, for each indicator, its weight and either its
 * memberships of the grades or its score from 0 to 1: as JSON ({@code weights}, with {@code R} or
 * {@code scores}) or as CSV (columns {@code weight} and {@code score}, or {@code weight} and one
 * column for each grade).
 */
final class FuzzyMethod {
  private static final String ALL = "all";

  private final Asked asked;
  private final List<Finding> faults = new ArrayList<>();

  private FuzzyMethod(Asked asked) {
    this.asked = asked;
  }

  static Loaded<Answer> of(Asked asked) {
    FuzzyMethod method = new FuzzyMethod(asked);
    boolean json = asked.source().toString().toLowerCase(Locale.ROOT).endsWith(".json");
    double[][] read = json ? method.json() : method.csv();
    if (method.faults.isEmpty()) {
      method.check(read);
    }
    return method.faults.isEmpty()
        ? new Loaded.Ready<>(
            method.evaluate(read[0], Arrays.copyOfRange(read, 1, read.length)), List.of())
        : new Loaded.Rejected<>(method.faults);
  }

  /** The weights, then the memberships of each indicator. */
  private double[][] json() {
    if (!(JsonFile.read(asked.source()) instanceof Loaded.Ready<JsonNode>(var root, var _))) {
      faults.addAll(JsonFile.read(asked.source()).findings());
      return new double[1][0];
    }
    JsonNode weights = DataMatrix.first(root, List.of("weights", "w"));
    JsonNode memberships = DataMatrix.first(root, List.of("R", "memberships", "matrix"));
    JsonNode scores = DataMatrix.first(root, List.of("scores", "z"));
    if (weights == null || (memberships == null && scores == null)) {
      faults.add(Refusal.of("fuzzy-json", DataMatrix.file(asked.source()), null));
      return new double[1][0];
    }
    String file = DataMatrix.file(asked.source());
    DataMatrix.noNumbers(weights, file, 0, faults);
    List<double[]> rows = new ArrayList<>(List.of(DataMatrix.numbers(weights)));
    if (memberships != null) {
      for (JsonNode row : memberships) {
        DataMatrix.noNumbers(row, file, rows.size() - 1, faults);
        rows.add(DataMatrix.numbers(row));
      }
    } else if (scores != null) {
      for (double score : DataMatrix.numbers(scores)) {
        rows.add(member(score));
      }
    }
    return rows.toArray(double[][]::new);
  }

  private double[][] csv() {
    if (!(TableFile.read(asked.source()) instanceof Loaded.Ready<FlatTable>(var table, var _))) {
      faults.addAll(TableFile.read(asked.source()).findings());
      return new double[1][0];
    }
    if (!table.has("weight")) {
      faults.add(table.unknown("weight"));
      return new double[1][0];
    }
    faults.addAll(DataMatrix.spoilt(table, table.names().getFirst()::equals));
    faults.addAll(table.noNumbers("weight"));
    if (!faults.isEmpty()) {
      return new double[1][0];
    }
    List<String> grades =
        table.names().stream()
            .filter(name -> table.isNumeric(name) && !name.equals("weight"))
            .toList();
    if (grades.isEmpty()) {
      faults.add(Refusal.of("no-numbers", table.file(), null));
      return new double[1][0];
    }
    List<double[]> rows = new ArrayList<>(List.of(table.numbers("weight")));
    for (int row = 0; row < table.rows(); row++) {
      int at = row;
      double[] cells = grades.stream().mapToDouble(name -> table.numbers(name)[at]).toArray();
      rows.add(cells.length == 1 ? member(cells[0]) : cells);
    }
    return rows.toArray(double[][]::new);
  }

  private double[] member(double score) {
    if (!(score >= 0 && score <= 1)) {
      faults.add(
          Refusal.of("score-range", DataMatrix.file(asked.source()), Double.toString(score)));
      return new double[5];
    }
    Membership membership =
        switch (asked.text("membership")) {
          case "trapezoid" -> new Membership.Trapezoid(asked.number("overlap"));
          case "crisp" -> new Membership.Crisp();
          default -> new Membership.Triangular();
        };
    return membership.of(score);
  }

  private void check(double[][] read) {
    String file = DataMatrix.file(asked.source());
    if (read[0].length != read.length - 1) {
      faults.add(
          Refusal.of(
              "weights-length",
              file,
              Integer.toString(read[0].length),
              Integer.toString(read.length - 1)));
      return;
    }
    faults.addAll(DataMatrix.weightFaults(file, read[0]));
    if (read.length > 1 && read[1].length < 2) {
      faults.add(Refusal.of("fuzzy-grades", file, Integer.toString(read[1].length)));
    }
    for (int row = 1; row < read.length; row++) {
      memberships(file, row, read[row]);
    }
    double[] values = DataMatrix.numbers(asked.texts("grade-values"));
    boolean finite = Arrays.stream(values).allMatch(Double::isFinite);
    if (values.length > 0 && read.length > 1 && (values.length != read[1].length || !finite)) {
      faults.add(
          Refusal.of(
              "grade-values",
              file,
              String.join(",", asked.texts("grade-values")),
              Integer.toString(read[1].length)));
    }
    for (int row = 2; row < read.length; row++) {
      if (read[row].length != read[1].length) {
        faults.add(
            Refusal.of(
                "json-ragged",
                file,
                Integer.toString(row),
                Integer.toString(read[row].length),
                Integer.toString(read[1].length)));
      }
    }
  }

  /** Memberships lie from 0 to 1, and an indicator belongs to some grade. */
  private void memberships(String file, int row, double[] cells) {
    boolean sound = Arrays.stream(cells).allMatch(cell -> cell >= 0 && cell <= 1);
    if (!sound || (cells.length > 0 && Arrays.stream(cells).sum() == 0)) {
      faults.add(
          Refusal.of("membership-range", file, Arrays.toString(cells), Integer.toString(row)));
    }
  }

  private Answer evaluate(double[] weights, double[][] memberships) {
    Words words = new Words(asked.locale());
    Answering answer = new Answering(asked, "fuzzy");
    answer.put("weights", weights).matrix("memberships", memberships);
    double[] values = gradeValues(memberships[0].length);
    answer.put("grade_values", values);
    ObjectNode results = answer.root.putObject("operators");
    List<List<String>> rows = new ArrayList<>();
    for (Operator operator : Operator.values()) {
      String name = WeightMethods.lower(operator);
      if (asked.text("operator").equals(ALL) || asked.text("operator").equals(name)) {
        FuzzyEvaluation result = FuzzyEvaluation.of(weights, memberships, operator, values);
        ObjectNode node = results.putObject(name);
        array(node.putArray("raw"), result.joined());
        array(node.putArray("normalised"), result.normalised());
        node.put("grade", result.grade() + 1);
        node.set("score", Json.exact(result.score()));
        rows.add(
            List.of(name, Integer.toString(result.grade() + 1), Numbers.exactCell(result.score())));
        answer.line(
            words.get(
                "measure.fuzzy",
                name,
                Integer.toString(result.grade() + 1),
                Integer.toString(values.length),
                Answering.shown(result.score())));
      }
    }
    answer.table(new Table("grades.csv", List.of("operator", "grade", "score"), rows));
    return answer.done();
  }

  private static void array(ArrayNode array, List<Double> numbers) {
    numbers.forEach(number -> array.add(Json.exact(number)));
  }

  /** As asked, or the middles of as many equal grades from 0 to 1. */
  private double[] gradeValues(int grades) {
    double[] given = DataMatrix.numbers(asked.texts("grade-values"));
    if (given.length > 0) {
      return given;
    }
    double[] middles = new double[grades];
    for (int g = 0; g < grades; g++) {
      middles[g] = (g + .5) / grades;
    }
    return middles;
  }
}
