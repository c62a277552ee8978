/** How much of what is asked a chain can serve at all. */
@NullMarked
package tenon.study.capacity;

import org.jspecify.annotations.NullMarked;
