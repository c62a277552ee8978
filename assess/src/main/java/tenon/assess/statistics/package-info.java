/**
 * Statistics of structure: small pure functions from columns of numbers to a result. They say
 * whether indicators belong together, how unequal units are, whether they converge, how they move
 * between classes and what holds them back. Sources stand with each; formulas and choices in
 * docs/methods/assess.md.
 *
 * <p>Arrays are read and never written to. Arrays whose shapes do not fit each other are an {@link
 * java.lang.IllegalArgumentException}; a number that does not exist for the given values (a
 * correlation with a constant, a mean of nothing) is {@code NaN}, as is what follows from it.
 */
@NullMarked
package tenon.assess.statistics;

import org.jspecify.annotations.NullMarked;
