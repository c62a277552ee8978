package tenon.twin.sector;

import java.util.Arrays;
import java.util.Map;

/**
 * What happens to the capital of industries.
 *
 * @param lost capital destroyed by industry, in the money of the table; for {@link Capacity} the
 *     share of capacity lost, 0 to 1
 * @param occurrence step at which it happens, the first being 0
 * @param duration steps before recovery or rebuilding begins
 * @param end how capital comes back
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
public record ArioEvent(double[] lost, int occurrence, int duration, End end) {

  public ArioEvent {
    lost = lost.clone();
    if (Arrays.stream(lost).anyMatch(value -> !(value >= 0))) {
      throw new IllegalArgumentException("a loss is below 0");
    }
    if (occurrence < 0 || duration < 0) {
      throw new IllegalArgumentException(
          "an event happens from step 0 on, and does not last below 0");
    }
  }

  /** How what is lost comes back. */
  public sealed interface End permits Recovery, Rebuild, Capacity {}

  /**
   * Capital comes back by itself.
   *
   * @param tau steps that takes
   */
  public record Recovery(Course course, double tau) implements End {}

  /**
   * Capacity, not capital, is lost, and comes back by itself.
   *
   * @param tau steps that takes; 0 for at once
   */
  public record Capacity(Course course, double tau) implements End {}

  /**
   * Capital is rebuilt by industries that serve this demand beside others.
   *
   * @param tau steps over which what is still lost is asked for
   * @param shares share of the work of each sector; they add up to 1
   * @param factor money of rebuilding per money of capital
   */
  public record Rebuild(double tau, Map<String, Double> shares, double factor) implements End {
    public Rebuild {
      shares = Map.copyOf(shares);
    }
  }

  /** The course of a recovery. */
  public enum Course {
    /** The same amount every step. */
    LINEAR,
    /** The same share of the rest every step. */
    CONVEXE,
    /** As CONVEXE, four times as fast, so that nearly all is back in time. */
    CONVEXE_SCALED,
    /** Slow, then fast, then slow. */
    CONCAVE;

    private static final double STEEP = 1e-6;

    /** Share still lost after some steps of recovery, 0 to 1. */
    double left(double elapsed, double tau) {
      if (elapsed <= 0) {
        return 1;
      }
      if (tau <= 0) {
        return 0;
      }
      return switch (this) {
        case LINEAR -> Math.max(0, 1 - elapsed / tau);
        case CONVEXE -> StrictMath.pow(1 - 1 / tau, elapsed);
        case CONVEXE_SCALED -> StrictMath.pow(1 - 1 / tau, 4 * elapsed);
        case CONCAVE -> {
          double exponent =
              (StrictMath.log(tau) - StrictMath.log(STEEP))
                  / (StrictMath.log(tau) - StrictMath.log(2));
          yield tau / (tau + STEEP * StrictMath.pow(elapsed, exponent));
        }
      };
    }
  }

  /** Share of the loss that is still there at a step, before rebuilding is counted. */
  double left(int step) {
    if (step < occurrence) {
      return 0;
    }
    double elapsed = step - occurrence - duration - 1.0;
    return switch (end) {
      case Recovery recovery -> recovery.course().left(elapsed, recovery.tau());
      case Capacity capacity -> capacity.course().left(elapsed, capacity.tau());
      case Rebuild rebuild -> 1;
    };
  }
}
