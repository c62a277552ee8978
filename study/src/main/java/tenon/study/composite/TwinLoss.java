package tenon.study.composite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tenon.assess.structure.UnitKind;
import tenon.assess.structure.UnitMeasures;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Progress;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.twin.Exposure;
import tenon.twin.ExposureResult;
import tenon.twin.ExposureSpec;

/**
 * What the twin expects units to lose: over the sites of a unit, probability of an outage in a year
 * times the least margin the chain loses until the site is back.
 *
 * @param byUnit losses of the units that have sites
 * @param findings what the twin assumed
 */
record TwinLoss(Map<String, Loss> byUnit, List<Finding> findings) {

  /**
   * Loss of a unit.
   *
   * @param sites its sites
   * @param perYear expected loss of a year, money
   */
  record Loss(int sites, double perYear) {
    double perSite() {
      return perYear / sites;
    }
  }

  /** Takes out every site of the chain in turn. */
  static TwinLoss of(Chain chain, UnitKind kind, int threads, Progress progress) {
    ExposureResult exposures =
        Exposure.assess(chain, ExposureSpec.standard().withThreads(threads), progress);
    double[] bySite = new double[chain.sites().count()];
    exposures.sites().forEach(one -> bySite[one.site()] = one.priority());
    UnitMeasures measures = UnitMeasures.of(chain, kind);
    Map<String, Loss> byUnit = new LinkedHashMap<>();
    for (int unit = 0; unit < measures.units().count(); unit++) {
      int[] sites = measures.sites(unit);
      if (sites.length > 0) {
        double sum = Arrays.stream(sites).mapToDouble(site -> bySite[site]).sum();
        byUnit.put(measures.units().key(unit), new Loss(sites.length, sum));
      }
    }
    return new TwinLoss(byUnit, exposures.findings());
  }

  /** Loss of a unit, of the whole or for each of its sites; {@code NaN} without sites. */
  double of(String unit, boolean perSite) {
    Loss loss = byUnit.get(unit);
    return loss == null ? Double.NaN : perSite ? loss.perSite() : loss.perYear();
  }

  /** The losses beside the scores. */
  Table table(List<String> units, double[] scores) {
    List<List<String>> rows = new ArrayList<>();
    for (int unit = 0; unit < scores.length; unit++) {
      Loss loss = byUnit.get(units.get(unit));
      rows.add(
          List.of(
              units.get(unit),
              Numbers.exactCell(scores[unit]),
              loss == null ? "" : Integer.toString(loss.sites()),
              loss == null ? "" : Numbers.exactCell(loss.perYear()),
              loss == null ? "" : Numbers.exactCell(loss.perSite())));
    }
    return new Table(
        "expected_loss.csv",
        List.of(
            "unit", "score", "sites", "expected_loss_per_year", "expected_loss_per_site_and_year"),
        rows);
  }
}
