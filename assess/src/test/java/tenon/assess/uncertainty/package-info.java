/** Uncertainty and sensitivity against plain twins and functions with known indices. */
@NullMarked
package tenon.assess.uncertainty;

import org.jspecify.annotations.NullMarked;
