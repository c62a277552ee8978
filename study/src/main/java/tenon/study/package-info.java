/**
 * Offline composition: the order in which stages answer a question about a package, and the result
 * directory that holds the answer.
 *
 * <p>{@link tenon.study.ExposureStudy} reads and checks a package, computes what the loss of each site
 * would cost ({@link tenon.twin.Exposure}) and who depends on one source alone ({@link
 * tenon.twin.Sources}), and writes tables, {@code result.json}, {@code manifest.json} and {@code
 * report.html}. Nothing is computed here that a stage computes; what is added:
 *
 * <ul>
 *   <li>the exposure of a firm: E_f = sum of E_s over the sites s that f runs, for lost margin and for
 *       priority. Outages of two sites of one firm are taken one at a time, so the sum of lost margins
 *       is no forecast of both failing together;
 *   <li>the tier of a site: its longest distance, in links, from a site without suppliers. Sites that
 *       supply each other in a circle are one strongly connected component and share a tier (Tarjan,
 *       Depth-first search and linear graph algorithms, SIAM J. Comput. 1(2), 1972);
 *   <li>the drawing: layers by tier, order within a layer by barycentres (Sugiyama, Tagawa and Toda,
 *       IEEE Trans. SMC 11(2), 1981).
 * </ul>
 *
 * <p>Same package, recipe, program and JDK give the same bytes, at any number of threads: no clock, no
 * user, no absolute path enters a file. Numbers in CSV and JSON carry ten significant digits, which is
 * as far as a linear programme in doubles can be trusted.
 */
@NullMarked
package tenon.study;

import org.jspecify.annotations.NullMarked;
