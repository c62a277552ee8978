/**
 * Why did the score move, what goes along with it, and does it foretell anything? Exact
 * decomposition of a change by indicator, regression on outside drivers, and tests of prediction,
 * as pure functions. Sources: Shapley (1953) and Shorrocks (2013), Journal of Economic Inequality
 * 11, for means of equal standing; Ang (2005), Energy Policy 33, for the logarithmic mean.
 */
@NullMarked
package tenon.assess.drivers;

import org.jspecify.annotations.NullMarked;
