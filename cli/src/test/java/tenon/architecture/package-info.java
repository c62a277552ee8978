/** Guards the arrows between the rooms. */
@NullMarked
package tenon.architecture;

import org.jspecify.annotations.NullMarked;
