package tenon.respond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.Days;
import tenon.model.Disruption.CapacityLoss;
import tenon.model.Disruption.LinkClosure;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.model.Share;
import tenon.respond.Contest.Way;
import tenon.respond.check.PlanCheck;
import tenon.respond.check.Violation;
import tenon.twin.site.DrawnChain;
import tenon.twin.site.Response;
import tenon.twin.site.Rules;
import tenon.twin.site.Simulation;
import tenon.twin.site.SimulationSpec;
import tenon.twin.site.Steering;

/** Two customers, drawn demand, a cut that is followed by another that nobody foresaw. */
class ContestTest {
  private static final Chain CHAIN =
      DrawnChain.of(
          """
          West -> Shop: ore, share 1, cap 14, lead 1, id west
          Spare -> Shop: ore, cap 6, lead 2, standby 3, id spare
          Shop holds ore: 12, upto 22
          Shop -> Dear: ore, lead 0, id dear
          Shop -> Cheap: ore, lead 0, id cheap
          Dear holds ore: 0, upto 0
          Cheap holds ore: 0, upto 0
          Dear makes pin: 1 ore
          Cheap makes tin: 1 ore
          Dear holds pin: 0, upto 0
          Cheap holds tin: 0, upto 0
          Dear sells pin: 5, sd 2, law gamma, lost 1, margin 20
          Cheap sells tin: 5, sd 2, law gamma, lost 1, margin 2""");

  private static final Scenario TWO_CUTS =
      new Scenario(
          "two cuts",
          new Days(60),
          List.of(
              new LinkClosure(
                  new Target(Target.Kind.LINK, "west"), new Window(new Days(10), new Days(12))),
              new CapacityLoss(
                  new Target(Target.Kind.SITE, "West"),
                  new Window(new Days(30), new Days(10)),
                  new Share(.7))));

  private static final SimulationSpec SIMULATED =
      SimulationSpec.of(16, 3).withChecking(SimulationSpec.Checking.STEP);

  private static Contest contest(SimulationSpec spec) {
    return Contest.of(CHAIN, TWO_CUTS, PlanSpec.standard(), 5, spec, Progress.NONE);
  }

  @Test
  void madeAnewThePlanBeatsTheGreedyDispatcherWhichBeatsNothing() {
    Contest contest = contest(SIMULATED);
    double nothing = contest.entry(Way.NOTHING).trajectory().loss().mean();
    double greedy = contest.entry(Way.GREEDY).trajectory().loss().mean();
    assertThat(greedy).isLessThan(nothing);
    assertThat(contest.entry(Way.ROLLING).saved().interval().low()).isPositive();
    assertThat(contest.entry(Way.GREEDY).saved().mean()).isCloseTo(0, within(0.0));
  }

  @Test
  void threadsChangeNothing() {
    Contest one = contest(SIMULATED);
    Contest two = contest(SIMULATED.withThreads(2));
    for (Way way : Way.values()) {
      assertThat(two.entry(way).trajectory().losses())
          .isEqualTo(one.entry(way).trajectory().losses());
    }
  }

  @Test
  void everyPlanMadeOnTheWayPassesTheCheck() {
    Rules rules = Rules.of(CHAIN, TWO_CUTS, SIMULATED);
    PlanSpec spec = PlanSpec.standard();
    Replanning rolling = new Replanning(rules, spec, Replanning.Kind.ROLLING, 5);
    List<Violation> found = new ArrayList<>();
    int[] plans = new int[1];
    Steering watched =
        morning -> {
          var decided = rolling.decide(morning);
          if (decided != null) {
            plans[0]++;
            found.addAll(PlanCheck.violations(morning.rules(), spec, rolling.plan(morning)));
          }
          return decided;
        };
    List<Response> responses = List.of(watched);
    Simulation.compare(CHAIN, TWO_CUTS, SIMULATED, responses, Progress.NONE);
    assertThat(plans[0]).isEqualTo(16 * 10); // days 10, 15 ... 55
    assertThat(found).isEmpty();
  }
}
