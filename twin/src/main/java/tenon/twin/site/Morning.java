package tenon.twin.site;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.model.Disruption;

/**
 * What a replication has come to on the morning of a day, before the disruptions of the day strike,
 * and what is known then: disruptions that have begun or begin today, with their windows.
 */
public final class Morning {
  private final Network network;
  private final Stakes stakes;
  private final Runs runs;
  private final Block block;
  private final int replication;
  private final int day;
  private final int step;
  private final List<Disruption> happening;
  private final @Nullable Planned running;

  Morning(
      Runs runs,
      Block block,
      int replication,
      int day,
      int step,
      List<Disruption> happening,
      @Nullable Planned running) {
    this.runs = runs;
    network = runs.network;
    stakes = runs.stakes;
    this.block = block;
    this.replication = replication;
    this.day = day;
    this.step = step;
    this.happening = happening;
    this.running = running;
  }

  public int day() {
    return day;
  }

  public int replication() {
    return replication;
  }

  /** The plan that has held so far; null where there is none. */
  public @Nullable Planned running() {
    return running;
  }

  /** Whether a disruption begins today. */
  public boolean strikes() {
    return happening.stream().anyMatch(one -> (int) one.window().firstDay() == day);
  }

  /** Disruptions that have begun by today. */
  public List<Disruption> known() {
    return happening.stream().filter(one -> one.window().firstDay() <= day).toList();
  }

  /**
   * The chain from this morning on, as it stands, with the disruptions that are known: day 0 of
   * those rules is today.
   */
  public Rules rules() {
    return Rules.from(network, stakes, runs.outBelow(), runs.days, known(), state());
  }

  /** The same with all disruptions and all demand that this replication is going to meet. */
  public Rules foreseen() {
    return Rules.from(network, stakes, runs.outBelow(), runs.days, happening, state())
        .withDemand(runs.demand(replication));
  }

  private State state() {
    double[] onHand = new double[network.nodes];
    for (int node = 0; node < onHand.length; node++) {
      onHand[node] = block.onHand[node][0];
    }
    for (int input = 0; input < network.inputs(); input++) {
      onHand[network.inputNode[input]] += block.granted[input][0];
    }
    double[][] onWay = new double[network.arcs][];
    for (int arc = 0; arc < onWay.length; arc++) {
      double[][] ring = block.onWay[arc];
      onWay[arc] = new double[ring.length];
      for (int ahead = 0; ahead < ring.length; ahead++) {
        onWay[arc][ahead] = ring[(step + ahead) % ring.length][0];
      }
      onWay[arc][0] += block.held[arc][0];
      double[] inLine = block.inLine[arc];
      if (inLine != null) {
        onWay[arc][Math.min(network.lead[arc], ring.length - 1)] += inLine[0];
      }
    }
    double[] waiting = new double[network.demands()];
    for (int demand = 0; demand < waiting.length; demand++) {
      waiting[demand] = block.waiting[demand][0];
    }
    double[] opens = new double[network.arcs];
    Arrays.setAll(opens, arc -> opens(arc) - day);
    return new State(day, onHand, onWay, waiting, opens);
  }

  private double opens(int arc) {
    Planned plan = running;
    int recipe = arc - network.links;
    if (plan == null || recipe >= network.chain.recipes().count()) {
      return Double.POSITIVE_INFINITY;
    }
    return recipe < 0 ? plan.linkOpens(arc) : plan.recipeOpens(recipe);
  }
}
