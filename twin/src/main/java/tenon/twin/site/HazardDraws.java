package tenon.twin.site;

import java.util.ArrayList;
import java.util.List;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Disruption.Window;
import tenon.model.Hazard;
import tenon.model.Scenario;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStream;
import tenon.numeric.RandomStreams;

/**
 * The disruptions of one replication: those that are certain, and those that its hazards draw. Each
 * hazard has a stream of its own, and each of its marks another, so that alternatives under one
 * seed meet the same events and no hazard shifts those of another.
 */
final class HazardDraws {
  private static final double YEAR = 365;

  private final Scenario scenario;
  private final RandomStreams random;
  private final int days;

  HazardDraws(Scenario scenario, long seed, int days) {
    this.scenario = scenario;
    this.days = days;
    random = RandomStreams.of(seed);
  }

  /** Whether replications may meet different disruptions. */
  boolean differ() {
    return !scenario.hazards().isEmpty();
  }

  List<Disruption> of(int replication) {
    List<Disruption> all = new ArrayList<>(scenario.disruptions());
    for (Hazard hazard : scenario.hazards()) {
      all.addAll(hits(hazard, replication));
    }
    return all;
  }

  /** What a hazard does in a replication. */
  private List<Disruption> hits(Hazard hazard, int replication) {
    List<Disruption> all = new ArrayList<>();
    List<double[]> events = events(hazard, replication);
    for (int mark = 0; mark < hazard.marks().size(); mark++) {
      Disruption template = hazard.marks().get(mark);
      RandomStream hits =
          random.stream(
              Purpose.HAZARD,
              hazard.name() + '\u001f' + template.target().id() + '\u001f' + mark,
              replication);
      for (double[] event : events) {
        if (hits.nextDouble() < hazard.hitProbability()) {
          Window shape = template.window();
          all.add(
              template.at(
                  new Window(
                      new Days(event[0]),
                      new Days(event[1]),
                      shape.recovery(),
                      shape.recoveryDays())));
        }
      }
    }
    return all;
  }

  /**
   * Numbers whose means are known, less these means, by hazard: hits, and days of hits where
   * lengths do not hang on the horizon. The loss of a replication goes with them, so that they can
   * be control variates of its mean.
   */
  double[] surprises(int replication) {
    List<Double> all = new ArrayList<>();
    for (Hazard hazard : scenario.hazards()) {
      List<Disruption> drawn = hits(hazard, replication);
      double hits = expectedEvents(hazard) * hazard.marks().size() * hazard.hitProbability();
      all.add(drawn.size() - hits);
      double mean = meanLength(hazard);
      if (!Double.isNaN(mean)) {
        double days = 0;
        for (Disruption one : drawn) {
          days += one.window().duration().value();
        }
        all.add(days - hits * mean);
      }
    }
    return all.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private double expectedEvents(Hazard hazard) {
    return switch (hazard.process()) {
      case Hazard.Once once -> {
        double span = (double) once.latest() - once.earliest() + 1;
        double within = Math.clamp((double) days - once.earliest(), 0, span);
        yield once.probability() * within / span;
      }
      case Hazard.Poisson poisson -> poisson.ratePerYear() * days / YEAR;
      case Hazard.OnOff onOff -> {
        double on = 1;
        double events = 0;
        for (int day = 0; day < days; day++) {
          events += on * onOff.failPerDay();
          on += (1 - on) * onOff.recoverPerDay() - on * onOff.failPerDay();
        }
        yield events;
      }
    };
  }

  /** Mean of a drawn length in whole days, at least 1; NaN where it hangs on the horizon. */
  private static double meanLength(Hazard hazard) {
    return switch (hazard.process()) {
      case Hazard.Once once -> mean(once.length());
      case Hazard.Poisson poisson -> mean(poisson.length());
      case Hazard.OnOff onOff -> Double.NaN;
    };
  }

  private static double mean(Hazard.Length length) {
    return switch (length) {
      case Hazard.Fixed fixed -> Math.max(1, Math.rint(fixed.days()));
      // 1 and P(X >= k - 1/2) for k = 2, 3, ...
      case Hazard.Exponential law ->
          1 + StrictMath.exp(-1.5 / law.meanDays()) / -StrictMath.expm1(-1 / law.meanDays());
      case Hazard.Observed seen ->
          seen.days().stream()
              .mapToDouble(days -> Math.max(1, Math.rint(days)))
              .average()
              .orElse(1);
    };
  }

  /** First day and length of each event within the horizon. */
  private List<double[]> events(Hazard hazard, int replication) {
    RandomStream stream = random.stream(Purpose.HAZARD, hazard.name(), replication);
    List<double[]> events = new ArrayList<>();
    switch (hazard.process()) {
      case Hazard.Once once -> {
        boolean happens = stream.nextDouble() < once.probability();
        double place = stream.nextDouble();
        double length = length(once.length(), stream);
        double start = once.earliest() + Math.floor(place * (once.latest() - once.earliest() + 1));
        if (happens && start < days) {
          events.add(new double[] {start, length});
        }
      }
      case Hazard.Poisson poisson -> {
        double at = wait(poisson.ratePerYear(), stream);
        while (at < days) {
          events.add(new double[] {Math.floor(at), length(poisson.length(), stream)});
          at += wait(poisson.ratePerYear(), stream);
        }
      }
      case Hazard.OnOff onOff -> {
        int since = -1;
        for (int day = 0; day < days; day++) {
          double u = stream.nextDouble();
          if (since < 0 && u < onOff.failPerDay()) {
            since = day;
          } else if (since >= 0 && u < onOff.recoverPerDay()) {
            events.add(new double[] {since, day - since});
            since = -1;
          }
        }
        if (since >= 0) {
          events.add(new double[] {since, days - since});
        }
      }
    }
    return events;
  }

  private static double wait(double ratePerYear, RandomStream stream) {
    return ratePerYear > 0
        ? -StrictMath.log(1 - stream.nextDouble()) * YEAR / ratePerYear
        : Double.POSITIVE_INFINITY;
  }

  private static double length(Hazard.Length length, RandomStream stream) {
    double u = stream.nextDouble();
    double days =
        switch (length) {
          case Hazard.Fixed fixed -> fixed.days();
          case Hazard.Exponential law -> -StrictMath.log(1 - u) * law.meanDays();
          case Hazard.Observed seen -> seen.days().get((int) (u * seen.days().size()));
        };
    return Math.max(1, Math.rint(days));
  }
}
