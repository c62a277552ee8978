/**
 * A site in detail: jobs pass through stations of machines in line, event by event.
 *
 * <p>Jobs come one by one, join the queue of the first station, and are taken first come, first
 * served by whichever machine is free, the lowest number first; a station may take them in batches.
 * A machine is set up when the product changes, breaks down after a drawn time of <em>work</em>
 * (operation-dependent failures; Buzacott and Shanthikumar 1993), is repaired, and goes on where it
 * was. A job that comes out bad leaves as scrap. A queue may have an end: then the machine before
 * it is blocked after its work, and the first queue turns arrivals away.
 *
 * <p>States of a machine: working, set-up, down, blocked, idle; their shares sum to 1. Overall
 * equipment effectiveness after ISO 22400-2: (APT/PBT) (PRI PQ/APT) (GQ/PQ), with the whole horizon
 * as planned busy time.
 *
 * <p>Proof: M/M/1, M/M/c (Erlang C), M/G/1 (Pollaczek-Khinchine, with breakdowns by the moments of
 * the completion time), M/M/1/K and bulk service agree within intervals of the replications.
 */
@NullMarked
package tenon.twin.node;

import org.jspecify.annotations.NullMarked;
