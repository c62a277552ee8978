/**
 * Import of multi-echelon chains in the layout of Willems (2008): a table of stages and a table of
 * arcs. Source: S. P. Willems, Real-World Multiechelon Supply Chains Used for Inventory
 * Optimization, Manufacturing &amp; Service Operations Management 10(1), 2008, pages 19 to 23,
 * whose data set holds 38 chains.
 *
 * <p>A stage adds a cost and a time to the goods of the stages before it:
 *
 * <ul>
 *   <li>a stage is a site with one recipe for one product, all under the stage's name; its
 *       classification gives the kind of the site ({@link tenon.packages.willems.StageClass});
 *   <li>an arc is a link that carries the product of its source, and an input of the recipe of its
 *       destination; one unit of each input per unit made, as the data state no quantities;
 *   <li>added cost = production cost of the recipe; unit value of the product = added cost + the
 *       sum of the unit values of the inputs;
 *   <li>the stage time of a stage that moves goods (Dist, Retail, Trans) and has one supplier is
 *       the lead time of that link, with its standard deviation; that of every other stage is the
 *       cycle time of its recipe, and the links into it take no time;
 *   <li>a discrete distribution of stage times is kept as its mean sum p t and its standard
 *       deviation sqrt(sum p (t - mean)^2).
 * </ul>
 *
 * <p>Why not every stage time as the cycle time: recipes have no column for its spread, and each
 * shipment over a link is drawn by itself, which is right only where one link feeds the stage. What
 * the data do not tell stays blank, and what was assumed is listed in the package.
 *
 * <p>A chain is refused as a whole where any row is faulty: without a stage it is another chain.
 *
 * <p>Proof: the conformance test imports 19 of the published chains and compares stages, arcs and
 * demand with their index; the other tests are small files worked by hand.
 */
@NullMarked
package tenon.packages.willems;

import org.jspecify.annotations.NullMarked;
