package tenon.respond.design;

import java.util.List;
import java.util.stream.Stream;
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
 * @param inMoney whether losses are money; else they are units, as no margins are known
 * @param plans scenarios planned
 */
public record Frontier(
    List<FrontierPoint> points,
    List<Design> designs,
    List<Design> others,
    List<LeverValue> values,
    List<LeverShare> shares,
    boolean exact,
    boolean inMoney,
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

  /** Whether no other choice is as good in cost, CVaR, CO2 and concentration and better in one. */
  public boolean undominated(Design design) {
    return Stream.concat(designs.stream(), others.stream())
        .noneMatch(other -> beats(other, design));
  }

  private static boolean beats(Design one, Design other) {
    double[] ours = axes(one);
    double[] theirs = axes(other);
    boolean better = false;
    for (int axis = 0; axis < ours.length; axis++) {
      double nothing = 1e-9 * (1 + Math.abs(theirs[axis]));
      if (ours[axis] > theirs[axis] + nothing) {
        return false;
      }
      better |= ours[axis] < theirs[axis] - nothing;
    }
    return better;
  }

  /** An unknown concentration is the same for all: nothing moves. */
  private static double[] axes(Design design) {
    double concentration = Double.isNaN(design.concentration()) ? 0 : design.concentration();
    return new double[] {
      design.costPerYear(), design.risk().tailMean(), design.co2PerYear(), concentration
    };
  }
}
