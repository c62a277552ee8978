/** Spatial statistics against plain twins. */
@NullMarked
package tenon.assess.spatial;

import org.jspecify.annotations.NullMarked;
