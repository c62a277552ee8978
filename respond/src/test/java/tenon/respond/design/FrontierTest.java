package tenon.respond.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.Days;
import tenon.model.Disruption.LinkClosure;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.respond.PlanSpec;
import tenon.twin.site.DrawnChain;

/**
 * Mine is cut off for ten days: of 100 units 80 are lost at 3 each, as the shop holds 20, so that
 * an event costs 240. A buffer of 30 saves 90; Other, 4 a day after two days of activation, 32
 * units.
 */
class FrontierTest {
  private static final Chain CHAIN =
      DrawnChain.of(
          """
          Mine -> Shop: ore, share 1, lead 0, cap 10, id mine
          Other holds ore: 1000, upto 1000
          Shop holds ore: 20, upto 20
          Shop sells ore: 10, lost 1, margin 2""");

  private static final Scenario CUT =
      new Scenario(
          "cut",
          new Days(30),
          List.of(
              new LinkClosure(
                  new Target(Target.Kind.LINK, "mine"), new Window(new Days(5), new Days(10)))));

  private static final Lever BUFFER = lever("buffer", 20, new Change.Stock("Shop", "ore", 30));
  private static final Lever OTHER =
      lever("other", 45, new Change.Source("Shop", "Other", "ore", 4, 0, 2, 0, 0, 0));
  private static final Lever COVER = lever("cover", 30, new Change.Insurance(0.5));

  private static Lever lever(String id, double cost, Change change) {
    return new Lever(id, id, Pillar.OPERATIONS, cost, 0, List.of(change));
  }

  private static Frontier frontier(int exact) {
    DesignSpec spec =
        new DesignSpec(
            new double[] {0, 0.5, 1}, 0.9, 4000, 8000, 5, 0, PlanSpec.standard(), exact, 7, 2);
    return Frontier.of(
        CHAIN, List.of(BUFFER, OTHER, COVER), List.of(new Hazard(CUT, 0.2)), spec, Progress.NONE);
  }

  @Test
  void lossesAreThoseWorkedOutByHand() {
    Outcomes outcomes =
        new Outcomes(
            CHAIN,
            List.of(BUFFER, OTHER, COVER),
            List.of(new Hazard(CUT, 0.2)),
            new DesignSpec(new double[] {0}, 0.9, 10, 10, 2, 0, PlanSpec.standard(), 8, 1, 1));
    assertThat(outcomes.of(0)[0].loss()).isCloseTo(240, within(1e-4));
    assertThat(outcomes.of(1)[0].loss()).isCloseTo(150, within(1e-4));
    assertThat(outcomes.of(2)[0].loss()).isCloseTo(144, within(1e-4));
    assertThat(outcomes.of(3)[0].loss()).isCloseTo(54, within(1e-4));
    assertThat(outcomes.of(7)[0].loss()).isCloseTo(27, within(1e-4));
  }

  @Test
  void whatIsChosenIsTheBestOfAllChoices() {
    Frontier frontier = frontier(8);
    assertThat(frontier.exact()).isTrue();
    // A mean of 48 a year: only the buffer could pay, and it saves 18 of its price of 20.
    assertThat(frontier.points().getFirst().design().levers()).isEmpty();
    for (FrontierPoint point : frontier.points()) {
      assertThat(point.bound()).isEqualTo(point.objective());
      for (List<Design> designs : List.of(frontier.designs(), frontier.others())) {
        for (Design design : designs) {
          assertThat(design.objective(point.lambda()))
              .isGreaterThanOrEqualTo(point.objective() - 1e-9);
        }
      }
      assertThat(point.outOfSample()).isCloseTo(point.objective(), within(10.0));
      assertThat(point.gapHigh()).isGreaterThanOrEqualTo(point.gap()).isNotNegative();
    }
    double worth = frontier.values().getFirst().riskAverted();
    assertThat(worth)
        .isCloseTo(frontier.points().getFirst().design().risk().mean() * 90 / 240, within(1e-3));
  }

  @Test
  void localSearchFindsTheSameHere() {
    List<FrontierPoint> exact = frontier(8).points();
    List<FrontierPoint> local = frontier(0).points();
    for (int i = 0; i < exact.size(); i++) {
      assertThat(local.get(i).design().levers()).isEqualTo(exact.get(i).design().levers());
      assertThat(local.get(i).bound()).isLessThanOrEqualTo(exact.get(i).objective() + 1e-9);
    }
  }
}
