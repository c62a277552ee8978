/**
 * Small dense kernels of this room: Cholesky factors of semidefinite matrices, eigenvalues of
 * symmetric ones, and the distributions behind p-values. Matrices are rows of doubles.
 *
 * <p>Sources: Golub, Van Loan, Matrix Computations (4th ed.), 4.2 and 8.5; Press et al., Numerical
 * Recipes (3rd ed.), 6.1, 6.2 and 6.4, for the incomplete gamma and beta functions. Tests compare
 * with EJML and with published tables.
 */
@NullMarked
package tenon.evaluate.algebra;

import org.jspecify.annotations.NullMarked;
