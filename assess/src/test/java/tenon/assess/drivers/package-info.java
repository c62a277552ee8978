/** Drivers against hand calculations and their defining sums. */
@NullMarked
package tenon.assess.drivers;

import org.jspecify.annotations.NullMarked;
