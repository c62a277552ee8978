/**
 * Policies on a map: effects on neighbours by rings of distance, and placebo treatments near the
 * treated. Distances are great-circle, on a sphere of radius 6371.0088 km.
 *
 * <p>Sources: Butts 2021 (rings); Clarke 2017 (spillovers in difference in differences).
 */
@NullMarked
package tenon.evaluate.space;

import org.jspecify.annotations.NullMarked;
