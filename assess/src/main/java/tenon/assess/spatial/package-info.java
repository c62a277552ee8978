/**
 * Do neighbours resemble each other, and what spills over? Weights between units, Moran's I, its
 * local parts and Geary's C with normal, randomisation and permutation inference, and the spatial
 * Durbin model by maximum likelihood. Sources: Cliff and Ord (1981), Anselin (1995), LeSage and
 * Pace (2009). Permutations come from streams named by unit and replication.
 */
@NullMarked
package tenon.assess.spatial;

import org.jspecify.annotations.NullMarked;
