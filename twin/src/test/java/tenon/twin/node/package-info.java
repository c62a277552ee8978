/** Tests of the event-driven node against queueing theory. */
@NullMarked
package tenon.twin.node;

import org.jspecify.annotations.NullMarked;
