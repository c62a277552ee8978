/**
 * The digital twin at site scale: a chain run day by day through a {@link tenon.model.Scenario},
 * many times with draws of its own, by {@link tenon.twin.site.Simulation#simulate}.
 *
 * <p><b>Node</b>: a product at a site. An <b>arc</b> feeds a node: a sourcing link draws on the
 * node of the supplier; a recipe draws on the nodes of its inputs at the same site; a node that
 * nothing feeds gets an unlimited source (a finding says so). Amounts are real numbers of units.
 *
 * <p><b>A day</b>, in this order:
 *
 * <ol>
 *   <li><b>Disruptions.</b> Windows open and close; capacities, closures, delays and demand factors
 *       are those of the day. On the first day of a stock loss the share of what is on hand (for a
 *       link: on its way) is destroyed. Sources that are out lose their share to standby or healthy
 *       ones, and their unshipped orders are taken back. What has been on a shelf for as long as it
 *       keeps is thrown away (the oldest is handed over first). Sites with a day off start no
 *       recipe, ship over no link and receive nothing today; what comes waits at the gate.
 *   <li><b>Demand and orders, upstream.</b> Demand of the day joins what waits. Then, customers
 *       before suppliers, each node computes its position = on hand + on order - owed to customers
 *       - waiting demand - inputs that the recipes it serves have yet to start; its policy turns
 *       the position into an order on the days on which it is reviewed; the order is split by share
 *       over its arcs, and its suppliers see it the same day. In a cycle of the chain one link
 *       carries orders a day later (see {@code Precedence}).
 *   <li><b>Receipts.</b> What was shipped or started lead time days ago is added to stock. From
 *       here on the node-wise steps 4 to 6 run suppliers first, so that a shipment with lead time
 *       0, and a recipe with cycle 0, is received within the day.
 *   <li><b>Production.</b> A recipe starts min(orders owed, capacity, what each essential group of
 *       inputs set aside covers). Inputs that replace each other are used in the order of their
 *       rows. What was set aside and is not used goes back. Good units come after the cycle time.
 *       Where, the orders being in, the workers present do not suffice for all that a site's
 *       recipes could start, capacities are cut to the same share of it (see {@code People}). At a
 *       site in detail its line of machines works through the day before anything is allocated, to
 *       see what it can begin, which bounds claims and starts; what is started is in the line, and
 *       comes, where it is finished today, after the cycle time, the next morning at the earliest
 *       (see {@code LineWork}; where a line hands goods over, only what it has finished leaves).
 *   <li><b>Allocation.</b> Claims on a node are its links' owed orders (within link capacity and
 *       while open), waiting demand, and its recipes' needs (within recipe capacity, and what their
 *       other inputs allow). Stock short of the claims is shared in proportion to them, by priority
 *       or by worth (see {@code Turns}).
 *   <li><b>Shipment.</b> Goods leave, to arrive after the link's lead time, fixed or drawn, and the
 *       delays of the day. Those who waited longest are served first. Demand not met waits or is
 *       lost.
 *   <li><b>Money</b>, where firms state cash and credit line: invoices, income, and the clearing of
 *       what is due; who stays overdue is stopped the next morning (see {@code Treasury}).
 *   <li><b>Metrics.</b> Service is the share of the day's demand met on the day.
 * </ol>
 *
 * <p>In a serial system with local base-stock levels this is the sequence in which stockpyl 1.0
 * (Snyder 2023) simulates; proof: {@code SerialTraces} in the tests, undisturbed, with paused
 * orders and with paused shipments.
 *
 * <p><b>Policies</b> by inventory position x: base stock orders max(0, S - x); (s, S) orders S - x
 * once x is at or below s; (R, Q) orders the fewest lots Q = S - R that lift x above R. Echelon
 * base stock orders S - e by the position e of the echelon (see {@code Onward}), balanced no more
 * than goes with what takes longer to come; planned nodes go by the needs ahead (see {@code
 * Requirements}).
 *
 * <p><b>Responses</b> ({@link tenon.twin.site.Response}): by their own rule, the default, sites
 * move shares as in step 1; by the cheapest, they also move shares to links that have become
 * cheaper than others (see {@code CheapSources}); where nobody reacts, shares stay and nothing is
 * taken back; by a {@link tenon.twin.site.Planned plan}, orders of step 2 and claims of step 5
 * follow planned amounts first.
 *
 * <p><b>Draws</b> are keyed by (seed, purpose, entity, replication) and taken once a day whatever
 * happens: alternatives under one seed meet the same demand and lead times, and adding a site
 * changes no other's draws. Replications run in lock step in blocks, on any number of threads; a
 * replication's numbers do not depend on its block, and each block writes places of its own.
 *
 * <p>Not here: validity dates of links, and the age of goods on their way. Goods already under way
 * when a link closes still arrive.
 */
@NullMarked
package tenon.twin.site;

import org.jspecify.annotations.NullMarked;
