/**
 * Fuzzy comprehensive evaluation: a score belongs to several grades at once by {@link
 * tenon.assess.fuzzy.Membership}, and weighted indicators are joined by an {@link
 * tenon.assess.fuzzy.Operator}. Sources: Zadeh (1965), Information and Control 8; Wang P. Z. (1983)
 * for the operators.
 */
@NullMarked
package tenon.assess.fuzzy;

import org.jspecify.annotations.NullMarked;
