/** Placeholder. */
@NullMarked
package tenon.cli;

import org.jspecify.annotations.NullMarked;
