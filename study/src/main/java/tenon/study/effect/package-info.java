/** Evaluations of policies on plain panels: one method each, from a table to an answer. */
@NullMarked
package tenon.study.effect;

import org.jspecify.annotations.NullMarked;
