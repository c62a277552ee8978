/**
 * How variance grows from one echelon to the next. Source: Chen, Drezner, Ryan and Simchi-Levi
 * (2000), Quantifying the bullwhip effect in a simple supply chain, Management Science 46(3).
 */
@NullMarked
package tenon.twin.echelon;

import org.jspecify.annotations.NullMarked;
