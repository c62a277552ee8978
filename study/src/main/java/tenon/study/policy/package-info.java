/**
 * A whole policy evaluation by a study file: panel, trends, effect, placebo, other estimators,
 * robustness, groups, mediators, neighbours, plans, and the report and the case made of them.
 */
@NullMarked
package tenon.study.policy;

import org.jspecify.annotations.NullMarked;
