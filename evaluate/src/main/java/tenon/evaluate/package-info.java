/**
 * Did the policy work? Regression with absorbed fixed effects, and what difference-in-differences
 * studies build on it.
 *
 * <p>The data are {@link tenon.evaluate.Observations}; a {@link tenon.evaluate.Formula} says what
 * is regressed on what; {@link tenon.evaluate.Regression} fits it: b = (X'MX)<sup>-1</sup> X'My
 * with M the projection off the absorbed effects. {@link tenon.evaluate.PanelAudit} looks at a
 * panel before anything is estimated from it.
 *
 * <p>Sources: Frisch and Waugh 1933, Lovell 1963 (partialling out); Correia 2015 (singletons);
 * Cameron, Gelbach and Miller 2011 (clusters of several ways); MacKinnon and White 1985 (HC1 to
 * HC3). The formulas as used, the small-sample rule and the limits of validity stand in
 * docs/methods/evaluate.md. Proof: every case of fixest 0.14.2 at hand, dense least squares on
 * random panels.
 */
@NullMarked
package tenon.evaluate;

import org.jspecify.annotations.NullMarked;
