package tenon.twin.scales;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tenon.model.Chain;
import tenon.model.Scenario;

/**
 * One scenario at three scales.
 *
 * <pre>
 * site    d_s   days of output lost: sum over days of 1 - product (1 - share lost)
 * firm    psi_f = sum_s w_s d_s / T, w_s share of the site in the firm's sales, T days hit
 *         y_f   share of output lost for want of inputs, at the fixed point of the cascade
 *         money m_f = y_f T / 365 output of a year
 * sector  fall of output of i = sum of m_f over its firms; the mixed model gives what falls with it
 * back    share of s = loss with s alone / sum over s of that; carried = share x national loss
 * </pre>
 *
 * @param daysHit days on which any site is hit
 * @param sites sites that are hit, greatest first
 * @param firms firms that lose, greatest first
 * @param sectors industries that lose, greatest first; empty without an input-output table
 * @param firmLoss loss of all firms, money
 * @param sectorFall what of it reached an industry of the table
 * @param nationalLoss output lost by all industries; of all firms where there is no table
 * @param valueAddedLoss value added lost with it; NaN without a table
 * @param apart sum of the losses of each site alone
 * @param reasons why sums do not agree, or what was left out
 */
public record ThreeScales(
    int daysHit,
    List<SiteLoss> sites,
    List<FirmLoss> firms,
    List<SectorLoss> sectors,
    double firmLoss,
    double sectorFall,
    double nationalLoss,
    double valueAddedLoss,
    double apart,
    Set<Reason> reasons) {

  public ThreeScales {
    sites = List.copyOf(sites);
    firms = List.copyOf(firms);
    sectors = List.copyOf(sectors);
    reasons = reasons.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(reasons));
  }

  /**
   * A site that is hit.
   *
   * @param lostDays days of its output that are lost
   * @param alone national loss if only this site were hit
   * @param share its share of the national loss, 0 to 1
   * @param carried what of the national loss it carries
   */
  public record SiteLoss(
      int site, int firm, double lostDays, double alone, double share, double carried) {}

  /**
   * A firm that loses.
   *
   * @param direct share of output lost at its own sites, while any is hit
   * @param share share lost in all
   * @param loss the same in money
   * @param industry its industry in the table, or -1
   */
  public record FirmLoss(int firm, double direct, double share, double loss, int industry) {}

  /**
   * An industry that loses.
   *
   * @param fall what its firms lose
   * @param loss output lost in all
   */
  public record SectorLoss(String region, String sector, double fall, double loss) {}

  /** Runs a scenario through the scales. */
  public static ThreeScales of(Chain chain, Scenario scenario) {
    return new ScaleRun(chain, scenario).run();
  }
}
