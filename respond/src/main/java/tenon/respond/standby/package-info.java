/**
 * Who else could make a product: the standby library, what a second source would be worth, and the
 * call of an urgent order to every site with spare capacity.
 */
@NullMarked
package tenon.respond.standby;

import org.jspecify.annotations.NullMarked;
