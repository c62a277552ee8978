/**
 * Packages from tables of any layout, as a {@code mapping.yaml} describes: columns, units,
 * constants, words, joins and texts put together. Rows stream through; only tables that are joined
 * are held. What the reader of packages finds is told at the row of the source.
 */
@NullMarked
package tenon.packages.mapping;

import org.jspecify.annotations.NullMarked;
