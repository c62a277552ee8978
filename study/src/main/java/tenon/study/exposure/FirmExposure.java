package tenon.study.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tenon.model.Chain;
import tenon.study.text.Numbers;
import tenon.twin.SiteExposure;

/**
 * What a chain stands to lose at the sites of one firm, each taken out alone.
 *
 * @param firm row of the firm
 * @param sites number of its sites that were assessed
 * @param exposed how many of them would leave demand short before they recover
 * @param lostMargin sum of the margins lost, money
 * @param priority sum of the margins at risk in a year, money per year
 */
record FirmExposure(int firm, int sites, int exposed, double lostMargin, double priority) {

  /** The firms of the sites: by priority, then lost margin, then key. */
  static List<FirmExposure> rank(Chain chain, List<SiteExposure> exposures) {
    int firms = chain.firms().count();
    int[] sites = new int[firms];
    int[] exposed = new int[firms];
    double[] lostMargin = new double[firms];
    double[] priority = new double[firms];
    for (SiteExposure exposure : exposures) {
      int firm = chain.sites().firm(exposure.site());
      sites[firm]++;
      exposed[firm] += exposure.exposed() ? 1 : 0;
      lostMargin[firm] += exposure.lostMargin();
      priority[firm] += exposure.priority();
    }
    List<FirmExposure> ranked = new ArrayList<>();
    for (int firm = 0; firm < firms; firm++) {
      if (sites[firm] > 0) {
        ranked.add(
            new FirmExposure(
                firm,
                sites[firm],
                exposed[firm],
                Numbers.rounded(lostMargin[firm]),
                Numbers.rounded(priority[firm])));
      }
    }
    ranked.sort(
        Comparator.comparingDouble(FirmExposure::priority)
            .thenComparingDouble(FirmExposure::lostMargin)
            .reversed()
            .thenComparing(row -> chain.firms().keys().key(row.firm())));
    return List.copyOf(ranked);
  }
}
