/** Statistics against hand calculations and plain twins. */
@NullMarked
package tenon.assess.statistics;

import org.jspecify.annotations.NullMarked;
