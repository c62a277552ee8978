package tenon.twin.node;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tenon.model.node.NodeSpec;
import tenon.numeric.RandomStreams;

/** Replications of a node. */
public final class NodeSimulation {
  private NodeSimulation() {}

  /**
   * Runs all replications. The result depends on the seed, never on the number of threads.
   *
   * @param threads threads to work on, at least 1
   */
  public static NodeResult simulate(NodeSpec spec, long seed, int threads) {
    RandomStreams streams = RandomStreams.of(seed);
    NodeRun[] runs = new NodeRun[spec.replications()];
    if (threads <= 1) {
      for (int run = 0; run < runs.length; run++) {
        runs[run] = new Replication(spec, streams, run).run();
      }
      return NodeResult.of(runs);
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<NodeRun>> running = new ArrayList<>();
      for (int run = 0; run < runs.length; run++) {
        Replication one = new Replication(spec, streams, run);
        running.add(pool.submit(one::run));
      }
      for (int run = 0; run < runs.length; run++) {
        runs[run] = running.get(run).get();
      }
    } catch (ExecutionException failure) {
      throw new IllegalStateException("replication failed: " + failure.getMessage(), failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the replications were interrupted", stop);
    }
    return NodeResult.of(runs);
  }
}
