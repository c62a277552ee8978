package tenon.twin.site;

import java.util.ArrayList;
import java.util.List;
import tenon.model.Chain;
import tenon.model.Disruption;
import tenon.numeric.RandomStreams;

/**
 * Three stages in a row, 3 to 2 to 1, with given demand; the system of the traces in {@code
 * tenon.twin.conformance}. Stage 3 buys from an unlimited source.
 */
public final class SerialSystem {
  private static final Chain CHAIN =
      DrawnChain.of(
          """
          World -> 3: goods, lead 2
          3 -> 2: goods, lead 1
          2 -> 1: goods, lead 1
          3 holds goods: 25, upto 25, policy base_stock
          2 holds goods: 12, upto 12, policy base_stock
          1 holds goods: 22, upto 22, policy base_stock
          1 sells goods: 10""");

  private static final double[] DEMAND = {
    13, 8, 13, 8, 7, 10, 7, 11, 11, 10, 12, 9, 14, 8, 10, 11, 5, 10, 9, 4, 8, 13, 11, 12, 9, 9, 19,
    12, 14, 6, 11, 10, 14, 11, 9, 10, 8, 9, 14, 11, 9, 13, 9, 13, 12, 7, 6, 17, 8, 17, 10, 12, 9, 9,
    4, 12, 8, 7, 14, 11, 11, 10, 11, 4, 12, 14, 15, 1, 7, 7, 6, 16, 13, 11, 11, 14, 8, 13, 6, 14,
        11,
    11, 12, 8, 6, 11, 9, 10, 5, 6, 14, 9, 7, 8, 5, 11, 6, 6, 15, 8
  };

  private static final double[] HOLDING = {7, 4, 2};
  private static final double STOCKOUT = 37.12;

  private SerialSystem() {}

  /**
   * A stage on a day.
   *
   * @param level on hand less what is owed or waits
   * @param asked orders or demand that came in
   * @param ordered orders placed
   * @param received units that came in
   * @param shipped units that went out
   * @param cost holding, transit and stock-out cost of the day
   */
  public record Stage(
      double level, double asked, double ordered, double received, double shipped, double cost) {}

  /** Stages 1, 2, 3 by day. */
  public static List<List<Stage>> run(List<Disruption> disruptions) {
    SimulationSpec spec =
        SimulationSpec.of(1, 1)
            .withStart(SimulationSpec.Pipeline.EMPTY, 0)
            .withUnmet(SimulationSpec.Unmet.BACKORDER);
    Blanks blanks = new Blanks();
    Network network = Network.of(CHAIN, spec, blanks);
    Regimes regimes = Regimes.of(network, disruptions, DEMAND.length, 0.5);
    List<List<Stage>> days = new ArrayList<>();
    new Engine(
            network,
            regimes,
            spec,
            (demand, step) -> new double[] {DEMAND[step]},
            new LeadTimeDraws(network, RandomStreams.of(1), 0, 1),
            new Tally(new Stakes(CHAIN, spec, blanks), new Ledger(1, DEMAND.length, 1), 0, 1),
            new Recorder(network, days))
        .run(DEMAND.length);
    return days;
  }

  /** Cost of all stages and days. */
  public static double cost(List<List<Stage>> days) {
    return days.stream().flatMap(List::stream).mapToDouble(Stage::cost).sum();
  }

  private record Recorder(Network network, List<List<Stage>> days) implements Observer {
    @Override
    public void before(int day, Block block) {}

    @Override
    public void after(int day, Block block, Flows flows, Regime regime) {
      days.add(
          List.of(
              stage("1", "2>1:goods", "", block, flows),
              stage("2", "3>2:goods", "2>1:goods", block, flows),
              stage("3", "World>3:goods", "3>2:goods", block, flows)));
    }

    private Stage stage(String site, String in, String out, Block block, Flows flows) {
      int node = 0;
      while (!network.siteId(node).equals(site)) {
        node++;
      }
      int from = CHAIN.links().keys().id(in);
      int to = CHAIN.links().keys().id(out);
      double waits = to < 0 ? block.waiting[0][0] : block.owed[to][0];
      double under = 0;
      for (double[] day : to < 0 ? new double[0][] : block.onWay[to]) {
        under += day[0];
      }
      double holding = HOLDING[Integer.parseInt(site) - 1];
      boolean last = Integer.parseInt(site) == HOLDING.length;
      double door = last ? 0 : HOLDING[Integer.parseInt(site)] * block.held[from][0];
      return new Stage(
          block.onHand[node][0] - waits,
          to < 0 ? flows.demanded[0][0] : flows.placed[to][0],
          flows.ordered[node][0],
          flows.received[from][0],
          to < 0 ? flows.served[0][0] : flows.sent[to][0],
          door + holding * (block.onHand[node][0] + under) + (to < 0 ? STOCKOUT * waits : 0));
    }
  }
}
