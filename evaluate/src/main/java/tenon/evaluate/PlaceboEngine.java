package tenon.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.algebra.Cholesky;
import tenon.numeric.Laws;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStream;
import tenon.numeric.RandomStreams;

/**
 * Effects of many treatments on one outcome with the same controls and effects.
 *
 * <p>Once: y and the controls X are demeaned, X made orthonormal (Q), and r = y - Q Q'y. For each
 * treatment D, 1 from its start s<sub>i</sub> on: c = Q'D, since Q is demeaned; D demeaned by its
 * unit means and by the factored period equations; v = D demeaned - Q c; b = v'r / v'v; the score
 * of unit i is v<sub>i</sub>'r<sub>i</sub> - b v<sub>i</sub>'v<sub>i</sub>.
 */
final class PlaceboEngine {
  /** A start that never comes. */
  private static final int NEVER = Integer.MAX_VALUE;

  /** Draws per lane. */
  private static final int LANE = 16;

  /** Less of a treatment than this left, and it follows from effects and controls. */
  private static final double ABSORBED = 1e-10;

  record Estimate(double coefficient, double standardError, double p) {}

  private final Layout layout;
  private final int[] period;
  private final Coding units;
  private final Coding periods;
  private final Cholesky equations;

  /** Q by control and position. */
  private final double[][] q;

  private final double[] r;
  private final int[] clusterOf;
  private final int clusters;
  private final double factor;
  private final double degrees;
  private final int[] actual;

  private PlaceboEngine(
      Layout layout,
      Coding units,
      Coding periods,
      Absorption absorption,
      int[] clusterOf,
      int[] actual,
      Fit fit) {
    this.layout = layout;
    this.units = units;
    this.periods = periods;
    this.clusterOf = clusterOf;
    this.actual = actual;
    period = layout.codes[0];
    equations =
        absorption.schur() instanceof Schur.Factored(Cholesky factored)
            ? factored
            : Cholesky.of(new double[0][0], 1);
    int controls = absorption.count() - 1;
    double[][] columns = new double[controls + 1][];
    for (int column = 0; column <= controls; column++) {
      columns[column] = demeaned(absorption, column);
    }
    q = orthonormal(columns);
    r = columns[0];
    clusters = fit.sizes().leastClusters();
    degrees = fit.sizes().degrees();
    SmallSample rule = fit.spec().smallSample();
    double n = fit.sizes().observations();
    factor =
        (rule.scalesByClusters() ? clusters / (clusters - 1.0) : 1)
            * (rule.scalesByParameters() ? (n - 1) / (n - fit.sizes().counted()) : 1);
  }

  /**
   * The engine, or null after it was told why there can be none.
   *
   * @param out effect of the treatment that is taken out of the outcome
   */
  static @Nullable PlaceboEngine of(
      Observations data, RegressionSpec spec, String treatment, Fit fit, double out, Notes notes) {
    Design design = Design.of(data, spec, notes);
    if (design == null) {
      return null;
    }
    String column = spec.formula().fixedEffects().get(1).columns().getFirst();
    if (data.isText(column)) {
      notes.error("placebo-period", column, null);
      return null;
    }
    Sample sample = Sample.of(design, 1, !spec.keepsSingletons(), notes);
    int[] rows = sample.rows();
    Coding units = design.effects.get(0).at(rows);
    Coding periods = design.effects.get(1).at(rows);
    Layout layout = Layout.byFirst(rows, sample.count(), List.of(units, periods));
    List<double[]> columns = new ArrayList<>(List.of(design.outcome.values()));
    double[] treated = design.outcome.values();
    for (Regressor regressor : design.regressors) {
      if (regressor.name().equals(treatment)) {
        treated = regressor.values();
      } else {
        columns.add(regressor.values());
      }
    }
    if (out != 0) {
      columns.set(0, without(design.outcome.values(), out, treated));
    }
    Coding cluster = design.groups.values().iterator().next().at(rows);
    int[] clusterOf = clusterOf(units, cluster);
    if (clusterOf.length == 0 || layout.others > Schur.DENSE) {
      notes.error("placebo-shape", null, spec.formula().text());
      return null;
    }
    Absorption absorption = Absorption.of(layout, columns.toArray(double[][]::new), spec.threads());
    return new PlaceboEngine(
        layout, units, periods, absorption, clusterOf, actual(layout, treated), fit);
  }

  private static double[] without(double[] outcome, double effect, double[] treated) {
    double[] left = new double[outcome.length];
    Arrays.setAll(left, row -> outcome[row] - effect * treated[row]);
    return left;
  }

