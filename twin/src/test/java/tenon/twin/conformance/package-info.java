/** Agreement with cases that lie beside the checkout; skipped where they do not. */
@NullMarked
package tenon.twin.conformance;

import org.jspecify.annotations.NullMarked;
