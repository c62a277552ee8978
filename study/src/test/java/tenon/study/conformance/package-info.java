/** Whole studies on data that lie beside the checkout; skipped where they do not. */
@NullMarked
package tenon.study.conformance;

import org.jspecify.annotations.NullMarked;
