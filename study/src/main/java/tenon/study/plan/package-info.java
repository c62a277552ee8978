/**
 * The part of a study that asks what to do: a plan, what it saves beside doing nothing, who is left
 * uncovered, and what more capacity would be worth.
 */
@NullMarked
package tenon.study.plan;

import org.jspecify.annotations.NullMarked;
