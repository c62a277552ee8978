/**
 * Tests of the sector scale: by hand, by exact rationals, and against the model without a sector.
 */
@NullMarked
package tenon.twin.sector;

import org.jspecify.annotations.NullMarked;
