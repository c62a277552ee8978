/** Agreement with the results of other programs, where those lie beside the checkout. */
@NullMarked
package tenon.twin.conformance;

import org.jspecify.annotations.NullMarked;
