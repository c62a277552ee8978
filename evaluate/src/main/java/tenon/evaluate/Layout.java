package tenon.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the observations of a regression stand while it works: sorted by the levels of the
 * eliminated effect (the one with most levels), so that each level is a run of positions. The other
 * effects' levels are numbered on, one effect after the other, from 0 to {@link #others} - 1.
 *
 * <p>Runs are gathered into chunks of about five hundred positions that fit the cache, chunks into
 * {@value #LANES} lanes for the threads; both depend on the data alone.
 */
final class Layout {
  private static final int LANES = 32;
  private static final int CHUNK = 512;
  private static final int MOST_CHUNKS = 32_768;

  /** Number of positions. */
  final int n;

  /** Row of the observations at a position; null where the position is the row. */
  final int @Nullable [] rowAt;

  /** Run r holds the positions starts[r] to starts[r + 1] - 1. */
  final int[] starts;

  /** By other effect and position: the level, numbered on over the effects. */
  final int[][] codes;

  /** Number of levels of the other effects together. */
  final int others;

  /** Weight by position; null where all are 1. */
  final double @Nullable [] weights;

  /** Whether runs are levels of an effect; false without any effect, where they are mere pieces. */
  final boolean absorbs;

  /** Chunk c holds the runs chunks[c] to chunks[c + 1] - 1. */
  final int[] chunks;

  /** Lane l holds the chunks lanes[l] to lanes[l + 1] - 1. */
  final int[] lanes;

  /** Most positions in a chunk. */
  final int widest;

  /** Which effect is eliminated: its place among those given; -1 without any. */
  final int eliminated;

  /** Codes of the eliminated effect by position, where that is their order; else null. */
  private final int @Nullable [] eliminatedCodes;

  /** First number of each other effect's levels, then {@link #others}. */
  final int[] offsets;

  private Layout(
      int @Nullable [] rows,
      int n,
      List<Coding> effects,
      int eliminated,
      double @Nullable [] weights) {
    this.n = n;
    absorbs = !effects.isEmpty();
    this.eliminated = eliminated;
    int @Nullable [] order = null;
    if (absorbs) {
      Coding first = effects.get(eliminated);
      starts = starts(first);
      order = first.isSorted() ? null : order(first, starts);
      eliminatedCodes = order == null ? first.codes() : null;
    } else {
      starts = pieces(n);
      eliminatedCodes = null;
    }
    rowAt = order == null ? rows : rows == null ? order : Observations.at(rows, order);
    List<int[]> rest = new ArrayList<>();
    offsets = new int[Math.max(effects.size(), 1)];
    int levels = 0;
    for (int q = 0; q < effects.size(); q++) {
      if (q != eliminated) {
        rest.add(shifted(effects.get(q).codes(), order, levels));
        offsets[rest.size() - 1] = levels;
        levels += effects.get(q).count();
      }
    }
    offsets[rest.size()] = levels;
    codes = rest.toArray(new int[0][]);
    others = levels;
    this.weights = weights == null || order == null ? weights : Observations.at(weights, order);
    chunks = chunks();
    widest = widest();
    lanes = split(chunks.length - 1, Math.min(LANES, chunks.length - 1));
  }

  /**
   * Lays observations out.
   *
   * @param rows rows used, ascending; null for all
   * @param effects codings of the rows used, contiguous and known
   * @param weights weights of the rows used; null for none
   */
  static Layout of(
      int @Nullable [] rows, int n, List<Coding> effects, double @Nullable [] weights) {
    return new Layout(rows, n, effects, largest(effects), weights);
  }

  /** As above without weights, the first effect eliminated whatever its size. */
  static Layout byFirst(int @Nullable [] rows, int n, List<Coding> effects) {
    return new Layout(rows, n, effects, 0, null);
  }

  int runs() {
    return starts.length - 1;
  }

  int laneCount() {
    return lanes.length - 1;
  }

  /**
   * Whether groups by position are the levels of the eliminated effect, so that none leaves a run.
   */
  @SuppressWarnings("ReferenceEquality") // the very array: to compare what it holds costs a pass
  boolean isRuns(int[] groups) {
    return groups == eliminatedCodes;
  }

  int row(int position) {
    return rowAt == null ? position : rowAt[position];
  }

  int chunkStart(int chunk) {
    return starts[chunks[chunk]];
  }

  int chunkEnd(int chunk) {
    return starts[chunks[chunk + 1]];
  }

  /** A coding of the rows used, by position. */
  int[] atPositions(Coding ofData) {
    return rowAt == null ? ofData.codes() : Observations.at(ofData.codes(), rowAt);
  }

  private static int largest(List<Coding> effects) {
    int largest = -1;
    for (int q = 0; q < effects.size(); q++) {
      if (largest < 0 || effects.get(q).count() > effects.get(largest).count()) {
        largest = q;
      }
    }
    return largest;
  }

  private static int[] starts(Coding effect) {
    int[] starts = new int[effect.count() + 1];
    int[] sizes = effect.sizes();
    for (int level = 0; level < sizes.length; level++) {
      starts[level + 1] = starts[level] + sizes[level];
    }
    return starts;
  }

  private static int[] order(Coding effect, int[] starts) {
    int[] next = starts.clone();
    int[] order = new int[effect.rows()];
    for (int i = 0; i < order.length; i++) {
      order[next[effect.code(i)]++] = i;
    }
    return order;
  }

  private static int[] shifted(int[] codes, int @Nullable [] order, int by) {
    if (order == null && by == 0) {
      return codes;
    }
    int[] shifted = new int[codes.length];
    for (int i = 0; i < shifted.length; i++) {
      shifted[i] = codes[order == null ? i : order[i]] + by;
    }
    return shifted;
  }

  private static int[] pieces(int n) {
    int count = Math.max(1, Math.min(n / CHUNK, MOST_CHUNKS));
    return split(n, count);
  }

  private static int[] split(int n, int parts) {
    int[] starts = new int[parts + 1];
    for (int part = 0; part <= parts; part++) {
      starts[part] = (int) ((long) n * part / parts);
    }
    return starts;
  }

  private int[] chunks() {
    int least = Math.max(CHUNK, n / MOST_CHUNKS);
    int[] found = new int[runs() + 1];
    int count = 0;
    for (int run = 0; run < runs(); run++) {
      if (starts[run + 1] - starts[found[count]] >= least || run == runs() - 1) {
        found[++count] = run + 1;
      }
    }
    return java.util.Arrays.copyOf(found, count + 1);
  }

  private int widest() {
    int most = 0;
    for (int chunk = 0; chunk < chunks.length - 1; chunk++) {
      most = Math.max(most, chunkEnd(chunk) - chunkStart(chunk));
    }
    return most;
  }
}
