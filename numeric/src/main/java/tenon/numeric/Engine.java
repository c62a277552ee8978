package tenon.numeric;

/** The simplex code that solves a {@link LinearProgram}. */
public enum Engine {
  /** Google's GLOP: goes on from its last basis; its iterations can be limited. */
  GLOP,
  /**
   * COIN-OR's CLP: starts from scratch at every solve; OR-Tools can limit it by wall-clock time alone,
   * so it runs without a limit.
   */
  CLP;

  Engine other() {
    return this == GLOP ? CLP : GLOP;
  }
}
