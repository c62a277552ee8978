/** Tests of the links between scales, on a chain small enough to follow by hand. */
@NullMarked
package tenon.twin.scales;

import org.jspecify.annotations.NullMarked;
