package tenon.twin.firm;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the cascades of a study come to, by scenario. Immutable. */
public final class CascadeResult {
  private final double[] esri;
  private final double[] esriDown;
  private final double[] esriUp;
  private final double[] errorBound;
  private final long[] steps;
  private final double @Nullable [][] lossDown;
  private final double @Nullable [][] lossUp;

  CascadeResult(int scenarios, boolean keepLosses) {
    esri = new double[scenarios];
    esriDown = new double[scenarios];
    esriUp = new double[scenarios];
    errorBound = new double[scenarios];
    steps = new long[scenarios];
    lossDown = keepLosses ? new double[scenarios][] : null;
    lossUp = keepLosses ? new double[scenarios][] : null;
  }

  void set(int scenario, Outcome outcome) {
    esri[scenario] = outcome.esri;
    esriDown[scenario] = outcome.esriDown;
    esriUp[scenario] = outcome.esriUp;
    errorBound[scenario] = outcome.errorBound;
    steps[scenario] = outcome.steps;
    if (lossDown != null && lossUp != null) {
      lossDown[scenario] = outcome.down.clone();
      lossUp[scenario] = outcome.up.clone();
    }
  }

  public int scenarios() {
    return esri.length;
  }

  /** Share of all output that is lost: every firm by the worse of its two losses. */
  public double esri(int scenario) {
    return esri[scenario];
  }

  /** Share of all output that is lost for want of inputs. */
  public double esriDown(int scenario) {
    return esriDown[scenario];
  }

  /** Share of all output that is lost for want of customers. */
  public double esriUp(int scenario) {
    return esriUp[scenario];
  }

  /**
   * Proven bound of the distance of each of the three values from the fixed point; infinite where
   * the cascade was stopped by eps, which proves nothing about the fixed point but that it is not
   * below.
   */
  public double errorBound(int scenario) {
    return errorBound[scenario];
  }

  /** Steps of the iteration; in exact mode the number of linear systems solved. */
  public long steps(int scenario) {
    return steps[scenario];
  }

  /**
   * Lost share of a firm's output for want of inputs, 0 to 1.
   *
   * @throws IllegalStateException if the specification did not ask to keep the losses
   */
  public double lossDown(int scenario, int firm) {
    return kept(lossDown)[scenario][firm];
  }

  /**
   * Lost share of a firm's output for want of customers, 0 to 1.
   *
   * @throws IllegalStateException if the specification did not ask to keep the losses
   */
  public double lossUp(int scenario, int firm) {
    return kept(lossUp)[scenario][firm];
  }

  /** The scenarios, gravest first; equal ones in order of their number. */
  public List<Integer> ranked() {
    return IntStream.range(0, esri.length)
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(scenario -> esri[scenario]).reversed())
        .toList();
  }

  private static double[][] kept(double @Nullable [][] losses) {
    if (losses == null) {
      throw new IllegalStateException("losses were not kept; ask for them in the specification");
    }
    return losses;
  }
}
