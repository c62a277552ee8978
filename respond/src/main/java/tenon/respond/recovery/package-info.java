/** In which order damaged sites are put right when the crews for it are scarce. */
@NullMarked
package tenon.respond.recovery;

import org.jspecify.annotations.NullMarked;
