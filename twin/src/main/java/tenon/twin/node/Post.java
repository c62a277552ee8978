package tenon.twin.node;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStream;
import tenon.numeric.RandomStreams;

/** A station at work: its queue, machines, draws and tally. */
final class Post {
  final Station station;
  final JobQueue queue = new JobQueue();
  final Machine[] machines;
  final BitSet idle = new BitSet();
  final Tally tally;
  private final RandomStream times;
  private final RandomStream setups;
  private final RandomStream failures;
  private final RandomStream goodness;

  Post(Station station, int index, int firstSlot, NodeSpec spec, RandomStreams streams, int run) {
    this.station = station;
    tally = new Tally(spec.warmUp(), spec.warmUp() + spec.horizon());
    times = streams.stream(Purpose.SERVICE, station.name(), run);
    setups = streams.stream(Purpose.SERVICE, station.name() + "/set-up", run);
    failures = streams.stream(Purpose.HAZARD, station.name(), run);
    goodness = streams.stream(Purpose.SERVICE, station.name() + "/yield", run);
    machines = new Machine[station.machines()];
    for (int number = 0; number < machines.length; number++) {
      machines[number] = new Machine(firstSlot + number, index, number);
      if (station.breakdown() != null) {
        machines[number].workLeft = station.breakdown().work().draw(failures);
      }
    }
    idle.set(0, machines.length);
  }

  boolean hasRoom() {
    return queue.size() < station.queueCapacity();
  }

  boolean isGood() {
    return station.yield() >= 1 || goodness.nextDouble() < station.yield();
  }

  /** Takes a batch off the queue into a machine; when it will be done. */
  double begin(Machine machine, double now) {
    int batch = Math.min(queue.size(), station.most());
    tally.queue(queue.size(), now);
    boolean counts = tally.counts(now);
    int product = queue.product();
    for (int job = 0; job < batch; job++) {
      double wait = now - queue.joined();
      machine.jobs.add(queue.born(), now, queue.waited() + wait, queue.product());
      queue.drop();
      if (counts) {
        tally.waits += wait;
        tally.started++;
      }
    }
    return worked(machine, setUp(machine, product, now));
  }

  private double setUp(Machine machine, int product, double now) {
    boolean change = machine.product >= 0 && machine.product != product;
    machine.product = product;
    Law law = station.setup();
    if (law == null || !change) {
      return now;
    }
    double ready = now + law.draw(setups);
    tally.setUp += tally.clip(now, ready);
    return ready;
  }

  private double worked(Machine machine, double begin) {
    double work = station.process().draw(times);
    Station.@Nullable Breakdown breakdown = station.breakdown();
    double now = begin;
    while (breakdown != null && machine.workLeft < work) {
      double broken = now + machine.workLeft;
      double repaired = broken + breakdown.repair().draw(failures);
      tally.working += tally.clip(now, broken);
      tally.down += tally.clip(broken, repaired);
      work -= machine.workLeft;
      now = repaired;
      machine.workLeft = breakdown.work().draw(failures);
    }
    machine.workLeft -= work;
    tally.working += tally.clip(now, now + work);
    return now + work;
  }
}
