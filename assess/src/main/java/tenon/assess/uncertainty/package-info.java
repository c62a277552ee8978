/**
 * How sure is the index, and on what does it hang? Choices of a pipeline are varied as discrete
 * factors: {@link tenon.assess.uncertainty.Uncertainty} draws combinations and tells intervals of
 * scores and ranks, {@link tenon.assess.uncertainty.Sensitivity} apportions the change of ranks
 * among the factors by Sobol indices, exactly where all combinations can be tried.
 *
 * <p>Sources: Saisana, Saltelli, Tarantola (2005), J. R. Statist. Soc. A 168(2); Saltelli et al.
 * (2010), Computer Physics Communications 181, for the estimators; Jansen (1999). Draws come from
 * streams named by factor and replication, and runs are written to their own places, so that the
 * result is the same to the bit for any number of threads.
 */
@NullMarked
package tenon.assess.uncertainty;

import org.jspecify.annotations.NullMarked;
