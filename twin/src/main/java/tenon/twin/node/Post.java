package tenon.twin.node;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import tenon.model.node.Law;
import tenon.model.node.Station;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStream;

/** A station at work: its queue, machines, draws and tally. */
final class Post {
  final Station station;
  final Waiting queue;
  final Machine[] machines;
  final BitSet idle = new BitSet();
  final Tally tally;
  private Source source;
  private int @Nullable [] kinds;
  private @Nullable RandomStream times;
  private @Nullable RandomStream setups;
  private @Nullable RandomStream failures;
  private @Nullable RandomStream goodness;

  Post(Station station, int index, int firstSlot, Waiting queue, Tally tally, Source source) {
    this.station = station;
    this.queue = queue;
    this.tally = tally;
    this.source = source;
    machines = new Machine[station.machines()];
    for (int number = 0; number < machines.length; number++) {
      machines[number] = new Machine(firstSlot + number, index, number);
      if (station.breakdown() != null) {
        machines[number].workLeft = Draws.of(station.breakdown().work(), failures());
      }
    }
    idle.set(0, machines.length);
  }

  /** What the machines take each product for; without it every product is of its own kind. */
  void kinds(int[] others) {
    kinds = others;
  }

  /** Draws from elsewhere from now on. */
  void renew(Source other) {
    source = other;
    times = null;
    setups = null;
    failures = null;
    goodness = null;
  }

  boolean hasRoom() {
    return queue.size() < station.queueCapacity();
  }

  boolean isGood() {
    return station.yield() >= 1 || goodness().nextDouble() < station.yield();
  }

  /** Takes a batch off the queue into a machine; when it will be done. */
  double begin(Machine machine, double now) {
    tally.queue(queue.size(), now);
    boolean counts = tally.counts(now);
    int product = kinds == null ? queue.product() : kinds[queue.product()];
    double part = station.most() > 1 ? 1 : queue.part();
    for (int job = 0; job < station.most() && queue.ready() > 0; job++) {
      double wait = now - queue.joined();
      machine.jobs.add(queue.born(), now, queue.waited() + wait, queue.product(), queue.part());
      queue.drop();
      if (counts) {
        tally.waits += wait;
        tally.started++;
      }
    }
    machine.hold(now);
    return worked(machine, setUp(machine, product, now), part);
  }

  private double setUp(Machine machine, int product, double now) {
    boolean change = machine.product >= 0 && machine.product != product;
    machine.product = product;
    Law law = station.setup();
    if (law == null || !change) {
      return now;
    }
    double ready = now + Draws.of(law, setups());
    machine.until(ready, Machine.State.SET_UP, tally);
    return ready;
  }

  /** Works on a batch, or on part of a lot in proportion. */
  private double worked(Machine machine, double begin, double part) {
    double work = part * Draws.of(station.process(), times());
    Station.@Nullable Breakdown breakdown = station.breakdown();
    double now = begin;
    while (breakdown != null && machine.workLeft < work) {
      double broken = now + machine.workLeft;
      double repaired = broken + Draws.of(breakdown.repair(), failures());
      machine.until(broken, Machine.State.WORKING, tally);
      machine.until(repaired, Machine.State.DOWN, tally);
      work -= machine.workLeft;
      now = repaired;
      machine.workLeft = Draws.of(breakdown.work(), failures());
    }
    machine.workLeft -= work;
    machine.until(now + work, Machine.State.WORKING, tally);
    return now + work;
  }

  private RandomStream times() {
    RandomStream stream = times;
    if (stream == null) {
      stream = source.stream(Purpose.SERVICE, station.name());
      times = stream;
    }
    return stream;
  }

  private RandomStream setups() {
    RandomStream stream = setups;
    if (stream == null) {
      stream = source.stream(Purpose.SERVICE, station.name() + "/set-up");
      setups = stream;
    }
    return stream;
  }

  private RandomStream failures() {
    RandomStream stream = failures;
    if (stream == null) {
      stream = source.stream(Purpose.HAZARD, station.name());
      failures = stream;
    }
    return stream;
  }

  private RandomStream goodness() {
    RandomStream stream = goodness;
    if (stream == null) {
      stream = source.stream(Purpose.SERVICE, station.name() + "/yield");
      goodness = stream;
    }
    return stream;
  }
}
