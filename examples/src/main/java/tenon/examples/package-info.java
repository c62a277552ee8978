/** Placeholder. */
@NullMarked
package tenon.examples;

import org.jspecify.annotations.NullMarked;
