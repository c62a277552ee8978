/** Placeholder. */
@NullMarked
package tenon.packages;

import org.jspecify.annotations.NullMarked;
