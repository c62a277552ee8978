package tenon.study.measure;

import java.util.Arrays;
import java.util.List;
import tenon.assess.statistics.Coupling;
import tenon.assess.statistics.Obstacles;
import tenon.assess.statistics.Reliability;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.page.Json;
import tenon.study.text.Refusal;
import tenon.study.text.Words;
import tools.jackson.databind.node.ObjectNode;

/** Reliability of indicators, coupling of dimensions, obstacles. */
final class GradeMethods {
  private GradeMethods() {}

  static Loaded<Answer> reliability(Asked asked) {
    return MeasureMethods.onMatrix(
        asked,
        (matrix, faults) -> {
          if (matrix.columns().length < 2 || matrix.units().size() < 3) {
            faults.add(Refusal.of("reliability-small", DataMatrix.file(asked.source()), null));
            return null;
          }
          String file = DataMatrix.file(asked.source());
          MeasureMethods.constants(asked, matrix, faults);
          faults.stream()
              .filter(finding -> finding.code().equals("constant"))
              .map(finding -> Refusal.of("reliability-constant", file, finding.value()))
              .toList()
              .forEach(faults::add);
          if (faults.stream().anyMatch(Finding::isError)) {
            return null;
          }
          Reliability result = Reliability.of(matrix.turned());
          Answering answer = new Answering(asked, "reliability");
          answer.root.put("rows", result.rows());
          answer.put("alpha", result.alpha()).put("std_alpha", result.standardisedAlpha());
          answer.put("kmo", result.kmo());
          double[] kmo =
              result.kmoByIndicator().stream().mapToDouble(Double::doubleValue).toArray();
          ObjectNode by = answer.root.putObject("kmo_by_indicator");
          for (int k = 0; k < kmo.length; k++) {
            by.set(matrix.indicators().get(k), Json.exact(kmo[k]));
          }
          ObjectNode bartlett = answer.root.putObject("bartlett");
          bartlett.set("chisq", Json.exact(result.bartlettChiSquared()));
          bartlett.put("df", result.bartlettDegreesOfFreedom());
          bartlett.set("p", Json.exact(result.bartlettP()));
          Words words = new Words(asked.locale());
          answer.line(
              words.get(
                  "measure.reliability",
                  Answering.shown(result.alpha()),
                  Answering.shown(result.kmo()),
                  Answering.shown(result.bartlettChiSquared()),
                  Answering.shown(result.bartlettP())));
          answer.table("kmo.csv", "indicator", matrix.indicators(), List.of("kmo"), kmo);
          return answer.done();
        });
  }

  static Loaded<Answer> coupling(Asked asked) {
    return MeasureMethods.onMatrix(
        asked,
        (matrix, faults) -> {
          outside(asked, matrix, faults);
          if (matrix.columns().length < 2) {
            faults.add(Refusal.of("coupling-small", DataMatrix.file(asked.source()), null));
          }
          if (faults.stream().anyMatch(Finding::isError)) {
            return null;
          }
          Coupling.Form form =
              asked.text("form").equals("wang2021")
                  ? Coupling.Form.WANG_2021
                  : Coupling.Form.STANDARD;
          int units = matrix.units().size();
          double[] c = new double[units];
          double[] t = new double[units];
          double[] d = new double[units];
          for (int u = 0; u < units; u++) {
            Coupling result = Coupling.of(matrix.row(u), matrix.weightsOrEqual(), form);
            c[u] = result.coupling();
            t[u] = result.development();
            d[u] = result.coordination();
          }
          Answering answer = new Answering(asked, "coupling");
          answer.names("units", matrix.units()).put("C", c).put("T", t).put("D", d);
          for (int u = 0; u < units; u++) {
            answer.line(matrix.units().get(u), c[u], t[u], d[u]);
          }
          answer.table("coupling.csv", "unit", matrix.units(), List.of("C", "T", "D"), c, t, d);
          return answer.done();
        });
  }

  static Loaded<Answer> obstacle(Asked asked) {
    return MeasureMethods.onMatrix(
        asked,
        (matrix, faults) -> {
          outside(asked, matrix, faults);
          if (faults.stream().anyMatch(Finding::isError)) {
            return null;
          }
          int units = matrix.units().size();
          double[][] degrees = new double[units][];
          double[][] columns = new double[matrix.columns().length][units];
          Answering answer = new Answering(asked, "obstacle");
          for (int u = 0; u < units; u++) {
            degrees[u] = Obstacles.of(matrix.weightsOrEqual(), matrix.row(u));
            for (int k = 0; k < columns.length; k++) {
              columns[k][u] = degrees[u][k];
            }
            answer.line(matrix.units().get(u), degrees[u]);
          }
          answer.names("units", matrix.units()).names("indicators", matrix.indicators());
          answer.matrix("degrees", degrees);
          answer.put(
              "mean",
              Arrays.stream(columns)
                  .mapToDouble(column -> Arrays.stream(column).average().orElse(Double.NaN))
                  .toArray());
          answer.table("obstacles.csv", "unit", matrix.units(), matrix.indicators(), columns);
          return answer.done();
        });
  }

  /** Values that must lie from 0 to 1 and do not. */
  private static void outside(Asked asked, DataMatrix matrix, List<Finding> faults) {
    MeasureMethods.unknowns(DataMatrix.file(asked.source()), matrix, faults);
    for (int k = 0; k < matrix.columns().length; k++) {
      for (int u = 0; u < matrix.units().size(); u++) {
        double value = matrix.columns()[k][u];
        if (value < 0 || value > 1) {
          faults.add(
              Refusal.of(
                  "outside-unit",
                  DataMatrix.file(asked.source()),
                  Double.toString(value),
                  matrix.units().get(u),
                  matrix.indicators().get(k)));
        }
      }
    }
  }
}
