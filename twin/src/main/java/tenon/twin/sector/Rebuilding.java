package tenon.twin.sector;

import java.util.List;
import java.util.stream.IntStream;
import tenon.model.IndustryTable;

/** What is still to be rebuilt after an event: by supplier, then industry whose capital is lost. */
final class Rebuilding {
  private final ArioEvent event;
  private final ArioEvent.Rebuild rule;
  private final int[] owners;
  private final int[] suppliers;
  private final double[][] left;
  private final double[][] asked;
  private final double unitsByStep;

  Rebuilding(
      ArioEvent event,
      ArioEvent.Rebuild rule,
      ArioSetup setup,
      IndustryTable table,
      double unitsByStep) {
    this.event = event;
    this.rule = rule;
    this.unitsByStep = unitsByStep;
    List<String> names = table.sectors();
    double[] lost = event.lost();
    owners = IntStream.range(0, setup.industries).filter(j -> lost[j] > 0).toArray();
    suppliers =
        IntStream.range(0, setup.industries)
            .filter(i -> rule.shares().containsKey(names.get(setup.sector[i])))
            .toArray();
    left = new double[suppliers.length][owners.length];
    asked = new double[suppliers.length][owners.length];
    for (int s = 0; s < suppliers.length; s++) {
      double share = rule.shares().getOrDefault(names.get(setup.sector[suppliers[s]]), 0.0);
      for (int o = 0; o < owners.length; o++) {
        left[s][o] =
            setup.sourcing[suppliers[s]][owners[o]] * share * lost[owners[o]] * rule.factor();
      }
    }
  }

  /** Adds the capital that is still lost. */
  void addLost(int step, double[] lost) {
    if (step >= event.occurrence()) {
      for (double[] row : left) {
        for (int o = 0; o < owners.length; o++) {
          lost[owners[o]] += row[o] / rule.factor();
        }
      }
    }
  }

  private boolean isOpen(int step) {
    return step >= event.occurrence() + event.duration();
  }

  /** Asks for a part of what is left. */
  void ask(int step) {
    if (isOpen(step)) {
      for (int s = 0; s < suppliers.length; s++) {
        for (int o = 0; o < owners.length; o++) {
          asked[s][o] = left[s][o] * unitsByStep / rule.tau();
        }
      }
    }
  }

  /** Adds what is asked for now. */
  void addDemand(double[] demand) {
    for (int s = 0; s < suppliers.length; s++) {
      for (double amount : asked[s]) {
        demand[suppliers[s]] += amount;
      }
    }
  }

  /** Takes what was served from what is left and asked for; rests below a bound are dropped. */
  void serve(int step, double[] served, double rest) {
    if (isOpen(step)) {
      for (int s = 0; s < suppliers.length; s++) {
        for (int o = 0; o < owners.length; o++) {
          double got = asked[s][o] * served[suppliers[s]];
          left[s][o] -= got;
          asked[s][o] -= got;
          if (left[s][o] < rest) {
            left[s][o] = 0;
          }
        }
      }
    }
  }
}
