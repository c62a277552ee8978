/** Tests of the example packages against their sources. */
@NullMarked
package tenon.examples;

import org.jspecify.annotations.NullMarked;
