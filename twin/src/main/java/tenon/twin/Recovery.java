package tenon.twin;

import tenon.model.Basis;
import tenon.model.Interval;
import tenon.model.Sites;

/**
 * How long a site takes to recover from an outage, and how likely one is.
 *
 * @param site row of the site
 * @param days time to recover
 * @param basis how the time is known
 * @param probabilityPerYear probability of an outage within a year
 * @param probabilityAssumed whether the probability fills a blank
 */
record Recovery(
    int site, double days, Basis basis, double probabilityPerYear, boolean probabilityAssumed) {
  private static final String FILE = "sites.csv";

  static Recovery of(Sites sites, int site, ExposureSpec spec, Blanks blanks) {
    double stated = sites.ttrDays(site);
    double days = blanks.fill(FILE, "ttr_days", "blank-ttr", stated, spec.assumedTtrDays());
    double known = sites.disruptionProbabilityPerYear(site);
    double probability =
        blanks.fill(
            FILE,
            "disruption_probability_per_year",
            "blank-probability",
            known,
            spec.assumedProbabilityPerYear());
    return new Recovery(
        site, days, basis(sites, site, blanks), probability, Double.isNaN(known));
  }

  private static Basis basis(Sites sites, int site, Blanks blanks) {
    if (Double.isNaN(sites.ttrDays(site))) {
      return Basis.ASSUMED;
    }
    Basis basis = sites.ttrBasis(site);
    if (basis == null) {
      blanks.count(FILE, "ttr_basis", "blank-ttr-basis", "declared");
      return Basis.DECLARED;
    }
    return basis;
  }

  Interval interval() {
    return basis.around(days);
  }
}
