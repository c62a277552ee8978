/**
 * How resilient is it? From a panel of indicators to scores, grades, weights and gaps to target.
 *
 * <p>The index of a unit u in a period t is I<sub>ut</sub> = &Sigma;<sub>k</sub> w<sub>k</sub>
 * z<sub>utk</sub> over its indicators k, with weights w that sum to 1 and scores z in [0, 100];
 * {@link tenon.assess.Assess} is the one way in. Values are scaled between goalposts ({@link
 * tenon.assess.Scaling}), weighted within each group of siblings ({@link tenon.assess.Weighting})
 * and gathered level by level; where the grades are to mean the same in every study the goalposts
 * must be fixed.
 *
 * <p>Sources: OECD/JRC, Handbook on Constructing Composite Indicators (2008), steps 5 to 7; Saaty,
 * The Analytic Hierarchy Process (1980), for weights from judgements; Boz&oacute;ki,
 * F&uuml;l&ouml;p, R&oacute;nyai (2010), Mathematical and Computer Modelling 52, for incomplete
 * judgements; Shannon (1948) for entropy. The formulas as used, the choices made and the limits of
 * validity stand in docs/methods/assess.md.
 *
 * <p>The handbook's whole order of steps as data, with uncertainty, statistics and drivers, lives
 * in the packages beneath: {@code pipeline}, {@code uncertainty}, {@code statistics}, {@code
 * spatial}, {@code fuzzy}, {@code drivers}, {@code structure}; they know this one and not the other
 * way round, but for {@code algebra}.
 *
 * <p>Deviates from the handbook in one point: a missing sub-score is not imputed; the weights of
 * its siblings are renormalised, and a finding says how often.
 */
@NullMarked
package tenon.assess;

import org.jspecify.annotations.NullMarked;
