package tenon.study.calibrate;

import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.did.Effect;
import tenon.study.calibrate.Calibration.Fitted;
import tenon.twin.fidelity.Score;

/**
 * Scores of several laws together. Scores in unlike units add up in units of the mean of each law.
 *
 * @param name what they have in common; empty for all
 * @param series number of laws
 * @param count number of quantities held back
 * @param expected share that the laws themselves put within their bands
 * @param inside how many lay within the band of their law
 * @param sumsInside how many laws hold their sum within its band
 * @param crps mean score, in units of the mean of each law
 * @param skill 1 - score / score of the fitted days as a forecast
 */
record Scores(
    String name,
    int series,
    int count,
    double expected,
    int inside,
    int sumsInside,
    double crps,
    double skill) {

  /** Scores of those that share something. */
  static List<Scores> by(List<Fitted> fitted, Function<Fitted, String> name) {
    TreeMap<String, List<Fitted>> groups = new TreeMap<>();
    for (Fitted one : fitted) {
      groups.merge(
          name.apply(one),
          List.of(one),
          (old, more) -> Stream.concat(old.stream(), more.stream()).toList());
    }
    return groups.entrySet().stream()
        .map(group -> of(group.getKey(), group.getValue()))
        .filter(Objects::nonNull)
        .toList();
  }

  /** Scores of all; null where nothing was held back. */
  static @Nullable Scores of(String name, List<Fitted> fitted) {
    int series = 0;
    int count = 0;
    int inside = 0;
    int sums = 0;
    double expected = 0;
    double crps = 0;
    double reference = 0;
    for (Fitted one : fitted) {
      Score score = one.score();
      if (score != null) {
        double unit = one.fit().law().mean() > 0 ? one.fit().law().mean() : 1;
        series++;
        count += score.count();
        expected += score.expected() * score.count();
        inside += score.inside();
        sums += score.sumInside() ? 1 : 0;
        crps += score.crps() * score.count() / unit;
        reference += score.reference() * score.count() / unit;
      }
    }
    return series == 0
        ? null
        : new Scores(
            name,
            series,
            count,
            expected / count,
            inside,
            sums,
            crps / count,
            1 - crps / reference);
  }

  double coverage() {
    return (double) inside / count;
  }

  /** Ends of the 95 % interval of the coverage (Wilson 1927), quantities taken as independent. */
  double[] interval() {
    double z = Effect.NORMAL_95;
    double p = coverage();
    double n = count;
    double middle = p + z * z / (2 * n);
    double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    double whole = 1 + z * z / n;
    return new double[] {(middle - half) / whole, (middle + half) / whole};
  }
}
