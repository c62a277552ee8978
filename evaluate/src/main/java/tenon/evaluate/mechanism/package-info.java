/**
 * Why and for whom a policy worked: mediation, and effects that differ between groups.
 *
 * <p>Sources: Baron and Kenny 1986 (steps); Sobel 1982, Aroian 1947, Goodman 1960 (tests of a b);
 * Chow 1960 (interaction test); Cleary 1999 and Fisher 1935 (permutation of groups).
 */
@NullMarked
package tenon.evaluate.mechanism;

import org.jspecify.annotations.NullMarked;
