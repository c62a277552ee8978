package tenon.packages;

import java.util.Locale;
import tenon.model.Findings;
import tenon.model.Links;

/** Tells that a chain has links that nobody declared, so that whatever reads it says so. */
final class InferredCheck {
  private InferredCheck() {}

  static void run(Links links, Findings findings) {
    int all = 0;
    int inferred = 0;
    int sure = 0;
    double confidence = 0;
    for (int link = 0; link < links.count(); link++) {
      if (links.closed(link)) {
        continue;
      }
      all++;
      if (links.inferred(link)) {
        inferred++;
        boolean known = !Double.isNaN(links.confidence(link));
        sure += known ? 1 : 0;
        confidence += known ? links.confidence(link) : 0;
      }
    }
    if (inferred > 0) {
      findings.add(
          Fault.warning(PackageReader.INFERRED, "sourcing.csv")
              .args(count(inferred), count(all), sure == 0 ? "?" : percent(confidence / sure))
              .finding());
    }
  }

  private static String count(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f%%", 100 * share);
  }
}
