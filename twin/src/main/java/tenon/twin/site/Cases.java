package tenon.twin.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import tenon.model.Disruption;
import tenon.model.Interval;

/**
 * Many cases of a few replications each, in lock step: a block holds as many cases as fit, each
 * with the same replications.
 */
final class Cases {
  private final List<List<Disruption>> cases;
  private final int replications;
  private final int perBlock;

  Cases(List<List<Disruption>> cases, int replications, int lanes) {
    this.cases = cases;
    this.replications = replications;
    perBlock = Math.max(1, lanes / replications);
  }

  /** First case of each block. */
  List<Integer> blocks() {
    List<Integer> firsts = new ArrayList<>();
    for (int first = 0; first < cases.size(); first += perBlock) {
      firsts.add(first);
    }
    return firsts;
  }

  private int last(int first) {
    return Math.min(cases.size(), first + perBlock);
  }

  /** Disruptions of each lane of a block. */
  List<List<Disruption>> happened(int first) {
    List<List<Disruption>> happened = new ArrayList<>();
    for (List<Disruption> one : cases.subList(first, last(first))) {
      happened.addAll(Collections.nCopies(replications, one));
    }
    return happened;
  }

  /** Replication of each lane of a block. */
  int[] replications(int first) {
    int[] lanes = new int[(last(first) - first) * replications];
    Arrays.setAll(lanes, lane -> lane % replications);
    return lanes;
  }

  /** What became of the cases of a block. */
  List<CaseOutcome> outcomes(
      int first, Ledger ledger, Ledger reference, Stakes stakes, double recoveredAt) {
    List<CaseOutcome> outcomes = new ArrayList<>();
    for (int at = 0; at < last(first) - first; at++) {
      int from = at * replications;
      double[] losses =
          Outcomes.less(Arrays.copyOfRange(ledger.loss, from, from + replications), reference.loss);
      double[][] service = new double[ledger.total.length][];
      for (int day = 0; day < service.length; day++) {
        service[day] = Arrays.copyOfRange(ledger.total[day], from, from + replications);
      }
      double mean = Quantiles.mean(losses);
      double half = replications < 2 ? 0 : Quantiles.halfWidth(losses);
      outcomes.add(
          new CaseOutcome(
              mean,
              new Interval(mean - half, mean + half),
              stakes.inMoney,
              new Measures(service, reference.total, 0, recoveredAt).outcome()));
    }
    return outcomes;
  }
}
