/**
 * Links that nobody has declared, inferred from deliveries and from who supplies whom elsewhere.
 *
 * <p>Each kind of evidence has a probability that the link exists because of it; the confidence is
 * their noisy-or, 1 - &Pi; (1 - p): they are taken as independent causes (J. Pearl, "Probabilistic
 * Reasoning in Intelligent Systems", 1988, section 4.3). Those of deliveries are judgements; those
 * of sister sites and of market shares are taken from the known links of the chain. {@link
 * tenon.assess.inference.HiddenLinks} measures on known links, hidden in turn, how often links of
 * each confidence are right.
 */
@NullMarked
package tenon.assess.inference;

import org.jspecify.annotations.NullMarked;
