package tenon.twin.node;

import java.util.ArrayList;
import java.util.List;

/** What one replication came to. */
record NodeRun(long events, Flow flow, double horizon, double closed, List<AtStation> stations) {

  /**
   * Jobs through the whole node: how many came, were turned away, got through, and how many lots
   * these are; sums of times.
   */
  record Flow(long came, long lost, long finished, double lots, double times, double waits) {}

  /** Shares of machine time, and what passed, at one station. */
  record AtStation(
      double working,
      double setUp,
      double down,
      double blocked,
      double queue,
      double waiting,
      double throughput,
      double quality,
      double performance) {}

  /** What posts have counted over a horizon, during a share of which the node was closed. */
  static NodeRun of(Post[] posts, double horizon, double closed, long events, Flow flow) {
    List<AtStation> stations = new ArrayList<>();
    for (Post post : posts) {
      stations.add(station(post, horizon));
    }
    return new NodeRun(events, flow, horizon, closed, stations);
  }

  private static AtStation station(Post post, double horizon) {
    Tally tally = post.tally;
    double planned = horizon * post.machines.length;
    double quality = tally.done == 0 ? Double.NaN : tally.good / tally.done;
    double performance =
        tally.working > 0 ? post.station.idealTime() * tally.done / tally.working : Double.NaN;
    return new AtStation(
        tally.working / planned,
        tally.setUp / planned,
        tally.down / planned,
        tally.blocked / planned,
        tally.queueArea / horizon,
        tally.started == 0 ? Double.NaN : tally.waits / tally.started,
        tally.done / horizon,
        quality,
        performance);
  }

  double throughput() {
    return flow.lots() / horizon;
  }

  double waiting() {
    return flow.finished() == 0 ? Double.NaN : flow.waits() / flow.finished();
  }

  double timeInNode() {
    return flow.finished() == 0 ? Double.NaN : flow.times() / flow.finished();
  }

  double turnedAway() {
    return flow.came() == 0 ? Double.NaN : (double) flow.lost() / flow.came();
  }
}
