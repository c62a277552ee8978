@NullMarked
package tenon.respond.recovery;

import org.jspecify.annotations.NullMarked;
