package tenon.study.exposure;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Keys;
import tenon.study.part.Subject;
import tenon.study.text.InferredMark;
import tenon.twin.ExposureResult;
import tenon.twin.SiteExposure;
import tenon.twin.Sources;

/**
 * All that this part tells.
 *
 * @param subject what the study is about
 * @param ranked the sites assessed, gravest first, numbers to ten significant digits
 * @param firms the firms of those sites, gravest first
 * @param sources who makes what, and who depends on one source
 * @param inferred routes on which every active link is inferred
 * @param findings defaults that filled blanks
 * @param programmes number of linear programmes solved
 */
record ExposureFacts(
    Subject subject,
    List<SiteExposure> ranked,
    List<FirmExposure> firms,
    Sources sources,
    Set<List<Integer>> inferred,
    List<Finding> findings,
    long programmes) {

  ExposureFacts {
    ranked = List.copyOf(ranked);
    firms = List.copyOf(firms);
    inferred = Set.copyOf(inferred);
    findings = List.copyOf(findings);
  }

  static ExposureFacts of(Subject subject, ExposureResult result) {
    Chain chain = subject.chain();
    List<SiteExposure> ranked = ranked(result.sites(), chain.sites().keys());
    return new ExposureFacts(
        subject,
        ranked,
        FirmExposure.rank(chain, ranked),
        Sources.of(chain),
        InferredMark.only(chain),
        result.findings(),
        result.programmes());
  }

  /** Rounds before it ranks, so that the noise of the solver orders nothing. */
  private static List<SiteExposure> ranked(List<SiteExposure> sites, Keys keys) {
    return sites.stream()
        .map(Rounding::of)
        .sorted(
            Comparator.comparingDouble(SiteExposure::priority)
                .thenComparingDouble(SiteExposure::lostMargin)
                .reversed()
                .thenComparing(exposure -> keys.key(exposure.site())))
        .toList();
  }

  Chain chain() {
    return subject.chain();
  }

  /** Whether the only source of a need is one that nobody declared. */
  boolean inferred(Sources.SingleSource single) {
    return inferred.contains(List.of(single.supplier(), single.customer(), single.product()));
  }

  /** Number of sites that would leave demand short before they recover. */
  int exposedCount() {
    return (int) ranked.stream().filter(SiteExposure::exposed).count();
  }

  /** Sum of the priorities, money per year. */
  double priorityTotal() {
    return ranked.stream().mapToDouble(SiteExposure::priority).sum();
  }

  /** Number of pairs of a site and a product that no other site makes. */
  int soleMakerCount() {
    return sources.sites().stream().mapToInt(made -> made.nowhereElse().size()).sum();
  }
}
