/** Proves what the command line says, where it says it, and how it ends. */
@NullMarked
package tenon.cli;

import org.jspecify.annotations.NullMarked;
