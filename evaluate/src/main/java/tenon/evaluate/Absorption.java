package tenon.evaluate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Columns with the fixed effects taken out. The levels of the eliminated effect go as means of
 * runs; the coefficients g of all other levels solve the equations of {@link Schur}, after which z
 * = v - D g less the mean of its run is the residual. Residuals are made chunk by chunk whenever
 * they are needed and never stored: for a unit by period panel that costs less than reading them
 * back.
 */
final class Absorption {
  private final Layout layout;
  private final double[][] columns;
  private final double[][] effects;
  private final double[] total;

  /** By column: its first value. Sums about it do not cancel. */
  private final double[] origins;

  private final FourColumns[] fours;
  private int iterations;
  private @Nullable Schur schur;
  private double @Nullable [][] left;

  private Absorption(Layout layout, double[][] columns) {
    this.layout = layout;
    this.columns = columns;
    effects = new double[columns.length][];
    total = new double[columns.length];
    origins = new double[columns.length];
    for (int column = 0; column < origins.length; column++) {
      origins[column] = columns[column][layout.row(0)];
    }
    fours = new FourColumns[FourColumns.serves(layout) ? columns.length / 4 : 0];
    for (int four = 0; four < fours.length; four++) {
      fours[four] = new FourColumns(layout, columns, 4 * four);
    }
  }

  /**
   * Takes the effects out of columns.
   *
   * @param columns by row of the data
   */
  static Absorption of(Layout layout, double[][] columns, int threads) {
    Schur schur = layout.codes.length > 0 ? Schur.of(layout, threads) : null;
    return of(layout, columns, threads, schur);
  }

  /** As above, with equations that are at hand; null with one effect or none. */
  static Absorption of(Layout layout, double[][] columns, int threads, @Nullable Schur schur) {
    Absorption absorption = new Absorption(layout, columns);
    double[][] right = absorption.rightHandSides(threads, true);
    if (schur != null) {
      absorption.solve(schur, right, threads);
    }
    return absorption;
  }

  private void solve(Schur schur, double[][] right, int threads) {
    addSolutions(schur, right, threads);
    this.schur = schur;
    if (schur instanceof Schur.Iterated) {
      // What the first solution left is computed from the data and solved for once more.
      addSolutions(schur, rightHandSides(threads, false), threads);
      left = rightHandSides(threads, false);
    }
  }

  private void addSolutions(Schur schur, double[][] right, int threads) {
    List<Schur.Reached> reached =
        Lanes.run(columns.length, threads, () -> column -> schur.solve(right[column]));
    for (int column = 0; column < columns.length; column++) {
      Schur.Reached found = reached.get(column);
      iterations = Math.max(iterations, found.iterations());
      if (effects[column].length == 0) {
        effects[column] = found.solution();
      } else {
        for (int level = 0; level < layout.others; level++) {
          effects[column][level] += found.solution()[level];
        }
      }
    }
  }

  /** Most steps that any column took; 0 where the elimination was exact. */
  int iterations() {
    return iterations;
  }

  /** The equations that were solved; null with one effect or none. */
  @Nullable Schur schur() {
    return schur;
  }

  /** D'W z of a column as it was left; null where the elimination was exact. */
  double @Nullable [] left(int column) {
    return left == null ? null : left[column];
  }

  /** The weighted sum of squares of a column about its mean. */
  double total(int column) {
    return total[column];
  }

  int count() {
    return columns.length;
  }

  /** D'W z by column, z the columns with what is known of the effects taken out. */
  private double[][] rightHandSides(int threads, boolean first) {
    @SuppressWarnings(
        "ArrayRecordComponent") // its arrays are never written after construction, nor compared
    record Part(double[][] sums, double[] moments) {}
    if (first) {
      java.util.Arrays.fill(effects, new double[0]);
    }
    int count = columns.length;
    List<Part> parts =
        Lanes.run(
            layout.laneCount(),
            threads,
            () -> {
              double[] z = new double[layout.widest];
              return lane -> {
                double[][] sums = new double[count][layout.others];
                double[] moments = new double[2 * count];
                int quick = first ? addFours(lane, sums, moments) : 0;
                for (int chunk = layout.lanes[lane]; chunk < layout.lanes[lane + 1]; chunk++) {
                  for (int column = quick; column < count; column++) {
                    load(chunk, column, z);
                    if (first) {
                      addMoments(chunk, column, z, moments);
                    } else {
                      takeOut(chunk, effects[column], z);
                    }
                    center(chunk, z);
                    addToLevels(chunk, z, sums[column]);
                  }
                }
                return new Part(sums, moments);
              };
            });
    double[][] sums = new double[count][layout.others];
    double[] moments = new double[2 * count];
    for (Part part : parts) {
      add(moments, part.moments());
      for (int column = 0; column < count; column++) {
        add(sums[column], part.sums()[column]);
      }
    }
    for (int column = 0; first && column < count; column++) {
      double weight = Schur.weight(layout, 0, layout.n);
      total[column] =
          Math.max(0, moments[2 * column + 1] - moments[2 * column] * moments[2 * column] / weight);
    }
    return sums;
  }

