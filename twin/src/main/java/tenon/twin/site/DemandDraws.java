package tenon.twin.site;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStream;
import tenon.numeric.RandomStreams;

/**
 * Demand drawn day by day: each (demand, replication) has a stream of its own, from which every day
 * takes one demand whatever happens, so that two scenarios under one seed face the same customers.
 * Several days are drawn at once, since a generator's state costs more to fetch than to use. A
 * demand that is not drawn follows its {@link DemandSeries}, where it has one.
 */
final class DemandDraws implements DemandFeed {
  private static final int CHUNK = 32;

  private final DemandLaw[] laws;
  private final RandomStream[] @Nullable [] streams;
  private final double[][][] drawn;
  private final DemandSeries series;
  private final int warmUp;
  private final Calendar calendar;
  private final Map<Integer, Map<Double, DemandLaw>> bySeason = new HashMap<>();

  DemandDraws(Network network, RandomStreams random, int first, int count) {
    this(network, random, first, count, 0);
  }

  DemandDraws(Network network, RandomStreams random, int first, int count, int warmUp) {
    this(network, random, IntStream.range(first, first + count).toArray(), warmUp);
  }

  /** Draws of the given replications, which may repeat. */
  DemandDraws(Network network, RandomStreams random, int[] replications, int warmUp) {
    this.warmUp = warmUp;
    calendar = network.calendar;
    series = DemandSeries.of(network.chain, calendar.origin);
    laws = new DemandLaw[network.demands()];
    streams = new RandomStream[laws.length][];
    drawn = new double[laws.length][][];
    for (int demand = 0; demand < laws.length; demand++) {
      laws[demand] = DemandLaw.of(network.chain, demand);
      boolean fixed = laws[demand].isFixed();
      drawn[demand] = new double[fixed ? 1 : CHUNK][replications.length];
      if (fixed) {
        Arrays.fill(drawn[demand][0], laws[demand].mean());
      } else {
        String key = network.key(network.demandNode[demand]);
        streams[demand] = streams(random, key, replications);
      }
    }
  }

  private static RandomStream[] streams(RandomStreams random, String key, int[] replications) {
    return Arrays.stream(replications)
        .mapToObj(replication -> random.stream(Purpose.DEMAND, key, replication))
        .toArray(RandomStream[]::new);
  }

  @Override
  public double[] on(int demand, int step) {
    RandomStream[] own = streams[demand];
    int day = step - warmUp;
    boolean swings = calendar.swings(demand);
    if (own == null) {
      double mean = laws[demand].mean() * (swings ? calendar.factor(demand, day) : 1);
      if (series.rules(demand)) {
        Arrays.fill(drawn[demand][0], series.on(demand, day, mean));
      } else if (swings) {
        Arrays.fill(drawn[demand][0], mean);
      }
      return drawn[demand][0];
    }
    if (step % CHUNK == 0) {
      if (swings) {
        draw(laws(demand, day), own, drawn[demand]);
      } else {
        draw(laws[demand], own, drawn[demand]);
      }
    }
    return drawn[demand][step % CHUNK];
  }

  /** Laws of the days from one on. */
  private DemandLaw[] laws(int demand, int first) {
    Map<Double, DemandLaw> known = bySeason.computeIfAbsent(demand, _ -> new HashMap<>());
    DemandLaw[] days = new DemandLaw[CHUNK];
    for (int ahead = 0; ahead < CHUNK; ahead++) {
      double factor = calendar.factor(demand, first + ahead);
      days[ahead] = known.computeIfAbsent(factor, laws[demand]::times);
    }
    return days;
  }

  private static void draw(DemandLaw[] laws, RandomStream[] streams, double[][] days) {
    for (int r = 0; r < streams.length; r++) {
      for (int day = 0; day < days.length; day++) {
        days[day][r] = laws[day].draw(streams[r]);
      }
    }
  }

  private static void draw(DemandLaw law, RandomStream[] streams, double[][] days) {
    for (int r = 0; r < streams.length; r++) {
      for (double[] day : days) {
        day[r] = law.draw(streams[r]);
      }
    }
  }
}
