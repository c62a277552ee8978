/**
 * The part of a study that rehearses a scenario day by day: service in time, loss, recovery, and
 * how the shortage travels through the chain.
 */
@NullMarked
package tenon.study.rehearsal;

import org.jspecify.annotations.NullMarked;
