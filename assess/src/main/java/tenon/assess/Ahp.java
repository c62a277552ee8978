package tenon.assess;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.model.Findings;
import tenon.model.Loaded;

/**
 * Weights from pairwise judgements by the analytic hierarchy process: the principal right
 * eigenvector of the judgement matrix (Saaty 1980). Several experts are joined by the geometric
 * mean of their judgements (Acz&eacute;l and Saaty 1983); judgements that nobody made are filled so
 * that the whole is most consistent (Boz&oacute;ki, F&uuml;l&ouml;p, R&oacute;nyai 2010).
 */
public final class Ahp {
  private static final double GAIN = 1e-9;

  private Ahp() {}

  /**
   * Weighs the items that the experts compare.
   *
   * @param experts judgements of one expert or more, all about the same items in any order
   * @return the weights, however inconsistent (see {@link AhpWeights#accepted}); rejected where a
   *     judgement is impossible, contradicts its counterpart, or items hang apart
   */
  public static Loaded<AhpWeights> weigh(List<Judgements> experts, RandomIndex randomIndex) {
    Findings findings = new Findings();
    Notes notes = Notes.about(Notes.JUDGEMENTS, findings);
    AhpWeights weights = weigh(experts, randomIndex, "", notes);
    return weights == null
        ? new Loaded.Rejected<>(findings.list())
        : new Loaded.Ready<>(weights, findings.list());
  }

  /** The weights of a group that findings are to name, or null after an error was told. */
  static @Nullable AhpWeights weigh(
      List<Judgements> experts, RandomIndex randomIndex, String group, Notes notes) {
    String column = group.isEmpty() ? null : group;
    if (experts.isEmpty()) {
      notes.error("judgements-none", column, null);
      return null;
    }
    List<String> items = experts.getFirst().items();
    List<double[][]> sound = new ArrayList<>();
    for (int expert = 0; expert < experts.size(); expert++) {
      JudgementCheck check = new JudgementCheck(experts.get(expert), expert + 1, column, notes);
      double[][] matrix = check.matrix(items);
      if (matrix != null) {
        sound.add(matrix);
      }
    }
    if (sound.size() < experts.size()) {
      return null;
    }
    double[][] joined = geometricMean(sound, items.size());
    if (!Completion.isConnected(joined)) {
      notes.error("judgements-apart", column, null);
      return null;
    }
    double[] ratios = new double[sound.size()];
    for (int expert = 0; expert < ratios.length; expert++) {
      ratios[expert] = ratio(sound.get(expert), randomIndex);
      if (ratios.length > 1 && ratios[expert] > AhpWeights.ACCEPTED) {
        notes.warn(
            "expert-inconsistent",
            column,
            null,
            Integer.toString(expert + 1),
            Notes.ratio(ratios[expert]));
      }
    }
    return weigh(items, joined, randomIndex, ratios);
  }

  private static AhpWeights weigh(
      List<String> items, double[][] joined, RandomIndex randomIndex, double[] ratios) {
    double[][] whole = Completion.of(joined);
    Perron perron = Perron.of(whole);
    double index = randomIndex.of(items.size());
    AhpWeights.Judgement worst = worst(items, joined, perron.value(), index);
    return new AhpWeights(items, whole, perron, index, worst, ratios);
  }

  /** Takes each judgement away in turn and lets the others say what would fit in its place. */
  private static AhpWeights.@Nullable Judgement worst(
      List<String> items, double[][] joined, double lambdaMax, double randomIndex) {
    AhpWeights.Judgement worst = null;
    double least = lambdaMax - GAIN;
    for (int i = 0; randomIndex > 0 && i < joined.length; i++) {
      for (int j = i + 1; j < joined.length; j++) {
        if (Double.isNaN(joined[i][j])) {
          continue;
        }
        double[][] without = without(joined, i, j);
        if (!Completion.isConnected(without)) {
          continue;
        }
        double[][] whole = Completion.of(without);
        double lambda = Perron.of(whole).value();
        if (lambda < least) {
          least = lambda;
          double ratio = AhpWeights.consistencyIndex(lambda, joined.length) / randomIndex;
          worst =
              new AhpWeights.Judgement(
                  items.get(i), items.get(j), joined[i][j], whole[i][j], ratio);
        }
      }
    }
    return worst;
  }

  private static double[][] without(double[][] matrix, int row, int column) {
    double[][] copy = new double[matrix.length][];
    for (int i = 0; i < matrix.length; i++) {
      copy[i] = matrix[i].clone();
    }
    copy[row][column] = Double.NaN;
    copy[column][row] = Double.NaN;
    return copy;
  }

  private static double ratio(double[][] matrix, RandomIndex randomIndex) {
    double index = randomIndex.of(matrix.length);
    if (index == 0) {
      return 0;
    }
    if (!Completion.isConnected(matrix)) {
      return Double.NaN;
    }
    double lambda = Perron.of(Completion.of(matrix)).value();
    return AhpWeights.consistencyIndex(lambda, matrix.length) / index;
  }

  /** Geometric mean over those who judged a pair; {@code NaN} where nobody did. */
  private static double[][] geometricMean(List<double[][]> matrices, int items) {
    if (matrices.size() == 1) {
      return matrices.getFirst();
    }
    double[][] mean = new double[items][items];
    for (int i = 0; i < items; i++) {
      mean[i][i] = 1;
      for (int j = i + 1; j < items; j++) {
        double logs = 0;
        int judged = 0;
        for (double[][] matrix : matrices) {
          if (!Double.isNaN(matrix[i][j])) {
            logs += StrictMath.log(matrix[i][j]);
            judged++;
          }
        }
        mean[i][j] = judged == 0 ? Double.NaN : StrictMath.exp(logs / judged);
        mean[j][i] = 1 / mean[i][j];
      }
    }
    return mean;
  }
}
