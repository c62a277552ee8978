/** Tests of the offline composition, on chains small enough to be worked out by hand. */
@NullMarked
package tenon.study;

import org.jspecify.annotations.NullMarked;
