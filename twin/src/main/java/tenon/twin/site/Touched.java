package tenon.twin.site;

import java.util.stream.IntStream;
import tenon.model.Chain;
import tenon.model.Disruption.Target;

/**
 * How much of a chain a target reaches.
 *
 * @param sites sites at the target, or that make, hold or need what it is
 * @param links links that are, carry, start, end or pass at the target
 * @param demands demands at it
 */
public record Touched(long sites, long links, long demands) {

  /** What a target reaches in a chain that knows it. */
  public static Touched by(Chain chain, Target target) {
    Network network = Network.of(chain, SimulationSpec.of(1, 1), new Blanks());
    Reach reach = new Reach(network, target);
    long sites =
        IntStream.range(0, network.nodes)
            .filter(
                node ->
                    reach.node(node)
                        || IntStream.of(network.into[node])
                            .anyMatch(arc -> !network.isLink(arc) && reach.recipe(arc)))
            .map(node -> network.site[node])
            .distinct()
            .count();
    return new Touched(
        sites,
        IntStream.range(0, network.links).filter(reach::link).count(),
        IntStream.range(0, network.demands()).filter(reach::demand).count());
  }
}
