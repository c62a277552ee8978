package tenon.twin.site;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStream;
import tenon.numeric.RandomStreams;

/**
 * Lead times drawn for the shipment of each day: log-normal with the mean and deviation of the
 * link, rounded to whole days, cut at the link's longest. A day takes one draw whether or not
 * anything is shipped, so that two scenarios under one seed meet the same weather. Shipments may
 * overtake.
 */
final class LeadTimeDraws {
  private static final int CHUNK = 32;

  private final Network network;
  private final RandomStream[] @Nullable [] streams;
  private final int[] @Nullable [][] drawn;

  LeadTimeDraws(Network network, RandomStreams random, int first, int count) {
    this(network, random, IntStream.range(first, first + count).toArray());
  }

  /** Draws of the given replications, which may repeat. */
  LeadTimeDraws(Network network, RandomStreams random, int[] replications) {
    int count = replications.length;
    this.network = network;
    streams = new RandomStream[network.links][];
    drawn = new int[network.links][][];
    for (int link = 0; link < network.links; link++) {
      if (network.drawn(link)) {
        RandomStream[] own = new RandomStream[count];
        for (int r = 0; r < count; r++) {
          own[r] = random.stream(Purpose.LEAD_TIME, network.arcKey(link), replications[r]);
        }
        streams[link] = own;
        drawn[link] = new int[CHUNK][count];
      }
    }
  }

  /** Draws what the day needs; once for every step, in order. */
  void advance(int step) {
    if (step % CHUNK != 0) {
      return;
    }
    for (int link = 0; link < network.links; link++) {
      RandomStream[] own = streams[link];
      int[][] days = drawn[link];
      if (own != null && days != null) {
        draw(link, own, days);
      }
    }
  }

  /** Days by replication of a link whose lead time is drawn. */
  int[] on(int link, int step) {
    int[][] days = drawn[link];
    if (days == null) {
      throw new IllegalArgumentException("the lead time of link " + link + " is fixed");
    }
    return days[step % CHUNK];
  }

  private void draw(int link, RandomStream[] streams, int[][] days) {
    double mean = network.leadDays[link];
    double ratio = network.leadSd[link] / mean;
    double square = StrictMath.log1p(ratio * ratio);
    double mu = StrictMath.log(mean) - square / 2;
    boolean back = network.rank[network.tail[link]] >= network.rank[network.head[link]];
    int least = back || network.lineOf[link] >= 0 ? 1 : 0;
    for (int r = 0; r < streams.length; r++) {
      for (int[] day : days) {
        double time = streams[r].logNormal(mu, Math.sqrt(square));
        day[r] = (int) Math.max(least, Math.min(network.longestLead[link], Math.round(time)));
      }
    }
  }
}
