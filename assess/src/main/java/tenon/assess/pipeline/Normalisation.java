package tenon.assess.pipeline;

/**
 * How indicators come to a common scale. Every method first turns indicators of which less is
 * better by their sign, t = direction * x, so that more is better afterwards.
 */
public sealed interface Normalisation {

  /** The least t becomes {@code low}, the greatest {@code high}. */
  record MinMax(double low, double high) implements Normalisation {
    public MinMax {
      if (!(low < high)) {
        throw new IllegalArgumentException("range " + low + " to " + high + " must ascend");
      }
    }
  }

  /** Mean and standard deviation (n - 1) become those given. */
  record ZScore(double mean, double deviation) implements Normalisation {
    public ZScore {
      if (!(deviation > 0)) {
        throw new IllegalArgumentException("deviation " + deviation + " must be above 0");
      }
    }
  }

  /** Ranks from 1 for the worst up; equal values share the lower rank. */
  record Rank() implements Normalisation {}

  /** How many are worse, as a share of the others. */
  record PercentileRank() implements Normalisation {}

  /** How many are worse: Borda points. */
  record Borda() implements Normalisation {}

  /** t as a fraction of the greatest t; meant for values above 0 of which more is better. */
  record FractionOfMax() implements Normalisation {}

  /** 1 - (max t - t) / (max t - min t). */
  record DistanceToMax() implements Normalisation {}

  /** 1 - (r - t) / (r - min t), r being t of a unit of reference in the same period. */
  record DistanceToReference(String unit) implements Normalisation {}

  /** (t - min t) / (target - min t) by the target in the hierarchy, at most 1. */
  record DistanceToTarget() implements Normalisation {}

  /** From {@code low} to {@code high} between the goalposts of the hierarchy; beyond is clipped. */
  record Goalposts(double low, double high) implements Normalisation {
    public Goalposts {
      if (!(low < high)) {
        throw new IllegalArgumentException("range " + low + " to " + high + " must ascend");
      }
    }
  }

  /** (t - origin) / unit: only turned, where origin is 0 and unit 1. */
  record Shift(double origin, double unit) implements Normalisation {
    public Shift {
      if (!(unit > 0)) {
        throw new IllegalArgumentException("unit " + unit + " must be above 0");
      }
    }
  }
}
