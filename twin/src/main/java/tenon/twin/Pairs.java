package tenon.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Outages of two sites at once, one after another; a task for one thread. */
record Pairs(Network network, double[] marginPerUnit, double horizonDays, List<Recovery[]> pairs)
    implements Callable<List<PairExposure>> {

  @Override
  public List<PairExposure> call() {
    List<PairExposure> exposures = new ArrayList<>();
    try (Outages outages = new Outages(network, marginPerUnit, horizonDays)) {
      List<int[]> sites =
          pairs.stream().map(pair -> new int[] {pair[0].site(), pair[1].site()}).toList();
      double[] tts = outages.surviveDays(sites, () -> {});
      for (int n = 0; n < tts.length; n++) {
        exposures.add(exposure(outages, pairs.get(n), tts[n]));
      }
    }
    return exposures;
  }

  private PairExposure exposure(Outages outages, Recovery[] pair, double tts) {
    double days = Math.max(pair[0].days(), pair[1].days());
    double lost = 0;
    if (days > tts) {
      double[] perDay = outages.lossPerDay(days, pair[0].site(), pair[1].site());
      for (int j = 0; j < perDay.length; j++) {
        lost += perDay[j] * days * marginPerUnit[j];
      }
    }
    double probability = pair[0].probabilityPerYear() * pair[1].probabilityPerYear();
    return new PairExposure(pair[0].site(), pair[1].site(), days, lost, tts, probability * lost);
  }
}
