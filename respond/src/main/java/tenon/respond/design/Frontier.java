package tenon.respond.design;

import java.util.List;
import tenon.model.Chain;
import tenon.model.Progress;

/**
 * What security costs.
 *
 * @param points best choice by weight of CVaR
 * @param designs every choice looked at that no other beats in both cost and CVaR, by cost
 * @param others the rest of what was looked at, by cost
 * @param values what each lever is worth at each weight
 * @param shares who pays for the levers chosen at each weight, and who gains
 * @param exact whether every choice was looked at
 * @param plans scenarios planned
 */
public record Frontier(
    List<FrontierPoint> points,
    List<Design> designs,
    List<Design> others,
    List<LeverValue> values,
    List<LeverShare> shares,
    boolean exact,
    int plans) {
  /** Most levers. */
  public static final int MOST = 30;

  public Frontier {
    points = List.copyOf(points);
    designs = List.copyOf(designs);
    others = List.copyOf(others);
    values = List.copyOf(values);
    shares = List.copyOf(shares);
  }

  /**
   * Finds the frontier.
   *
   * @param levers whose ids the chain knows; at most {@value #MOST}
   * @throws IllegalArgumentException if there are more levers, or no scenarios
   */
  public static Frontier of(
      Chain chain, List<Lever> levers, List<Hazard> hazards, DesignSpec spec, Progress progress) {
    if (levers.size() > MOST || hazards.isEmpty()) {
      throw new IllegalArgumentException(
          levers.size() + " levers and " + hazards.size() + " scenarios");
    }
    return new Search(levers, hazards, spec, new Outcomes(chain, levers, hazards, spec), progress)
        .frontier();
  }
}
