package tenon.twin.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;

/**
 * What a scenario did to a chain.
 *
 * @param scenario name of the scenario
 * @param days days simulated, the first being 0
 * @param replications how often
 * @param total all demands together, weighted by margin where every demanded product's is known,
 *     else by units
 * @param loss loss over the horizon
 * @param losses loss of each replication, as in {@code loss}
 * @param controlled the mean loss with what hazards happened to draw taken off; null where that is
 *     not narrower
 * @param purchases what goods cost; null where no link states a price
 * @param fillRate share of all demand so far that was met on its day, by day, weighted as total
 * @param costs what running the chain costs, as far as the package states it
 * @param perished what each stock that perishes throws away
 * @param demands each demand, in the order of the chain's rows
 * @param path transmission path: the nodes that ran short, the first to do so first, in the
 *     replication with the median loss; empty where several responses were compared and it was
 *     followed for another one
 * @param pathReplication which replication that is
 * @param findings every assumption that filled a blank, and every doubt about the input
 */
public record Trajectory(
    String scenario,
    int days,
    int replications,
    Outcome total,
    Loss loss,
    LossByReplication losses,
    @Nullable Controlled controlled,
    @Nullable Purchases purchases,
    FillRate fillRate,
    Costs costs,
    List<Perished> perished,
    List<DemandOutcome> demands,
    List<Starvation> path,
    int pathReplication,
    List<Finding> findings) {
  public Trajectory {
    perished = List.copyOf(perished);
    demands = List.copyOf(demands);
    path = List.copyOf(path);
    findings = List.copyOf(findings);
  }
}
