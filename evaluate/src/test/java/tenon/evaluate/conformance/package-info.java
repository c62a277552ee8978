/** Comparisons with the files of reference numbers that may lie beside the checkout. */
@NullMarked
package tenon.evaluate.conformance;

import org.jspecify.annotations.NullMarked;
