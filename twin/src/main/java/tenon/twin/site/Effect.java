package tenon.twin.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.model.Dependencies;
import tenon.model.Disruption;
import tenon.model.Disruption.CapacityLoss;
import tenon.model.Disruption.Window;
import tenon.model.Share;

/**
 * A disruption as it is felt in one place: itself, but for the loss of a technology, which is felt
 * by each of its dependents by a share, and within days, of their own.
 *
 * @param disruption the disruption with the window in which it is felt
 * @param reach where it is felt
 */
record Effect(Disruption disruption, Reach reach) {

  /** What a disruption does. */
  static List<Effect> of(Network network, Disruption disruption) {
    return disruption instanceof CapacityLoss loss && loss.target().kind().isTechnology()
        ? cut(network, loss)
        : List.of(new Effect(disruption, new Reach(network, disruption.target())));
  }

  /**
   * Dependents that feel it alike stand together; each row counts for itself, and they multiply.
   */
  private static List<Effect> cut(Network network, CapacityLoss cut) {
    Dependencies dependencies = network.chain.dependencies();
    Map<CapacityLoss, Reach> felt = new LinkedHashMap<>();
    List<Effect> effects = new ArrayList<>();
    boolean known = false;
    for (int row = 0; row < dependencies.count(); row++) {
      if (!dependencies.isMeant(row, cut.target())) {
        continue;
      }
      known = true;
      CapacityLoss loss = felt(dependencies, row, cut);
      if (loss != null) {
        Reach single = new Reach(network, cut.target(), row);
        Reach others = felt.get(loss);
        if (others == null || !others.join(single)) {
          felt.put(loss, single);
          effects.add(new Effect(loss, single));
        }
      }
    }
    if (!known) {
      throw Reach.unknown(cut.target());
    }
    return effects;
  }

  private static @Nullable CapacityLoss felt(Dependencies dependencies, int row, CapacityLoss cut) {
    Window window = dependencies.felt(row, cut.window());
    double lost = cut.lost().value() * dependencies.lostShare(row);
    return window == null || lost == 0
        ? null
        : new CapacityLoss(cut.target(), window, new Share(lost));
  }
}
