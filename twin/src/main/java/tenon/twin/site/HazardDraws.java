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
    }
    return all;
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
