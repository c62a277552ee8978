package tenon.study.cascade;

import tenon.twin.firm.CascadeSpec;
import tenon.twin.firm.Replaceability;
import tenon.twin.firm.Stopping;

/**
 * How a cascade runs.
 *
 * @param replaced whether others of a sector stand in for a firm that fails
 * @param eps greatest change that ends a cascade; NaN for the fixed point
 * @param threads threads to work on
 */
public record CascadeRule(boolean replaced, double eps, int threads) {

  CascadeSpec spec() {
    return new CascadeSpec(
        replaced ? Replaceability.SECTOR : Replaceability.NONE,
        Double.isNaN(eps) ? new Stopping.Exact() : new Stopping.Eps(eps),
        false,
        threads);
  }
}
