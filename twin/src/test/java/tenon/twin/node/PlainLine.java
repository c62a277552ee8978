package tenon.twin.node;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tenon.model.node.Station;

/**
 * The same line once more, of objects and searches through all of them: jobs of one lot that come
 * in the morning, laws that are fixed, no batches and no scrap.
 */
final class PlainLine {
  private final List<Station> stations;
  private final int[] kinds;
  private final List<List<Job>> queues = new ArrayList<>();
  private final List<Worker> workers = new ArrayList<>();
  private final List<Job> jobs = new ArrayList<>();
  private final List<int[]> booked = new ArrayList<>();
  private double now;
  private double closes;
  private double[] material = {};
  double[] begun = {};
  double[] finished = {};

  private static final class Job {
    final int entry;
    boolean gone;
    boolean inside;

    Job(int entry) {
      this.entry = entry;
    }
  }

  private static final class Worker {
    final int station;
    final int number;
    @Nullable Job job;
    double until;
    boolean blocked;
    double since;
    int kind = -1;
    double workLeft;

    Worker(int station, int number, double workLeft) {
      this.station = station;
      this.number = number;
      this.workLeft = workLeft;
    }
  }

  PlainLine(List<Station> stations, int[] kinds) {
    this.stations = stations;
    this.kinds = kinds;
    for (int at = 0; at < stations.size(); at++) {
      queues.add(new ArrayList<>());
      Station station = stations.get(at);
      for (int number = 0; number < station.machines(); number++) {
        double work = station.breakdown() == null ? 1e300 : station.breakdown().work().mean();
        workers.add(new Worker(at, number, work));
      }
    }
  }

  void book(int entry, int count) {
    booked.add(new int[] {entry, count});
  }

  double inside(int entry) {
    return jobs.stream().filter(job -> job.entry == entry && job.inside && !job.gone).count();
  }

  void day(double[] there, double length) {
    material = there;
    begun = new double[there.length];
    finished = new double[there.length];
    for (int[] one : booked) {
      for (int nth = 0; nth < one[1]; nth++) {
        Job job = new Job(one[0]);
        jobs.add(job);
        queues.getFirst().add(job);
      }
    }
    booked.clear();
    closes = now + length;
    for (int at = stations.size() - 1; at >= 0; at--) {
      begin(at);
    }
    while (true) {
      Optional<Worker> next =
          workers.stream()
              .filter(one -> one.job != null && !one.blocked && one.until <= closes + 1e-6)
              .min(
                  Comparator.<Worker>comparingDouble(one -> one.until)
                      .thenComparingInt(workers::indexOf));
      if (next.isEmpty()) {
        break;
      }
      now = next.get().until;
      handOn(next.get());
    }
    now = closes;
  }

  private boolean room(int at) {
    return at == stations.size() || queues.get(at).size() < stations.get(at).queueCapacity();
  }

  private void handOn(Worker worker) {
    int next = worker.station + 1;
    if (!room(next)) {
      if (!worker.blocked) {
        worker.blocked = true;
        worker.since = now;
      }
      return;
    }
    Job job = Objects.requireNonNull(worker.job);
    worker.blocked = false;
    worker.job = null;
    if (next == stations.size()) {
      job.gone = true;
      finished[job.entry]++;
    } else {
      queues.get(next).add(job);
      begin(next);
    }
    begin(worker.station);
  }

  private void begin(int at) {
    while (now < closes - 1e-6) {
      Optional<Worker> idle =
          workers.stream()
              .filter(one -> one.station == at && one.job == null)
              .min(Comparator.comparingInt(one -> one.number));
      Optional<Job> job =
          queues.get(at).stream().filter(one -> at > 0 || material[one.entry] > 0).findFirst();
      if (idle.isEmpty() || job.isEmpty()) {
        return;
      }
      queues.get(at).remove(job.get());
      if (at == 0) {
        material[job.get().entry]--;
        begun[job.get().entry]++;
        job.get().inside = true;
      }
      take(idle.get(), job.get(), stations.get(at));
      if (at > 0) {
        workers.stream()
            .filter(one -> one.station == at - 1 && one.blocked)
            .min(Comparator.comparingDouble(one -> one.since))
            .ifPresent(this::handOn);
      }
    }
  }

  private void take(Worker worker, Job job, Station station) {
    int kind = kinds[job.entry];
    double time =
        station.setup() != null && worker.kind >= 0 && worker.kind != kind
            ? station.setup().mean()
            : 0;
    double work = station.process().mean();
    while (worker.workLeft < work) {
      work -= worker.workLeft;
      Station.Breakdown breakdown = Objects.requireNonNull(station.breakdown());
      time += worker.workLeft + breakdown.repair().mean();
      worker.workLeft = breakdown.work().mean();
    }
    worker.workLeft -= work;
    worker.kind = kind;
    worker.job = job;
    worker.until = now + time + work;
  }
}