  /** Cluster by unit; empty where a unit is in several. */
  private static int[] clusterOf(Coding units, Coding cluster) {
    int[] of = new int[units.count()];
    Arrays.fill(of, -1);
    for (int i = 0; i < units.rows(); i++) {
      int unit = units.code(i);
      if (of[unit] >= 0 && of[unit] != cluster.code(i)) {
        return new int[0];
      }
      of[unit] = cluster.code(i);
    }
    return of;
  }

  /** Start by unit of the true treatment. */
  private static int[] actual(Layout layout, double[] treated) {
    int[] starts = new int[layout.runs()];
    Arrays.fill(starts, NEVER);
    for (int unit = 0; unit < starts.length; unit++) {
      for (int p = layout.starts[unit]; p < layout.starts[unit + 1]; p++) {
        if (treated[layout.row(p)] > 0) {
          starts[unit] = Math.min(starts[unit], layout.codes[0][p]);
        }
      }
    }
    return starts;
  }

  private double[] demeaned(Absorption absorption, int column) {
    double[] all = new double[layout.n];
    double[] z = new double[layout.widest];
    for (int chunk = 0; chunk < layout.chunks.length - 1; chunk++) {
      absorption.fill(chunk, column, z);
      int from = layout.chunkStart(chunk);
      System.arraycopy(z, 0, all, from, layout.chunkEnd(chunk) - from);
    }
    return all;
  }

  /** Gram and Schmidt, each column twice; takes the projection out of column 0 as well. */
  private static double[][] orthonormal(double[][] columns) {
    List<double[]> kept = new ArrayList<>();
    int n = columns[0].length;
    for (int column = 1; column <= columns.length; column++) {
      double[] x = columns[column % columns.length];
      double before = CrossProducts.dot(x, x, n);
      for (int twice = 0; twice < 2; twice++) {
        for (double[] basis : kept) {
          subtract(x, CrossProducts.dot(basis, x, n), basis);
        }
      }
      double length = Math.sqrt(CrossProducts.dot(x, x, n));
      if (column < columns.length && length * length > ABSORBED * before) {
        for (int i = 0; i < n; i++) {
          x[i] /= length;
        }
        kept.add(x);
      }
    }
    return kept.toArray(double[][]::new);
  }

  private static void subtract(double[] from, double c, double[] column) {
    for (int i = 0; i < column.length; i++) {
      from[i] -= c * column[i];
    }
  }

  /** The same for two columns in one pass. */
  private static void subtract(double[] from, double c, double[] first, double d, double[] second) {
    for (int i = 0; i < first.length; i++) {
      from[i] -= c * first[i] + d * second[i];
    }
  }

  /** Starts by unit from their names. */
  int[] starts(Map<String, String> named, Notes notes) {
    int[] starts = new int[units.count()];
    Arrays.fill(starts, NEVER);
    named.forEach(
        (unit, start) -> {
          int u = find(units, unit);
          int t = find(periods, start);
          if (u < 0 || t < 0) {
            notes.error("placebo-draw", null, u < 0 ? unit : start);
          } else {
            starts[u] = t;
          }
        });
    return starts;
  }

  private static int find(Coding coding, String label) {
    for (int code = 0; code < coding.count(); code++) {
      if (coding.label(code).equals(label)) {
        return code;
      }
    }
    return -1;
  }

  List<int[]> draw(PlaceboDraws.Random random) {
    int[] treated = new int[actual.length];
    int count = 0;
    for (int unit = 0; unit < actual.length; unit++) {
      if (actual[unit] != NEVER) {
        treated[count++] = unit;
      }
    }
    RandomStreams streams = RandomStreams.of(random.seed());
    List<int[]> draws = new ArrayList<>();
    for (int draw = 0; draw < random.count(); draw++) {
      RandomStream stream = streams.stream(Purpose.RESAMPLE, "placebo " + random.kind(), draw);
      draws.add(draw(random.kind(), Arrays.copyOf(treated, count), stream));
    }
    return draws;
  }

  private int[] draw(PlaceboDraws.Kind kind, int[] treated, RandomStream stream) {
    int[] starts = new int[actual.length];
    Arrays.fill(starts, NEVER);
    int[] units = treated;
    if (kind != PlaceboDraws.Kind.PERIODS) {
      units = new int[actual.length];
      Arrays.setAll(units, unit -> unit);
      for (int i = 0; i < treated.length; i++) {
        int other = i + stream.nextInt(units.length - i);
        int swap = units[i];
        units[i] = units[other];
        units[other] = swap;
      }
    }
    for (int i = 0; i < treated.length; i++) {
      starts[units[i]] =
          switch (kind) {
            case UNITS -> actual[treated[i]];
            case PERIODS -> ownPeriod(units[i], stream);
            case MIXED -> 1 + stream.nextInt(periods.count() - 1);
          };
    }
    return starts;
  }

