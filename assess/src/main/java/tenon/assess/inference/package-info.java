/**
 * Links that nobody has declared, inferred from deliveries and from who supplies whom elsewhere.
 *
 * <p>Each kind of evidence has a probability that the link exists because of it; the confidence is
 * their noisy-or, 1 - &Pi; (1 - p): they are taken as independent causes (J. Pearl, "Probabilistic
 * Reasoning in Intelligent Systems", 1988, section 4.3). Those of deliveries are judgements; those
 * of sister sites and of market shares are taken from the known links of the chain. Where trade
 * statistics tell what a country imports of a product and from where, they take the place of the
 * market shares (proportionality, as in the allocation of imports in multi-regional tables: R. E.
 * Miller and P. D. Blair, "Input-Output Analysis", 2nd ed. 2009, section 4.2). {@link
 * tenon.assess.inference.HiddenLinks} measures on known links, hidden in turn, how often links of
 * each confidence are right.
 */
@NullMarked
package tenon.assess.inference;

import org.jspecify.annotations.NullMarked;
