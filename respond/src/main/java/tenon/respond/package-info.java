/**
 * What to do after a disruption: {@link tenon.respond.Reallocation#plan} reallocates production,
 * stock and routes by a linear programme, and {@link tenon.respond.Rehearsal#compare} carries the
 * plan out on the twin beside what happens without it.
 *
 * <p><b>The programme</b> is fluid: time is cut into periods in which every rate is constant, goods
 * arrive exactly their lead time later. Its symbols, its order of objectives and its limits stand
 * in the methods page "Reallocation after a disruption"; what a disruption hits and what fills a
 * blank are the {@link tenon.twin.site.Rules} of the simulation.
 */
@NullMarked
package tenon.respond;

import org.jspecify.annotations.NullMarked;
