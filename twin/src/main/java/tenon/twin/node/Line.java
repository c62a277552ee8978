package tenon.twin.node;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.model.node.Station;

/** Jobs passing the stations of a node, event by event. */
final class Line {
  /** Slot of what comes to the line. */
  static final int ARRIVAL = 0;

  /** What is before the first station and behind the last. */
  interface Ends {
    /** Something comes; when the next does, infinity for never. */
    double arrive(double now);

    /** A job has passed the last station. */
    void leave(double now, double born, double waited, int product, double part);

    /** A job has come out bad. */
    void scrap(int product, double part);
  }

  final Post[] posts;
  final EventSlots events;
  private final Machine[] bySlot;
  private final Ends ends;
  private double closes = Double.POSITIVE_INFINITY;
  private long handled;

  /**
   * A line at rest.
   *
   * @param first the queue of the first station
   * @param from from when on its posts count
   * @param to until when
   */
  Line(List<Station> stations, Waiting first, Source source, double from, double to, Ends ends) {
    this.ends = ends;
    posts = new Post[stations.size()];
    int slots = 1;
    for (int at = 0; at < posts.length; at++) {
      Waiting queue = at == 0 ? first : new JobQueue();
      posts[at] = new Post(stations.get(at), at, slots, queue, new Tally(from, to), source);
      slots += posts[at].machines.length;
    }
    bySlot = new Machine[slots];
    for (Post post : posts) {
      for (Machine machine : post.machines) {
        bySlot[machine.slot] = machine;
      }
    }
    events = new EventSlots(slots);
  }

  /** Events handled so far. */
  long handled() {
    return handled;
  }

  /** Handles all events up to a time, that time among them. */
  void advance(double end) {
    for (int slot = events.first(); events.time(slot) <= end; slot = events.first()) {
      double now = events.time(slot);
      handled++;
      if (slot == ARRIVAL) {
        events.set(ARRIVAL, ends.arrive(now));
      } else {
        events.set(slot, Double.POSITIVE_INFINITY);
        finish(bySlot[slot], now);
      }
    }
  }

  /** Closes the queues and blockings of the counted time. */
  void settle(double end) {
    for (Post post : posts) {
      post.tally.queue(post.queue.size(), end);
      for (Machine machine : post.machines) {
        if (machine.blocked) {
          post.tally.blocked += post.tally.clip(machine.blockedSince, end);
        }
      }
    }
  }

  /** Lets no machine begin from a time on. */
  void closesAt(double time) {
    closes = time;
  }

  /** Starts what can be started everywhere, the last station first. */
  void startAll(double now) {
    for (int at = posts.length - 1; at >= 0; at--) {
      start(at, now);
    }
  }

  void join(int at, double now, double born, double waited, int product, double part) {
    Post post = posts[at];
    post.tally.queue(post.queue.size(), now);
    post.queue.add(born, now, waited, product, part);
    start(at, now);
  }

  /** Starts idle machines while there is enough in the queue. */
  void start(int at, double now) {
    Post post = posts[at];
    int free = post.idle.nextSetBit(0);
    while (free >= 0 && now < closes && post.queue.ready() >= post.station.least()) {
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
        post.tally.done += jobs.part();
        post.tally.good += good ? jobs.part() : 0;
      }
      if (good) {
        jobs.moveTo(jobs);
      } else {
        ends.scrap(jobs.product(), jobs.part());
        jobs.drop();
      }
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
      double part = jobs.part();
      int product = jobs.product();
      jobs.drop();
      if (next < posts.length) {
        join(next, now, born, waited, product, part);
      } else {
        ends.leave(now, born, waited, product, part);
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
