/**
 * The algebra and the distributions that the statistics of this room need: dense symmetric
 * eigenvalues, factors, least squares, tails of the usual distributions. Matrices are arrays of
 * rows; none is written to. Sources: Golub and Van Loan, Matrix Computations (4th ed.); Abramowitz
 * and Stegun, chapters 6 and 26.
 */
@NullMarked
package tenon.assess.algebra;

import org.jspecify.annotations.NullMarked;
