package tenon.twin.node;

import org.jspecify.annotations.Nullable;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStream;
import tenon.numeric.RandomStreams;

/** One replication of a node, event by event. */
final class Line {
  private static final int ARRIVAL = 0;

  private final NodeSpec spec;
  private final Post[] posts;
  private final Machine[] bySlot;
  private final EventSlots events;
  private final RandomStream arrivals;
  private final RandomStream products;
  private final Tally whole;
  private long handled;
  private long came;
  private long lost;
  private long finished;
  private double times;
  private double waits;

  Line(NodeSpec spec, RandomStreams streams, int run) {
    this.spec = spec;
    posts = new Post[spec.stations().size()];
    int slots = 1;
    for (int at = 0; at < posts.length; at++) {
      posts[at] = new Post(spec.stations().get(at), at, slots, spec, streams, run);
      slots += posts[at].machines.length;
    }
    bySlot = new Machine[slots];
    for (Post post : posts) {
      for (Machine machine : post.machines) {
        bySlot[machine.slot] = machine;
      }
    }
    events = new EventSlots(slots);
    arrivals = streams.stream(Purpose.ARRIVAL, "", run);
    products = streams.stream(Purpose.ARRIVAL, "product", run);
    whole = posts[0].tally;
  }

  /** Runs to the end; what was counted. */
  NodeRun run() {
    double end = spec.warmUp() + spec.horizon();
    events.set(ARRIVAL, spec.interarrival().draw(arrivals));
    for (int slot = events.first(); events.time(slot) <= end; slot = events.first()) {
      double now = events.time(slot);
      handled++;
      if (slot == ARRIVAL) {
        events.set(ARRIVAL, now + spec.interarrival().draw(arrivals));
        arrive(now);
      } else {
        events.set(slot, Double.POSITIVE_INFINITY);
        finish(bySlot[slot], now);
      }
    }
    for (Post post : posts) {
      post.tally.queue(post.queue.size(), end);
      for (Machine machine : post.machines) {
        if (machine.blocked) {
          post.tally.blocked += post.tally.clip(machine.blockedSince, end);
        }
      }
    }
    return NodeRun.of(spec, posts, handled, new NodeRun.Flow(came, lost, finished, times, waits));
  }

  private void arrive(double now) {
    Post first = posts[0];
    int product = product();
    boolean counts = whole.counts(now);
    if (counts) {
      came++;
    }
    if (first.hasRoom()) {
      join(0, now, now, 0, product);
    } else if (counts) {
      lost++;
    }
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

  private void join(int at, double now, double born, double waited, int product) {
    Post post = posts[at];
    post.tally.queue(post.queue.size(), now);
    post.queue.add(born, now, waited, product);
    start(at, now);
  }

  /** Starts idle machines while there is enough in the queue. */
  private void start(int at, double now) {
    Post post = posts[at];
    int free = post.idle.nextSetBit(0);
    while (free >= 0 && post.queue.size() >= post.station.least()) {
      Machine machine = post.machines[free];
      post.idle.clear(free);
      events.set(machine.slot, post.begin(machine, now));
      release(at, now);
      free = post.idle.nextSetBit(0);
    }
  }

  private void finish(Machine machine, double now) {
    Post post = posts[machine.station];
    boolean counts = post.tally.counts(now);
    JobQueue jobs = machine.jobs;
    for (int left = jobs.size(); left > 0; left--) {
      boolean good = post.isGood();
      if (counts) {
        post.tally.done++;
        post.tally.good += good ? 1 : 0;
      }
      if (good) {
        jobs.add(jobs.born(), jobs.joined(), jobs.waited(), jobs.product());
      }
      jobs.drop();
    }
    deliver(machine, now);
  }

  /** Hands on what is done; the machine is blocked where the next queue is full. */
  private void deliver(Machine machine, double now) {
    JobQueue jobs = machine.jobs;
    int next = machine.station + 1;
    while (jobs.size() > 0 && (next == posts.length || posts[next].hasRoom())) {
      double born = jobs.born();
      double waited = jobs.waited();
      int product = jobs.product();
      jobs.drop();
      if (next < posts.length) {
        join(next, now, born, waited, product);
      } else if (whole.counts(now)) {
        finished++;
        times += now - born;
        waits += waited;
      }
    }
    if (jobs.size() > 0) {
      machine.blocked = true;
      machine.blockedSince = now;
    } else {
      posts[machine.station].idle.set(machine.number);
      start(machine.station, now);
    }
  }

  /** Lets machines before a queue hand on while it has room, the longest blocked first. */
  private void release(int at, double now) {
    while (at > 0 && posts[at].hasRoom()) {
      Machine longest = longestBlocked(posts[at - 1]);
      if (longest == null) {
        return;
      }
      Tally tally = posts[at - 1].tally;
      tally.blocked += tally.clip(longest.blockedSince, now);
      longest.blocked = false;
      deliver(longest, now);
    }
  }

  private static @Nullable Machine longestBlocked(Post post) {
    Machine longest = null;
    for (Machine machine : post.machines) {
      if (machine.blocked && (longest == null || machine.blockedSince < longest.blockedSince)) {
        longest = machine;
      }
    }
    return longest;
  }
}
