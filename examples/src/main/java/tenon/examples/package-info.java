/**
 * The example packages: what makes them, and what they are expected to give.
 *
 * <p>{@link tenon.examples.YangtzeIc} makes {@code yangtze-ic}, a synthetic integrated-circuit chain
 * of the Yangtze River Delta, from declared catalogues (places, trades, products, bills of material)
 * and keyed draws. Every draw is named by the entity it is for, and every choice among candidates is a
 * race in which each candidate runs by its own draw (highest random weight; Thaler and Ravishankar
 * 1998, weighted as in Efraimidis and Spirakis 2006): adding a firm changes what chooses the new firm
 * and nothing else that is drawn.
 *
 * <p>Volumes follow from demand: each product, customers before suppliers, is split over suppliers by
 * shares and turned into needs for its inputs; capacities are the volumes plus headroom. The
 * undisturbed chain therefore serves all demand by construction.
 */
@NullMarked
package tenon.examples;

import org.jspecify.annotations.NullMarked;
