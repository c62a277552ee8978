package tenon.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Keys;
import tenon.packages.PackageInfo;
import tenon.twin.ExposureResult;
import tenon.twin.SiteExposure;
import tenon.twin.Sources;

/**
 * All that the files of an exposure study tell.
 *
 * @param info what the package says of itself
 * @param chain the chain
 * @param recipe how the study was made
 * @param inputs files of the package
 * @param ranked the sites assessed, gravest first, numbers to ten significant digits
 * @param firms the firms of those sites, gravest first
 * @param sources who makes what, and who depends on one source
 * @param findings warnings about the package and defaults that filled blanks
 * @param programmes number of linear programmes solved
 */
record ExposureFacts(
    PackageInfo info,
    Chain chain,
    ExposureRecipe recipe,
    List<InputFile> inputs,
    List<SiteExposure> ranked,
    List<FirmExposure> firms,
    Sources sources,
    List<Finding> findings,
    long programmes) {

  ExposureFacts {
    inputs = List.copyOf(inputs);
    ranked = List.copyOf(ranked);
    firms = List.copyOf(firms);
    findings = List.copyOf(findings);
  }

  static ExposureFacts of(
      PackageInfo info,
      Chain chain,
      ExposureRecipe recipe,
      List<InputFile> inputs,
      List<Finding> warnings,
      ExposureResult result) {
    List<SiteExposure> ranked = ranked(result.sites(), chain.sites().keys());
    List<Finding> findings = new ArrayList<>(warnings);
    findings.addAll(result.findings());
    return new ExposureFacts(
        info,
        chain,
        recipe,
        inputs,
        ranked,
        FirmExposure.rank(chain, ranked),
        Sources.of(chain),
        findings,
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
