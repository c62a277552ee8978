package tenon.study.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.assess.Ahp;
import tenon.assess.AhpWeights;
import tenon.assess.Criteria;
import tenon.assess.Judgements;
import tenon.assess.RandomIndex;
import tenon.assess.pipeline.Outranking;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.packages.JsonFile;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.page.Json;
import tenon.study.text.Refusal;
import tenon.study.text.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Weights of criteria, and what they rank. */
final class WeightMethods {
  private WeightMethods() {}

  /** Pairwise judgements: {@code {"items": [...], "matrix": [[...]]}}. */
  static Loaded<Answer> ahp(Asked asked) {
    return switch (JsonFile.read(asked.source())) {
      case Loaded.Rejected<JsonNode>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<JsonNode>(var root, var _) -> ahp(asked, root);
    };
  }

  private static Loaded<Answer> ahp(Asked asked, JsonNode root) {
    String file = DataMatrix.file(asked.source());
    JsonNode names = DataMatrix.first(root, List.of("items", "elements", "criteria"));
    List<JsonNode> matrices = new ArrayList<>();
    JsonNode several = DataMatrix.first(root, List.of("matrices", "experts"));
    if (several != null) {
      several.forEach(one -> matrices.add(one.has("matrix") ? one.get("matrix") : one));
    } else if (root.isArray()) {
      matrices.add(root);
    } else if (root.has("matrix")) {
      matrices.add(root.get("matrix"));
    }
    if (matrices.isEmpty() || matrices.getFirst().isEmpty()) {
      return new Loaded.Rejected<>(List.of(Refusal.of("ahp-matrix", file, null)));
    }
    int n = matrices.getFirst().size();
    List<String> items =
        names == null
            ? IntStream.rangeClosed(1, n).mapToObj(Integer::toString).toList()
            : DataMatrix.words(names);
    List<Finding> faults = new ArrayList<>();
    List<Judgements> experts = new ArrayList<>();
    for (JsonNode matrix : matrices) {
      double[][] judged = judged(matrix, items.size(), file, faults);
      if (judged != null) {
        experts.add(Judgements.of(items, judged));
      }
    }
    if (n > RandomIndex.LARGEST) {
      faults.add(
          Refusal.of(
              "ahp-large", file, Integer.toString(n), Integer.toString(RandomIndex.LARGEST)));
    }
    if (!faults.isEmpty()) {
      return new Loaded.Rejected<>(faults);
    }
    RandomIndex index =
        switch (asked.text("random-index")) {
          case "saaty2005" -> RandomIndex.SAATY_2005;
          case "donegan_dodd" -> RandomIndex.DONEGAN_DODD;
          default -> RandomIndex.SAATY_1980;
        };
    return switch (Ahp.weigh(experts, index)) {
      case Loaded.Rejected<AhpWeights>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<AhpWeights>(var weights, var warnings) ->
          new Loaded.Ready<>(ahp(asked, weights), warnings);
    };
  }

  /** Judgements as numbers or as fractions such as "1/3"; null or blank is not judged. */
  private static double @Nullable [][] judged(
      JsonNode matrix, int size, String file, List<Finding> faults) {
    int before = faults.size();
    double[][] judged = new double[matrix.size()][];
    if (matrix.size() != size) {
      faults.add(
          Refusal.of("ahp-size", file, Integer.toString(matrix.size()), Integer.toString(size)));
    }
    for (int row = 0; row < judged.length; row++) {
      JsonNode cells = matrix.get(row);
      judged[row] = new double[cells.size()];
      if (cells.size() != size) {
        faults.add(
            Refusal.of(
                "ahp-row",
                file,
                Integer.toString(cells.size()),
                Integer.toString(row + 1),
                Integer.toString(size)));
      }
      for (int column = 0; column < judged[row].length; column++) {
        judged[row][column] = ratio(cells.get(column), file, faults);
      }
    }
    return faults.size() == before ? judged : null;
  }

  private static double ratio(JsonNode cell, String file, List<Finding> faults) {
    if (cell.isNull()) {
      return Double.NaN;
    }
    if (cell.isNumber()) {
      return cell.asDouble();
    }
    String text = cell.asString("").strip();
    if (text.isEmpty()) {
      return Double.NaN;
    }
    double[] parts = DataMatrix.numbers(List.of(text.split("/", -1)));
    double value =
        parts.length == 1 ? parts[0] : parts.length == 2 ? parts[0] / parts[1] : Double.NaN;
    if (Double.isNaN(value)) {
      faults.add(Refusal.of("ahp-judgement", file, text));
    }
    return value;
  }

