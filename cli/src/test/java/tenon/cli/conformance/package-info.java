/** The command line on files of reference beside the checkout; skipped where they are not there. */
@NullMarked
package tenon.cli.conformance;

import org.jspecify.annotations.NullMarked;
