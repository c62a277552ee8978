/**
 * From a raw panel to the rows that are estimated on: gaps filled inside a series, units with too
 * long gaps left out, tails drawn in, columns derived; and descriptives of the outcome of it. Every
 * change is declared beforehand and counted afterwards.
 */
@NullMarked
package tenon.evaluate.prepare;

import org.jspecify.annotations.NullMarked;
