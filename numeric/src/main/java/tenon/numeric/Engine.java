package tenon.numeric;

import com.google.ortools.linearsolver.MPSolver.OptimizationProblemType;

/** The simplex code that solves a {@link LinearProgram}. */
public enum Engine {
  /** Google's GLOP; its iterations can be limited. */
  GLOP(OptimizationProblemType.GLOP_LINEAR_PROGRAMMING),
  /** COIN-OR's CLP; OR-Tools can limit it by wall-clock time alone, so it runs without a limit. */
  CLP(OptimizationProblemType.CLP_LINEAR_PROGRAMMING);

  private final OptimizationProblemType type;

  Engine(OptimizationProblemType type) {
    this.type = type;
  }

  OptimizationProblemType type() {
    return type;
  }

  Engine other() {
    return this == GLOP ? CLP : GLOP;
  }
}
