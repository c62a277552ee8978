/**
 * Panels in which the outcome depends on its own past: GMM in differences and as a system, fixed
 * effects less their bias.
 *
 * <p>Sources: Arellano and Bond 1991 (differences, tests of serial correlation); Blundell and Bond
 * 1998 (system); Hansen 1982 (J); Newey 1985 (J of some instruments); Windmeijer 2005 (two-step
 * errors); Roodman 2009 (collapsed instruments). Fixed effects alone are biased here by about -(1 +
 * rho) / (T - 1) (Nickell 1981).
 */
@NullMarked
package tenon.evaluate.dynamic;

import org.jspecify.annotations.NullMarked;
