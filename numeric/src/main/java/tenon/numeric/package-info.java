/** Placeholder. */
@NullMarked
package tenon.numeric;

import org.jspecify.annotations.NullMarked;
