package tenon.respond.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a response has come to in the cases.
 *
 * @param response code of the response
 * @param times how often it was tried
 * @param shareSolved share solved, drawn towards the mean of all by two cases' weight; NaN where no
 *     case of any response tells a share
 * @param startedAfterHours mean hours to its start; NaN where unknown
 * @param cost mean cost, money; NaN where unknown
 * @param cases ids of the cases
 */
public record ResponseRecord(
    String response,
    int times,
    double shareSolved,
    double startedAfterHours,
    double cost,
    List<String> cases) {
  private static final double WEIGHT_OF_ALL = 2;

  public ResponseRecord {
    cases = List.copyOf(cases);
  }

  /** The responses of the cases, those that solved most first. */
  public static List<ResponseRecord> of(List<Case> cases) {
    Map<String, List<Case.Outcome>> outcomes = new TreeMap<>();
    Map<String, List<String>> ids = new TreeMap<>();
    List<Case.Outcome> all = new ArrayList<>();
    for (Case one : cases) {
      for (Case.Outcome outcome : one.outcomes()) {
        outcomes.computeIfAbsent(outcome.response(), _ -> new ArrayList<>()).add(outcome);
        ids.computeIfAbsent(outcome.response(), _ -> new ArrayList<>()).add(one.id());
        all.add(outcome);
      }
    }
    double mean = CauseRate.mean(shares(all));
    List<ResponseRecord> records = new ArrayList<>();
    outcomes.forEach(
        (response, tried) ->
            records.add(
                new ResponseRecord(
                    response,
                    tried.size(),
                    drawn(shares(tried), mean),
                    CauseRate.mean(
                        tried.stream().mapToDouble(Case.Outcome::startedAfterHours).toArray()),
                    CauseRate.mean(tried.stream().mapToDouble(Case.Outcome::cost).toArray()),
                    ids.getOrDefault(response, List.of()))));
    records.sort(
        Comparator.comparingDouble((ResponseRecord record) -> -record.shareSolved())
            .thenComparing(ResponseRecord::response));
    return List.copyOf(records);
  }

  private static double[] shares(List<Case.Outcome> outcomes) {
    return outcomes.stream().mapToDouble(Case.Outcome::shareSolved).toArray();
  }

  private static double drawn(double[] shares, double mean) {
    double sum = WEIGHT_OF_ALL * mean;
    double weight = WEIGHT_OF_ALL;
    for (double share : shares) {
      if (!Double.isNaN(share)) {
        sum += share;
        weight++;
      }
    }
    return sum / weight;
  }
}
