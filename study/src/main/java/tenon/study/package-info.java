/** Placeholder. */
@NullMarked
package tenon.study;

import org.jspecify.annotations.NullMarked;
