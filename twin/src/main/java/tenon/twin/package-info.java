/** Placeholder. */
@NullMarked
package tenon.twin;

import org.jspecify.annotations.NullMarked;
