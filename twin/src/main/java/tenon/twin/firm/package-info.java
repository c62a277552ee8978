/** Firms. */
@NullMarked
package tenon.twin.firm;

import org.jspecify.annotations.NullMarked;
