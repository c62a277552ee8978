/**
 * The links between the three scales: what sites lose becomes a loss of their firms, what firms
 * lose a loss of their sectors, and the national loss is traced back to the sites that carry it.
 */
@NullMarked
package tenon.twin.scales;

import org.jspecify.annotations.NullMarked;
