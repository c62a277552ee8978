package tenon.assess;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import tenon.model.Columns;
import tenon.model.Panel;
import tenon.model.Resource;

/**
 * Random hierarchies up to four levels deep, with random panels, some of whose cells are unknown.
 */
final class RandomPanels {
  private final Random random;
  private final double unknown;
  private final Columns.Builder hierarchy = new Columns.Builder(Resource.HIERARCHY);
  private final StringBuilder leaves = new StringBuilder();

  private RandomPanels(Random random, double unknown) {
    this.random = random;
    this.unknown = unknown;
  }

  /**
   * A random panel.
   *
   * @param unknown share of cells that are left out
   */
  static Panel panel(Random random, double unknown) {
    RandomPanels work = new RandomPanels(random, unknown);
    work.grow("r", null, 0);
    return Drawn.panel(work.hierarchy.build(), work.values());
  }

  static AssessSpec spec(Random random) {
    Scaling scaling = random.nextBoolean() ? new Scaling.Goalposts() : new Scaling.PooledSample();
    return new AssessSpec(scaling, weighting(random, 0));
  }

  private static Weighting weighting(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 5 : 4)) {
      case 0 -> new Weighting.Given();
      case 1 -> new Weighting.Equal();
      case 2 ->
          new Weighting.Entropy(
              Weighting.Entropy.Basis.POOLED_MIN_MAX, random.nextBoolean() ? 0 : .01);
      case 3 -> new Weighting.Critic();
      default -> new Weighting.Combined(weighting(random, 1), weighting(random, 1));
    };
  }

  private void grow(String code, @Nullable String parent, int depth) {
    boolean leaf = depth > 0 && (depth == 3 || random.nextInt(3) == 0);
    double low = random.nextGaussian();
    hierarchy.row().set("code", code).set("parent", parent).set("weight", .1 + random.nextDouble());
    hierarchy
        .set("direction", random.nextBoolean() ? 1 : -1)
        .set("low", low)
        .set("high", low + .1 + random.nextDouble())
        .set("target", random.nextInt(3) == 0 ? Double.NaN : low + random.nextDouble());
    if (leaf) {
      leaves.append(code).append(' ');
      return;
    }
    int children = 1 + random.nextInt(4);
    for (int nth = 0; nth < children; nth++) {
      grow(code + nth, code, depth + 1);
    }
  }

  private Columns values() {
    Columns.Builder values = new Columns.Builder(Resource.INDICATORS);
    int units = 1 + random.nextInt(6);
    int periods = 1 + random.nextInt(4);
    for (String leaf : leaves.toString().strip().split(" ", -1)) {
      boolean constant = random.nextInt(10) == 0;
      for (int unit = 0; unit < units; unit++) {
        for (int period = 0; period < periods; period++) {
          values.row().set("unit_id", "u" + unit).set("period", "t" + period).set("code", leaf);
          double value = constant ? .5 : random.nextGaussian();
          values.set("value", random.nextDouble() < unknown ? Double.NaN : value);
        }
      }
    }
    return values.build();
  }
}
