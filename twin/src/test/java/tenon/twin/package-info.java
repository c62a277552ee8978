/** Tests of the twin: a curriculum of hand calculations, plain oracles, published cases. */
@NullMarked
package tenon.twin;

import org.jspecify.annotations.NullMarked;