  private static Answer ahp(Asked asked, AhpWeights weights) {
    Words words = new Words(asked.locale());
    List<String> items = weights.items();
    int n = items.size();
    double[] w = IntStream.range(0, n).mapToDouble(weights::weight).toArray();
    Answering answer = new Answering(asked, "ahp");
    answer.names("items", items).put("weights", w);
    answer
        .put("lambda_max", weights.lambdaMax())
        .put("ci", weights.consistencyIndex())
        .put("cr", weights.consistencyRatio());
    answer.root.put("accepted", weights.accepted());
    answer.root.put("random_index", asked.text("random-index"));
    answer.root.put("experts", weights.experts());
    double[][] used = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        used[i][j] = weights.judgement(i, j);
      }
    }
    answer.matrix("matrix", used);
    if (weights.experts() > 1) {
      answer.put(
          "expert_cr",
          IntStream.range(0, weights.experts())
              .mapToDouble(weights::expertConsistencyRatio)
              .toArray());
    }
    AhpWeights.Judgement worst = weights.worst();
    if (worst == null) {
      answer.root.putNull("worst_judgement");
    } else {
      ObjectNode node = answer.root.putObject("worst_judgement");
      node.put("item", worst.item());
      node.put("other", worst.other());
      node.set("value", Json.exact(worst.value()));
      node.set("fitting", Json.exact(worst.fitting()));
      node.set("cr_without", Json.exact(worst.consistencyRatio()));
    }
    for (int i = 0; i < n; i++) {
      answer.line(items.get(i), w[i]);
    }
    answer.line(
        words.get(
            "measure.ahp",
            Answering.shown(weights.lambdaMax()),
            Answering.shown(weights.consistencyIndex()),
            Answering.shown(weights.consistencyRatio())));
    if (!weights.accepted() && worst != null) {
      answer.line(
          words.get(
              "measure.ahp.worst",
              worst.item(),
              worst.other(),
              Answering.shown(worst.value()),
              Answering.shown(worst.fitting()),
              Answering.shown(worst.consistencyRatio())));
    }
    answer.table("weights.csv", "item", items, List.of("weight"), w);
    return answer.done(weights.accepted());
  }

  static Loaded<Answer> entropy(Asked asked) {
    return MeasureMethods.onMatrix(
        asked,
        (matrix, faults) -> {
          boolean minMax = asked.text("basis").equals("min_max");
          for (int k = 0; k < matrix.columns().length && !minMax; k++) {
            double least = Arrays.stream(matrix.columns()[k]).min().orElse(0);
            if (least < 0) {
              faults.add(
                  Refusal.of(
                      "entropy-below-zero",
                      DataMatrix.file(asked.source()),
                      Double.toString(least),
                      matrix.indicators().get(k)));
            } else if (matrix.lessIsBetter()[k]) {
              faults.add(
                  Refusal.of(
                      "entropy-cost", DataMatrix.file(asked.source()), matrix.indicators().get(k)));
            }
          }
          MeasureMethods.constants(asked, matrix, faults);
          if (faults.stream().anyMatch(Finding::isError)) {
            return null;
          }
          double shift = asked.number("shift");
          Criteria.Result result =
              Criteria.of(matrix.columns(), matrix.lessIsBetter()).entropy(minMax, shift);
          return weights(asked, "entropy", matrix, result, "divergence", "entropy", faults);
        });
  }

  static Loaded<Answer> critic(Asked asked) {
    return MeasureMethods.onMatrix(
        asked,
        (matrix, faults) -> {
          MeasureMethods.constants(asked, matrix, faults);
          if (faults.stream().anyMatch(Finding::isError)) {
            return null;
          }
          Criteria.Result result =
              Criteria.of(matrix.columns(), matrix.lessIsBetter())
                  .critic(asked.text("correlation").equals("spearman"));
          return weights(asked, "critic", matrix, result, "information", "std", faults);
        });
  }

  private static @Nullable Answer weights(
      Asked asked,
      String method,
      DataMatrix matrix,
      Criteria.Result result,
      String measure,
      String spread,
      List<Finding> faults) {
    if (DoubleStream.of(result.weights()).anyMatch(Double::isNaN)) {
      long varying =
          Arrays.stream(matrix.columns())
              .filter(column -> DoubleStream.of(column).distinct().count() > 1)
              .count();
      faults.add(
          Refusal.of("weights-few", DataMatrix.file(asked.source()), Long.toString(varying)));
      return null;
    }
    Answering answer = new Answering(asked, method);
    answer.names("indicators", matrix.indicators());
    answer.put("weights", result.weights());
    answer.put(measure, result.measure()).put(spread, result.spread());
    for (int k = 0; k < matrix.indicators().size(); k++) {
      answer.line(matrix.indicators().get(k), result.weights()[k]);
    }
    answer.table(
        "weights.csv",
        "indicator",
        matrix.indicators(),
        List.of("weight", measure, spread),
        result.weights(),
        result.measure(),
        result.spread());
    return answer.done();
  }

  static Loaded<Answer> topsis(Asked asked) {
    return MeasureMethods.onMatrix(
        asked,
        (matrix, faults) -> {
          MeasureMethods.constants(asked, matrix, faults);
          if (faults.stream().anyMatch(Finding::isError)) {
            return null;
          }
          boolean vector = asked.text("scale").equals("vector");
          double[][] d = Outranking.distances(matrix.turned(), matrix.weightsOrEqual(), vector);
          Answering answer = new Answering(asked, "topsis");
          double[] rank = ranks(d[2]);
          answer.names("units", matrix.units()).put("closeness", d[2]);
          answer.put("d_plus", d[0]).put("d_minus", d[1]).put("rank", rank);
          answer.put("weights", matrix.weightsOrEqual());
          for (int u : order(d[2])) {
            answer.line(matrix.units().get(u), d[2][u], rank[u]);
          }
          answer.table(
              "closeness.csv",
              "unit",
              matrix.units(),
              List.of("closeness", "rank", "d_plus", "d_minus"),
              d[2],
              rank,
              d[0],
              d[1]);
          return answer.done();
        });
  }

  /** Ranks from 1 for the greatest; equal values share the least of their ranks. */
  static double[] ranks(double[] values) {
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int better = 0;
      for (double other : values) {
        better += other > values[i] ? 1 : 0;
      }
      ranks[i] = Double.isNaN(values[i]) ? Double.NaN : better + 1;
    }
    return ranks;
  }

  static int[] order(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -values[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
