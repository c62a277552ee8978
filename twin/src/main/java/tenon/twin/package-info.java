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
 * Stock at a site that is out is not cut off: it is shipped and serves the site's own demand,
 * unless {@link tenon.twin.ExposureSpec#stockLost() the specification} says that it is lost. An
 * unlimited recipe or link on standby gives nothing until it has started and anything after. Closed
 * links carry nothing. An input that is not essential is left out; a substitute group binds if any
 * of its members is essential. A site without recipes, such as a hub or a store, passes goods on.
 *
 * <p>Source: D. Simchi-Levi, W. Schmidt, Y. Wei, P. Y. Zhang, K. Combs, Y. Ge, O. Gusikhin, M.
 * Sanders, D. Zhang, "Identifying Risks and Mitigating Disruptions in the Automotive Supply Chain",
 * Interfaces 45(5), 2015, <a
 * href="https://doi.org/10.1287/inte.2015.0804">doi:10.1287/inte.2015.0804</a>. Proof: published
 * cases of 5 and 35 nodes, 200 random chains against a tableau simplex.
 *
 * <h2>Beyond the paper</h2>
 *
 * <ul>
 *   <li>Yield, substitutes, limits of links, sites on the way, sites that only trade, standby with
 *       a time to start. Where the paper has a material made at a node, the chain has recipes at
 *       sites.
 *   <li><b>Ordinary day first.</b> Demand that the chain does not serve undisturbed (active recipes
 *       and links, no finite stock, nothing on standby) would make every time to survive 0 and be
 *       charged to every outage. It is taken out of d_j and named in a warning.
 *   <li>The window is one bucket, as in the paper: lead times and the order of events within it do
 *       not count, so a late start of standby may still cover an early need. The time to survive
 *       asks for every window up to it, so it does see that gap, and the lost margin may be 0
 *       although TTR exceeds it.
 *   <li>Where two demands may lose at the same cost, which one does is not determined by the
 *       programme; the sum is.
 * </ul>
 *
 * <h2>Priority</h2>
 *
 * Probability of an outage per year x max(0, TTR - TTS) x margin lost per day of shortage, which is
 * the lost margin / (TTR - TTS): the expected loss of a year, money. The margin of all demands that
 * lose anything would depend on which of several optima the programme happens to meet; the lost
 * margin does not.
 */
@NullMarked
package tenon.twin;

import org.jspecify.annotations.NullMarked;
