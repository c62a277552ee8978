@NullMarked
package tenon.respond.standby;

import org.jspecify.annotations.NullMarked;
