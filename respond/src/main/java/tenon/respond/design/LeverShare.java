package tenon.respond.design;

/**
 * What one chosen lever averts for a firm, and what the firm pays for it.
 *
 * @param lambda weight of CVaR at which the lever was chosen
 * @param lever index of the lever
 * @param firm row of the firm
 * @param averted the firm's part of the weighted risk without the lever less with it, the other
 *     levers as chosen, money a year; over the firms it sums to the worth of the lever
 * @param pays the firm's part of the lever's cost, money a year; negative where it is compensated
 * @param paysByNucleolus the same by the nucleolus, which makes the most dissatisfied group of
 *     firms least dissatisfied; NaN where it is not known
 * @param alone whether the lever would pay for this firm by itself
 * @param joint whether the lever pays for the firms together but for none of them alone
 * @param exact whether the parts are Shapley values, else in proportion to what is averted
 */
public record LeverShare(
    double lambda,
    int lever,
    int firm,
    double averted,
    double pays,
    double paysByNucleolus,
    boolean alone,
    boolean joint,
    boolean exact) {

  /** What is left to the firm. */
  public double gains() {
    return averted - pays;
  }
}
