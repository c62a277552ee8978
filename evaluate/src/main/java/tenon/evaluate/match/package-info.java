/**
 * Comparable controls: matching on the propensity score before a difference in differences.
 *
 * <p>Sources: Rosenbaum and Rubin 1983 and 1985 (standardised bias); Heckman, Ichimura and Todd
 * 1997 (kernel weights, difference in differences on matched samples); Leuven and Sianesi 2003
 * (psmatch2, whose defaults are kept).
 */
@NullMarked
package tenon.evaluate.match;

import org.jspecify.annotations.NullMarked;
