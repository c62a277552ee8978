/** The strategy table: key metrics with targets, levers, layers of firms, roadmap. */
@NullMarked
package tenon.study.strategy;

import org.jspecify.annotations.NullMarked;