  /** The first pass over as many columns as make fours; returns how many these are. */
  private int addFours(int lane, double[][] sums, double[] moments) {
    int quick = fours();
    int from = layout.lanes[lane];
    int to = layout.lanes[lane + 1];
    // By chunk, so that places and codes are still in the cache for the next four.
    for (int chunk = from; quick > 0 && chunk < to; chunk++) {
      for (int four = 0; four < quick; four += 4) {
        fours[four / 4].addToLevels(
            layout.chunks[chunk], layout.chunks[chunk + 1], origins, sums, four, moments);
      }
    }
    return quick;
  }

  /** How many columns are worked on by fours. */
  private int fours() {
    return 4 * fours.length;
  }

  private static void add(double[] sum, double[] part) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += part[i];
    }
  }

  /** Sum and sum of squares about the column's first value. */
  private void addMoments(int chunk, int column, double[] z, double[] moments) {
    double origin = origins[column];
    int from = layout.chunkStart(chunk);
    int length = layout.chunkEnd(chunk) - from;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < length; i++) {
      double d = z[i] - origin;
      double wd = layout.weights == null ? d : d * layout.weights[from + i];
      sum += wd;
      squares += wd * d;
    }
    moments[2 * column] += sum;
    moments[2 * column + 1] += squares;
  }

  /** D'W z of one chunk. */
  void addToLevels(int chunk, double[] z, double[] sums) {
    int from = layout.chunkStart(chunk);
    int length = layout.chunkEnd(chunk) - from;
    double[] weights = layout.weights;
    for (int[] codes : layout.codes) {
      if (weights == null) {
        for (int i = 0; i < length; i++) {
          sums[codes[from + i]] += z[i];
        }
      } else {
        for (int i = 0; i < length; i++) {
          sums[codes[from + i]] += weights[from + i] * z[i];
        }
      }
    }
  }

  /** The residuals of all columns in a chunk. */
  void fill(int chunk, double[][] z) {
    for (int four = 0; four < fours(); four += 4) {
      fours[four / 4].fill(layout.chunks[chunk], layout.chunks[chunk + 1], effects, z, four);
    }
    for (int column = fours(); column < columns.length; column++) {
      fill(chunk, column, z[column]);
    }
  }

  /** The residuals of a column in a chunk. */
  void fill(int chunk, int column, double[] z) {
    boolean plain = layout.rowAt == null && layout.weights == null && layout.codes.length == 1;
    if (plain) {
      fillPlainPanel(chunk, columns[column], effects[column], z);
      return;
    }
    load(chunk, column, z);
    if (effects[column].length > 0) {
      takeOut(chunk, effects[column], z);
    }
    center(chunk, z);
  }

  /** The same for a sorted panel without weights, each run touched twice instead of four times. */
  private void fillPlainPanel(int chunk, double[] values, double[] effect, double[] z) {
    int[] codes = layout.codes[0];
    int[] starts = layout.starts;
    int origin = layout.chunkStart(chunk);
    for (int run = layout.chunks[chunk]; run < layout.chunks[chunk + 1]; run++) {
      int from = starts[run];
      int to = starts[run + 1];
      double sum = 0;
      for (int p = from; p < to; p++) {
        double value = values[p] - effect[codes[p]];
        z[p - origin] = value;
        sum += value;
      }
      double mean = sum / (to - from);
      for (int i = from - origin; i < to - origin; i++) {
        z[i] -= mean;
      }
    }
  }

  private void load(int chunk, int column, double[] z) {
    int from = layout.chunkStart(chunk);
    int length = layout.chunkEnd(chunk) - from;
    double[] values = columns[column];
    int[] rowAt = layout.rowAt;
    if (rowAt == null) {
      System.arraycopy(values, from, z, 0, length);
    } else {
      for (int i = 0; i < length; i++) {
        z[i] = values[rowAt[from + i]];
      }
    }
  }

  private void takeOut(int chunk, double[] effect, double[] z) {
    int from = layout.chunkStart(chunk);
    int length = layout.chunkEnd(chunk) - from;
    for (int[] codes : layout.codes) {
      for (int i = 0; i < length; i++) {
        z[i] -= effect[codes[from + i]];
      }
    }
  }

  private void center(int chunk, double[] z) {
    if (!layout.absorbs) {
      return;
    }
    int origin = layout.chunkStart(chunk);
    int[] starts = layout.starts;
    double[] weights = layout.weights;
    for (int run = layout.chunks[chunk]; run < layout.chunks[chunk + 1]; run++) {
      int from = starts[run] - origin;
      int to = starts[run + 1] - origin;
      double sum = 0;
      double weight = to - from;
      if (weights == null) {
        for (int i = from; i < to; i++) {
          sum += z[i];
        }
      } else {
        weight = 0;
        for (int i = from; i < to; i++) {
          sum += weights[origin + i] * z[i];
          weight += weights[origin + i];
        }
      }
      double mean = sum / weight;
      for (int i = from; i < to; i++) {
        z[i] -= mean;
      }
    }
  }
}
