/**
 * Cases: what broke, what was done about it, and what came of it; searched by chain, cause and
 * response, and made use of: how often a cause strikes in a year, and which response solved how
 * much.
 *
 * <p>Rates are Gamma-Poisson (Gelman et al., Bayesian Data Analysis, 3rd ed., 2.6): with a prior
 * rate r worth y years and n cases in Y observed years, the rate is Gamma(r y + n, y + Y); the
 * chance of at least one in the year to come is 1 - ((y + Y) / (y + Y + 1))^(r y + n). Shares
 * solved are drawn towards the mean of all cases as if two more cases had that mean.
 */
@NullMarked
package tenon.respond.cases;

import org.jspecify.annotations.NullMarked;
