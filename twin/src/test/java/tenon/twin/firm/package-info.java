/** Tests of firm networks, with the plain versions they are compared with. */
@NullMarked
package tenon.twin.firm;

import org.jspecify.annotations.NullMarked;
