/** The standby library and the call for capacity, over packages. */
@NullMarked
package tenon.study.standby;

import org.jspecify.annotations.NullMarked;
