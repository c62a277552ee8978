/**
 * The digital twin at firm scale: how the failure of firms travels through who buys from whom, by
 * {@link tenon.twin.firm.Cascade#run}, and what the network around it looks like.
 *
 * <h2>Formulas</h2>
 *
 * <pre>
 * W_ij   what firm i sells to firm j; s_i output (row sum); c_j input (column sum); p_i sector
 * e(k,l) class of supplier sector k for customer sector l: 2 essential, 1 non-essential, 0 not needed
 * y_j    lost share of output for want of inputs (down), x_i for want of customers (up); phi the shock
 *
 * sigma_i = min(1, s_i / M_k), M_k = sum_{p_m = k} s_m (1 - y_m); or 1 without replacement
 * lack_jk = sum_{p_i = k} Ld_ij sigma_i y_i,  Ld_ij = W_ij / sum_{p_l = p_i} W_lj  if e = 2, W_ij / c_j if e = 1
 * y_j     = max(phi_j, max_{k essential} lack_jk, sum_{k non-essential} lack_jk)
 * x_i     = max(phi_i, sum_j W_ij / s_i x_j)
 * ESRI    = sum_i s_i / sum s max(y_i, x_i)
 * </pre>
 *
 * <p>Source: C. Diem, A. Borsos, T. Reisch, J. Kertész, S. Thurner, "Quantifying firm-level
 * economic systemic risk from nation-wide supply networks", Scientific Reports 12, 2022, <a
 * href="https://doi.org/10.1038/s41598-022-11522-z">doi:10.1038/s41598-022-11522-z</a>.
 *
 * <p>Proof: results of the published program on three networks, steps included; the formulas over
 * full matrices on random networks; nearly closed loops by hand.
 *
 * <p>Beyond the source: cascades go to their fixed point with a proven bound ({@code FixedPoint},
 * {@code Enclosure}); in that mode the published program's rule that a sector of which less than
 * 1e-10 money is left counts as 1 is dropped, since it makes the index depend on the currency.
 */
@NullMarked
package tenon.twin.firm;

import org.jspecify.annotations.NullMarked;
