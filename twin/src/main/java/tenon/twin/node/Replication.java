package tenon.twin.node;

import tenon.model.node.NodeSpec;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStream;
import tenon.numeric.RandomStreams;

/** One replication of a node alone, to which jobs come at a rate of their own. */
final class Replication implements Line.Ends {
  private final NodeSpec spec;
  private final Line line;
  private final Post first;
  private final RandomStream arrivals;
  private final RandomStream products;
  private final Tally whole;
  private long came;
  private long lost;
  private long finished;
  private double times;
  private double waits;

  Replication(NodeSpec spec, RandomStreams streams, int run) {
    this.spec = spec;
    Source source = new Source(streams, "", run);
    double end = spec.warmUp() + spec.horizon();
    line = new Line(spec.stations(), new JobQueue(), source, spec.warmUp(), end, this);
    first = line.posts[0];
    arrivals = source.stream(Purpose.ARRIVAL, "");
    products = source.stream(Purpose.ARRIVAL, "product");
    whole = first.tally;
  }

  /** Runs to the end; what was counted. */
  NodeRun run() {
    double end = spec.warmUp() + spec.horizon();
    line.events.set(Line.ARRIVAL, Draws.of(spec.interarrival(), arrivals));
    line.advance(end);
    line.settle(end);
    return NodeRun.of(
        line.posts,
        spec.horizon(),
        0,
        line.handled(),
        new NodeRun.Flow(came, lost, finished, finished, times, waits));
  }

  @Override
  public double arrive(double now) {
    double next = now + Draws.of(spec.interarrival(), arrivals);
    int product = product();
    boolean counts = whole.counts(now);
    if (counts) {
      came++;
    }
    if (first.hasRoom()) {
      line.join(0, now, now, 0, product, 1);
    } else if (counts) {
      lost++;
    }
    return next;
  }

  @Override
  public void leave(double now, double born, double waited, int product, double part) {
    if (whole.counts(now)) {
      finished++;
      times += now - born;
      waits += waited;
    }
  }

  @Override
  public void scrap(int product, double part) {
    // a job that comes out bad leaves; the station has counted it
  }

  private int product() {
    int last = spec.shares().size() - 1;
    if (last == 0) {
      return 0;
    }
    double point = products.nextDouble();
    int product = 0;
    while (product < last && point >= spec.shares().get(product)) {
      point -= spec.shares().get(product);
      product++;
    }
    return product;
  }
}
