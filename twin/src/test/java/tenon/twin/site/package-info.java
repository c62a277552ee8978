/**
 * Tests of the site-scale simulation. {@code A01...} is a curriculum: one rule each, on a chain
 * small enough to work out by hand.
 */
@NullMarked
package tenon.twin.site;

import org.jspecify.annotations.NullMarked;
