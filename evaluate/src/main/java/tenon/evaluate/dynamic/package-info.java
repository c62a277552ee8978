/**
 * Panels in which the outcome depends on its own past: difference GMM.
 *
 * <p>Sources: Arellano and Bond 1991 (estimator, tests of serial correlation); Hansen 1982 (J);
 * Windmeijer 2005 (two-step errors); Roodman 2009 (collapsed instruments). Fixed effects alone are
 * biased here by about -(1 + rho) / (T - 1) (Nickell 1981).
 */
@NullMarked
package tenon.evaluate.dynamic;

import org.jspecify.annotations.NullMarked;
