package tenon.study;

import java.util.Locale;
import tenon.model.Chain;
import tenon.study.text.Names;
import tenon.study.text.Words;
import tenon.twin.SiteExposure;

/**
 * The outage of the site that puts most at risk, as a scenario file, for those who have none of
 * their own: nothing is made there until it recovers, and what its recovery shows is looked at.
 */
final class WorstOutage {
  /** Under which name it is asked for. */
  static final String NAME = "worst-site";

  private static final int START_DAY = 10;

  /** A longer outage is rehearsed for so many days. */
  private static final double LONGEST_DAYS = 365;

  /** Days after the outage that are looked at. */
  private static final long AFTER_DAYS = 90;

  private WorstOutage() {}

  /** The file; what it holds can be kept in a package and changed. */
  static String text(Chain chain, SiteExposure worst) {
    long days = (long) Math.max(1, Math.ceil(Math.min(LONGEST_DAYS, worst.ttrDays())));
    return """
    name: %s
    title: %s
    title_zh: %s
    description: >-
      Of the sites that supply others, the one whose outage puts most at risk stands still until it has recovered, at most a year.
    horizon_days: %d
    disruptions:
      - kind: capacity_loss
        site: %s
        start_day: %d
        duration_days: %d
        lost: 1
    """
        .formatted(
            NAME,
            quoted(title(chain, worst, Locale.ENGLISH)),
            quoted(title(chain, worst, Locale.CHINA)),
            START_DAY + days + AFTER_DAYS,
            quoted(chain.sites().keys().key(worst.site())),
            START_DAY,
            days);
  }

  private static String title(Chain chain, SiteExposure worst, Locale language) {
    Words words = new Words(language);
    return words.get("scenario.worst", new Names(chain, words).site(worst.site()));
  }

  /** As YAML takes any text. */
  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
