/** Tests of the bullwhip ratio. */
@NullMarked
package tenon.twin.echelon;

import org.jspecify.annotations.NullMarked;
