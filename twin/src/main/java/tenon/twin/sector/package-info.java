/**
 * The digital twin at the scale of sectors and regions: what an input-output table says about who
 * depends on whom, and how a loss of capital travels through it day by day.
 *
 * <h2>Formulas</h2>
 *
 * <pre>
 * Z_ij   what industry i sells to j; f_i final demand; x_i output; v_j = x_j - sum_i Z_ij
 * A_ij = Z_ij / x_j,  L = (I - A)^-1   (Leontief);   B_ij = Z_ij / x_i,  G = (I - B)^-1   (Ghosh)
 * backward linkage   sum_i L_ij;  power of dispersion  n sum_i L_ij / sum L
 * forward linkage    sum_j G_ij;  sensitivity of dispersion  n sum_j G_ij / sum G, or of L
 * extraction of j    x - x' = L_.j x_j / L_jj  (total), (L_.j - e_j) x_j / L_jj  (no purchases),
 *                    (G_j. - e_j) x_j / G_jj  (no sales)
 * </pre>
 *
 * <p>Where an industry has no output, its coefficients are 0.
 *
 * <p>Sources: R. Miller, P. Blair, "Input-Output Analysis", 2nd edition, Cambridge 2009; S.
 * Hallegatte, "An adaptive regional input-output model", Risk Analysis 28, 2008, and "Modeling the
 * role of inventories and heterogeneity in the assessment of the economic costs of natural
 * disasters", Risk Analysis 34, 2014; A. Pichler, J. D. Farmer, "Simultaneous supply and demand
 * constraints in input-output networks", Economic Systems Research, 2021, <a
 * href="https://doi.org/10.1080/09535314.2021.1926934">doi:10.1080/09535314.2021.1926934</a>.
 */
@NullMarked
package tenon.twin.sector;

import org.jspecify.annotations.NullMarked;
