/**
 * Makes packages of published networks: the logistics of a microchip maker (Brunel University), the
 * products of a maker of consumer goods (SupplyGraph), and trade between countries as a list of
 * edges. What a source does not tell stays blank; what had to be assumed is told in the package.
 */
@NullMarked
package tenon.packages.network;

import org.jspecify.annotations.NullMarked;
