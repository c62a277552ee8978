package tenon.twin.node;

import tenon.model.node.Law;
import tenon.numeric.RandomStream;

/** Draws times by their laws. */
final class Draws {
  private Draws() {}

  static double of(Law law, RandomStream stream) {
    return switch (law.kind()) {
      case EXPONENTIAL -> law.mean() * stream.exponential();
      case FIXED -> law.mean();
      case ERLANG -> erlang(law, stream);
      case LOGNORMAL -> logNormal(law, stream);
      case UNIFORM -> law.mean() + law.shape() * (2 * stream.nextDouble() - 1);
    };
  }

  private static double erlang(Law law, RandomStream stream) {
    double sum = 0;
    for (int phase = 0; phase < law.shape(); phase++) {
      sum += stream.exponential();
    }
    return law.mean() / law.shape() * sum;
  }

  private static double logNormal(Law law, RandomStream stream) {
    double ratio = law.shape() / law.mean();
    double variance = StrictMath.log1p(ratio * ratio);
    return stream.logNormal(StrictMath.log(law.mean()) - variance / 2, Math.sqrt(variance));
  }
}
