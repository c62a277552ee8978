/** Comparison with whole files of reference numbers, where these lie beside the checkout. */
@NullMarked
package tenon.assess.conformance;

import org.jspecify.annotations.NullMarked;
