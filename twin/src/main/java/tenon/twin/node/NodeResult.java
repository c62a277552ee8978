package tenon.twin.node;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the replications of a node came to.
 *
 * @param throughput good jobs out in a unit of time
 * @param waiting time that a job waits in all queues together
 * @param timeInNode time from arrival to leaving, of jobs that get through
 * @param turnedAway share of arrivals that found the first queue full
 * @param closed share of the planned time in which the node was closed
 * @param events events handled in all replications
 * @param stations by station, in the order of the line
 */
public record NodeResult(
    Estimate throughput,
    Estimate waiting,
    Estimate timeInNode,
    Estimate turnedAway,
    Estimate closed,
    long events,
    List<AtStation> stations) {

  /**
   * One station. The shares of machine time, working to idle, sum to 1.
   *
   * @param working share of time at work: utilisation, and availability of ISO 22400-2 (APT/PBT)
   * @param setUp share of time being set up
   * @param down share of time broken down
   * @param blocked share of time with work done that cannot be handed on
   * @param idle share of time without anything to do
   * @param queue mean number of jobs waiting
   * @param waiting mean time that a job waits here
   * @param throughput jobs done in a unit of time, good and bad
   * @param performance planned run time x jobs done / time at work (E)
   * @param quality share of jobs done that are good (Q)
   * @param oee working x performance x quality
   */
  public record AtStation(
      Estimate working,
      Estimate setUp,
      Estimate down,
      Estimate blocked,
      Estimate idle,
      Estimate queue,
      Estimate waiting,
      Estimate throughput,
      Estimate performance,
      Estimate quality,
      Estimate oee) {}

  public NodeResult {
    stations = List.copyOf(stations);
  }

  static NodeResult of(NodeRun[] runs) {
    List<AtStation> stations = new ArrayList<>();
    for (int at = 0; at < runs[0].stations().size(); at++) {
      stations.add(station(runs, at));
    }
    long events = 0;
    for (NodeRun run : runs) {
      events += run.events();
    }
    return new NodeResult(
        estimate(runs, NodeRun::throughput),
        estimate(runs, NodeRun::waiting),
        estimate(runs, NodeRun::timeInNode),
        estimate(runs, NodeRun::turnedAway),
        estimate(runs, NodeRun::closed),
        events,
        stations);
  }

  private static AtStation station(NodeRun[] runs, int at) {
    return new AtStation(
        estimate(runs, run -> run.stations().get(at).working()),
        estimate(runs, run -> run.stations().get(at).setUp()),
        estimate(runs, run -> run.stations().get(at).down()),
        estimate(runs, run -> run.stations().get(at).blocked()),
        estimate(runs, run -> idle(run, run.stations().get(at))),
        estimate(runs, run -> run.stations().get(at).queue()),
        estimate(runs, run -> run.stations().get(at).waiting()),
        estimate(runs, run -> run.stations().get(at).throughput()),
        estimate(runs, run -> run.stations().get(at).performance()),
        estimate(runs, run -> run.stations().get(at).quality()),
        estimate(runs, run -> oee(run.stations().get(at))));
  }

  private static double idle(NodeRun run, NodeRun.AtStation one) {
    return 1 - run.closed() - one.working() - one.setUp() - one.down() - one.blocked();
  }

  private static double oee(NodeRun.AtStation one) {
    return one.working() * one.performance() * one.quality();
  }

  private static Estimate estimate(NodeRun[] runs, ToDoubleFunction<NodeRun> what) {
    double[] values = new double[runs.length];
    for (int run = 0; run < runs.length; run++) {
      values[run] = what.applyAsDouble(runs[run]);
    }
    return Estimate.of(values);
  }
}
