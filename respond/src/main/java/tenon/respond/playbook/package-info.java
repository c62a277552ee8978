/**
 * Response levels and playbooks as data, and what follows from them: which level holds, by when who
 * must have started, what a playbook does to a chain and what that is worth on the twin, and how an
 * execution compares with its rehearsal. Pure logic: it keeps no clock and stores nothing.
 *
 * <p>Four levels with deadlines of 24, 48, 72 and 96 hours follow Zhang (2024), "Study how to
 * enhance and restructure the resilience of regional industrial chains under the new development
 * model", ARISE 4(4); levels, triggers, deadlines and parties are data and may be others.
 */
@NullMarked
package tenon.respond.playbook;

import org.jspecify.annotations.NullMarked;
