package tenon.assess.uncertainty;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import tenon.assess.Weighting;
import tenon.assess.Weights;
import tenon.model.Hierarchy;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStream;
import tenon.numeric.RandomStreams;

/** Sets of weights around nominal ones: each weight times 1 + U(-noise, noise), then normalised. */
public final class NoisyWeights {
  private NoisyWeights() {}

  /**
   * Draws sets of weights.
   *
   * @param noise greatest relative change, from 0 to 1
   * @param noisy nodes whose weights are changed
   * @param sets number of sets
   * @param seed seed; each set and node has a stream of its own
   */
  public static List<Alternative> draw(
      Hierarchy hierarchy, Weights nominal, double noise, IntPredicate noisy, int sets, long seed) {
    if (!(noise >= 0 && noise <= 1)) {
      throw new IllegalArgumentException("noise " + noise + " must lie between 0 and 1");
    }
    RandomStreams streams = RandomStreams.of(seed);
    List<Alternative> drawn = new ArrayList<>();
    for (int set = 0; set < sets; set++) {
      Map<String, Double> weights = new LinkedHashMap<>();
      for (int node = 0; node < hierarchy.count(); node++) {
        String code = hierarchy.keys().key(node);
        if (hierarchy.parent(node) >= 0) {
          RandomStream stream = streams.stream(Purpose.UNCERTAINTY, "weight " + code, set);
          double factor = noisy.test(node) ? 1 + noise * (2 * stream.nextDouble() - 1) : 1;
          weights.put(code, nominal.local(node) * factor);
        }
      }
      drawn.add(new Alternative.WeightingAs(new Weighting.Fixed("noisy " + (set + 1), weights)));
    }
    return drawn;
  }
}
