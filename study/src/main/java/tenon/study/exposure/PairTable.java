package tenon.study.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tenon.model.Finding;
import tenon.model.Keys;
import tenon.model.Progress;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;
import tenon.twin.Exposure;
import tenon.twin.ExposureSpec;
import tenon.twin.PairExposure;
import tenon.twin.SiteExposure;

/**
 * Every two sites out at once, gravest first. Of a chain with more than {@value #MOST} sites the
 * gravest ones are paired, and a finding says so.
 */
final class PairTable {
  static final String FILE = "pairs.csv";
  static final int MOST = 200;

  private final ExposureFacts facts;
  private final List<PairExposure> pairs;

  PairTable(ExposureFacts facts, ExposureSpec spec, Progress progress) {
    this.facts = facts;
    Keys keys = facts.chain().sites().keys();
    List<String> gravest =
        facts.ranked().stream().limit(MOST).map(SiteExposure::site).map(keys::key).toList();
    pairs =
        Exposure.pairs(facts.chain(), spec.withSiteIds(gravest), progress).stream()
            .map(PairTable::rounded)
            .sorted(
                Comparator.comparingDouble(PairExposure::lostMargin)
                    .reversed()
                    .thenComparing(pair -> keys.key(pair.first()))
                    .thenComparing(pair -> keys.key(pair.second())))
            .toList();
  }

  private static PairExposure rounded(PairExposure pair) {
    return new PairExposure(
        pair.first(),
        pair.second(),
        Numbers.rounded(pair.ttrDays()),
        Numbers.rounded(pair.lostMargin()),
        Numbers.rounded(pair.ttsDays()),
        Numbers.rounded(pair.priority()));
  }

  /** Says where not every site is paired. */
  List<Finding> findings() {
    int sites = facts.ranked().size();
    return sites <= MOST
        ? List.of()
        : List.of(
            Refusal.warning(
                "pairs-of-gravest", FILE, null, Integer.toString(MOST), Integer.toString(sites)));
  }

  Table table() {
    Keys keys = facts.chain().sites().keys();
    List<List<String>> rows = new ArrayList<>();
    for (PairExposure pair : pairs) {
      rows.add(
          List.of(
              keys.key(pair.first()),
              keys.key(pair.second()),
              Numbers.cell(pair.ttrDays()),
              Numbers.cell(pair.lostMargin()),
              Numbers.cell(pair.ttsDays()),
              Numbers.cell(pair.priority())));
    }
    return new Table(
        FILE,
        List.of("site_id", "other_site_id", "ttr_days", "lost_margin", "tts_days", "priority"),
        rows);
  }
}
