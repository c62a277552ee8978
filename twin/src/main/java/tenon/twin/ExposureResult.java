package tenon.twin;

import java.util.Comparator;
import java.util.List;
import tenon.model.Finding;
import tenon.model.Keys;

/**
 * The exposure of a chain to the loss of each of its sites.
 *
 * @param sites the sites assessed, in the order of their rows
 * @param findings every default that filled a blank, and the demands the undisturbed chain cannot
 *     serve; warnings
 * @param programmes number of linear programmes that were solved
 */
public record ExposureResult(List<SiteExposure> sites, List<Finding> findings, long programmes) {

  public ExposureResult {
    sites = List.copyOf(sites);
    findings = List.copyOf(findings);
  }

  /**
   * The sites, gravest first: by priority, then by lost margin, then by id.
   *
   * @param siteIds keys of the sites of the chain that was assessed
   */
  public List<SiteExposure> ranked(Keys siteIds) {
    return sites.stream()
        .sorted(
            Comparator.comparingDouble(SiteExposure::priority)
                .thenComparingDouble(SiteExposure::lostMargin)
                .reversed()
                .thenComparing(exposure -> siteIds.key(exposure.site())))
        .toList();
  }
}