  /** One of the unit's periods but its first. */
  private int ownPeriod(int unit, RandomStream stream) {
    int[] own = Arrays.copyOfRange(period, layout.starts[unit], layout.starts[unit + 1]);
    Arrays.sort(own);
    return own[1 + stream.nextInt(own.length - 1)];
  }

  /** The estimates of all draws. */
  List<Estimate> run(List<int[]> draws, int threads) {
    int lanes = (draws.size() + LANE - 1) / LANE;
    List<List<Estimate>> parts =
        Lanes.run(
            lanes,
            threads,
            () -> {
              Buffers buffers = new Buffers(new double[layout.n], new int[layout.n]);
              return lane -> {
                List<Estimate> estimates = new ArrayList<>();
                int to = Math.min(draws.size(), (lane + 1) * LANE);
                for (int draw = lane * LANE; draw < to; draw++) {
                  estimates.add(estimate(draws.get(draw), buffers));
                }
                return estimates;
              };
            });
    return parts.stream().flatMap(List::stream).toList();
  }

  /** The treatment once all is taken out of it, by position; positions that it treats. */
  @SuppressWarnings("ArrayRecordComponent") // what one thread works with
  private record Buffers(double[] v, int[] treated) {}

  private Estimate estimate(int[] starts, Buffers buffers) {
    double[] mean = new double[layout.runs()];
    double[] right = new double[layout.others];
    int treated = treated(starts, buffers.treated(), mean, right);
    double[] v = buffers.v();
    takeEffects(equations.solve(right), mean, v);
    for (int i = 0; i < treated; i++) {
      v[buffers.treated()[i]]++;
    }
    takeControls(buffers.treated(), treated, v);
    double[] scoreR = new double[clusters];
    double[] scoreV = new double[clusters];
    double vr = 0;
    double vv = 0;
    for (int unit = 0; unit < starts.length; unit++) {
      double unitR = 0;
      double unitV = 0;
      for (int p = layout.starts[unit]; p < layout.starts[unit + 1]; p++) {
        unitR += v[p] * r[p];
        unitV += v[p] * v[p];
      }
      vr += unitR;
      vv += unitV;
      scoreR[clusterOf[unit]] += unitR;
      scoreV[clusterOf[unit]] += unitV;
    }
    return vv > ABSORBED * treated ? estimate(vr / vv, vv, scoreR, scoreV) : NOTHING;
  }

  private static final Estimate NOTHING = new Estimate(Double.NaN, Double.NaN, Double.NaN);

  private Estimate estimate(double b, double vv, double[] scoreR, double[] scoreV) {
    double meat = 0;
    for (int g = 0; g < scoreR.length; g++) {
      double score = scoreR[g] - b * scoreV[g];
      meat += score * score;
    }
    double error = Math.sqrt(factor * meat) / vv;
    return new Estimate(b, error, Laws.studentTwoSided(b / error, degrees));
  }

  /** Gathers treated positions, the treatment's mean by unit and the period equations' right. */
  private int treated(int[] starts, int[] positions, double[] mean, double[] right) {
    int count = 0;
    for (int unit = 0; unit < starts.length; unit++) {
      if (starts[unit] == NEVER) {
        continue;
      }
      int from = layout.starts[unit];
      int to = layout.starts[unit + 1];
      int before = count;
      for (int p = from; p < to; p++) {
        if (period[p] >= starts[unit]) {
          positions[count++] = p;
          right[period[p]]++;
        }
      }
      mean[unit] = (count - before) / (double) (to - from);
      for (int p = from; p < to; p++) {
        right[period[p]] -= mean[unit];
      }
    }
    return count;
  }

  /** Unit and period effects with their sign turned. */
  private void takeEffects(double[] effects, double[] mean, double[] v) {
    for (int unit = 0; unit < mean.length; unit++) {
      int from = layout.starts[unit];
      int to = layout.starts[unit + 1];
      double sum = 0;
      for (int p = from; p < to; p++) {
        sum += effects[period[p]];
      }
      double shift = mean[unit] - sum / (to - from);
      for (int p = from; p < to; p++) {
        v[p] = -effects[period[p]] - shift;
      }
    }
  }

  /** Takes the projection on Q out: Q is demeaned, so that Q'D needs the treated alone. */
  private void takeControls(int[] positions, int treated, double[] v) {
    double[] c = new double[q.length];
    for (int j = 0; j < c.length; j++) {
      double[] column = q[j];
      double sum = 0;
      for (int i = 0; i < treated; i++) {
        sum += column[positions[i]];
      }
      c[j] = sum;
    }
    int j = 0;
    for (; j + 1 < c.length; j += 2) {
      subtract(v, c[j], q[j], c[j + 1], q[j + 1]);
    }
    if (j < c.length) {
      subtract(v, c[j], q[j]);
    }
  }
}
