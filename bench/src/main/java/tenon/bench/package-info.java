/** Placeholder. */
@NullMarked
package tenon.bench;

import org.jspecify.annotations.NullMarked;
