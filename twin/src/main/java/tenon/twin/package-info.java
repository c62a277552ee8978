/**
 * The digital twin. So far: {@link tenon.twin.Sources who depends on one source alone}, and {@link
 * tenon.twin.Exposure exposure} to the full outage of each site, in two linear programmes.
 *
 * <h2>Symbols</h2>
 *
 * <pre>
 * T      window, days: the time to recover (TTR) of the site that is out
 * v      a product at a site; stock_v stock on hand, units (inf: never short)
 * x_r    good output of recipe r over the window, units; cap_r per day
 * y_k    flow over link k, units; cap_k per day
 * q_ri   units of input i per unit started; per good unit it is q_ri / yield_r
 * z_i    units taken of an input i that belongs to a substitute group
 * d_j    demand, units per day; l_j units of it lost; f_j = margin_per_unit x criticality
 * a      days until a recipe or link on standby starts; 0 where it is active
 * </pre>
 *
 * <h2>Programmes</h2>
 *
 * <pre>
 * lost margin     min  sum_j f_j l_j                                  with T = TTR
 * time to survive max  T                                              with l = 0
 * both  s.t.      stock_v + made_v + received_v &gt;= sent_v + used_v + sum_{j at v} (d_j T - l_j)
 *                 used_v = sum_r x_r q_ri / yield_r,  or z_i of a group with sum_i z_i yield_r / q_ri = x_r
 *                 x_r &lt;= cap_r (T - a_r)+,  y_k &lt;= cap_k (T - a_k)+,  0 &lt;= l_j &lt;= d_j T
 * site n out      x_r = 0 for its recipes, y_k = 0 for links into it and links that pass it
 * </pre>
 *
 * Stock at a site that is out is not cut off: it is shipped and serves the site's own demand, unless
 * {@link tenon.twin.ExposureSpec#stockLost() the specification} says that it is lost. An unlimited
 * recipe or link on standby gives nothing until it has started and anything after. Closed links carry
 * nothing. An input that is not essential is left out; a substitute group binds if any of its members
 * is essential. A site without recipes, such as a hub or a store, passes goods on.
 *
 * <p>Source: D. Simchi-Levi, W. Schmidt, Y. Wei, P. Y. Zhang, K. Combs, Y. Ge, O. Gusikhin, M. Sanders,
 * D. Zhang, "Identifying Risks and Mitigating Disruptions in the Automotive Supply Chain", Interfaces
 * 45(5), 2015, <a href="https://doi.org/10.1287/inte.2015.0804">doi:10.1287/inte.2015.0804</a>. Proof:
 * published cases of 5 and 35 nodes, 200 random chains against a tableau simplex.
 *
 * <h2>Beyond the paper</h2>
 *
 * <ul>
 *   <li>Yield, substitutes, limits of links, sites on the way, sites that only trade, standby with a
 *       time to start. Where the paper has a material made at a node, the chain has recipes at sites.
 *   <li><b>Ordinary day first.</b> Demand that the chain does not serve undisturbed (active recipes and
 *       links, no finite stock, nothing on standby) would make every time to survive 0 and be charged
 *       to every outage. It is taken out of d_j and named in a warning.
 *   <li>The window is one bucket, as in the paper: lead times and the order of events within it do not
 *       count, so a late start of standby may still cover an early need. The time to survive asks for
 *       every window up to it, so it does see that gap, and the lost margin may be 0 although TTR
 *       exceeds it.
 *   <li>Where two demands may lose at the same cost, which one does is not determined by the
 *       programme; the sum is.
 * </ul>
 *
 * <h2>Priority</h2>
 *
 * Probability of an outage per year x max(0, TTR - TTS) x margin per day at risk, the sum of f_j d_j
 * over the demands that lose anything in that outage: money per year. The paper ranks by lost margin;
 * the days of shortage and the probability make sites comparable that fail rarely or late.
 *
 * <h2>Uncertainty</h2>
 *
 * The time to recover carries the {@linkplain tenon.model.Basis#around interval of its basis}; the
 * interval of the lost margin spans the lost margins at its two ends and in the middle. Without standby
 * the lost margin is convex in T and 0 at 0, hence never falls, and the interval is exact.
 *
 * <h2>Solution</h2>
 *
 * <ul>
 *   <li>Divided by T the programmes are rates, and only s = 1/T moves: one programme serves all windows
 *       and all sites, re-solved from basis to basis by the dual simplex.
 *   <li>A site that the ordinary day does without needs no programme: its outage costs nothing.
 *   <li>Where TTR does not exceed TTS the lost margin is 0 and needs none either.
 *   <li>The time to survive is found by Newton's method on the least share lost as a function of s;
 *       all sites of a chunk take their steps together, ordered by s, which saves most of the pivots.
 *   <li>Links without limit are condensed into pools and passages, which changes no optimum.
 * </ul>
 *
 * Numerical noise: a loss of less than 1e-9 of its demand is 0. Quantities are counted in powers of two
 * near their daily size, so that the solver's absolute tolerances mean the same for grams and tonnes.
 * Weights of demands in the first programme differ by 1e6 at most (the margins reported do not), lest
 * the solver lose a cheap demand for nothing.
 */
@NullMarked
package tenon.twin;

import org.jspecify.annotations.NullMarked;
