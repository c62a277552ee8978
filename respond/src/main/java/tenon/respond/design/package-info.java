/**
 * What to build before anything breaks: levers with a price, chosen so that their cost and the risk
 * that is left weigh least together. Two stages: levers now, the best reallocation in each
 * scenario.
 *
 * <p>min over x of c x + (1 - lambda) E[Q(x)] + lambda CVaR_alpha(Q(x)); Q(x) is the loss of a year
 * with the levers x. Sources: Rockafellar and Uryasev (2000) for CVaR; Shapiro, Dentcheva and
 * Ruszczynski (2014), chapter 5, for sample averages; Mak, Morton and Wood (1999) for the gap.
 */
@NullMarked
package tenon.respond.design;

import org.jspecify.annotations.NullMarked;
