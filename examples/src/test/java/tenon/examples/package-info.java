/** Tests of the example packages: what they promise, and that the files are what the code writes. */
@NullMarked
package tenon.examples;

import org.jspecify.annotations.NullMarked;
