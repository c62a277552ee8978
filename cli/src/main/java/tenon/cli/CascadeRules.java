package tenon.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tenon.study.cascade.CascadeRule;

/** How cascades run: who stands in, and when one ends. */
final class CascadeRules {
  private static final String EXACT = "exact";
  private static final double LEAST_EPS = 1e-14;

  /** Whether others of a sector stand in. */
  enum Replacement {
    SECTOR,
    NONE
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--replaceability",
      paramLabel = "sector|none",
      descriptionKey = "cascade.replaceability")
  private Replacement replacement = Replacement.SECTOR;

  @Option(names = "--eps", paramLabel = "0.01|exact", descriptionKey = "cascade.eps")
  private String eps = "0.01";

  boolean replaced() {
    return replacement == Replacement.SECTOR;
  }

  /** The eps asked for; NaN for the fixed point. */
  double eps(CommonOptions common) {
    if (eps.equals(EXACT)) {
      return Double.NaN;
    }
    double value;
    try {
      value = Double.parseDouble(eps);
    } catch (NumberFormatException noNumber) {
      value = Double.NaN;
    }
    if (!(value >= LEAST_EPS && value < 1)) {
      throw new ParameterException(
          spec.commandLine(), Wording.say(common.locale(), "wrong.eps", eps));
    }
    return value;
  }

  CascadeRule rule(CommonOptions common) {
    return new CascadeRule(replaced(), eps(common), common.threads());
  }
}
