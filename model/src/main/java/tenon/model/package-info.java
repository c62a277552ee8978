/** Placeholder. */
@NullMarked
package tenon.model;

import org.jspecify.annotations.NullMarked;
