package tenon.model.node;

import org.jspecify.annotations.Nullable;

/**
 * A station of equal machines with one queue.
 *
 * @param name its name, the key of its draws
 * @param machines number of machines, at least 1
 * @param process time to work on a batch
 * @param least jobs that must wait before a machine starts
 * @param most jobs that a machine takes at once
 * @param queueCapacity places in the queue; {@link Integer#MAX_VALUE} where it has no end
 * @param setup time of a set-up when the product changes, or null for none
 * @param breakdown how machines break down, or null for never
 * @param yield share of jobs that come out good, above 0, at most 1
 * @param idealTime planned run time of one job, for effectiveness
 */
public record Station(
    String name,
    int machines,
    Law process,
    int least,
    int most,
    int queueCapacity,
    @Nullable Law setup,
    @Nullable Breakdown breakdown,
    double yield,
    double idealTime) {

  /**
   * Breaking down and being repaired.
   *
   * @param work working time between the end of a repair and the next breakdown, mean above 0
   * @param repair time of a repair
   */
  public record Breakdown(Law work, Law repair) {
    public Breakdown {
      if (!(work.mean() > 0)) {
        throw new IllegalArgumentException("a machine must work some time between breakdowns");
      }
    }
  }

  public Station {
    if (machines < 1 || least < 1 || most < least || queueCapacity < least) {
      throw new IllegalArgumentException(
          "station "
              + name
              + ": machines "
              + machines
              + ", batches of "
              + least
              + " to "
              + most
              + ", queue of "
              + queueCapacity);
    }
    if (!(yield > 0 && yield <= 1) || !(idealTime >= 0)) {
      throw new IllegalArgumentException(
          "station " + name + ": yield " + yield + ", planned run time " + idealTime);
    }
    if (setup != null && most > 1) {
      throw new IllegalArgumentException(
          "station " + name + " has both set-ups and batches, which may mix products");
    }
  }

  /** A station without batches, set-ups, breakdowns, scrap and an end of its queue. */
  public static Station plain(String name, int machines, Law process) {
    return new Station(
        name, machines, process, 1, 1, Integer.MAX_VALUE, null, null, 1, process.mean());
  }

  /** The same station with breakdowns. */
  public Station breaking(Law work, Law repair) {
    return new Station(
        name,
        machines,
        process,
        least,
        most,
        queueCapacity,
        setup,
        new Breakdown(work, repair),
        yield,
        idealTime);
  }

  /**
   * Mean time that a machine is held by a batch: set-up, work and repairs.
   *
   * @param changeProbability chance that the next job is of another product
   */
  public double meanHold(double changeProbability) {
    double hold = process.mean();
    Breakdown fails = breakdown;
    if (fails != null) {
      hold *= 1 + fails.repair().mean() / fails.work().mean();
    }
    return setup == null ? hold : hold + changeProbability * setup.mean();
  }
}
