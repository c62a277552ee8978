package tenon.respond.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.ChainEdit;
import tenon.model.Days;
import tenon.model.Disruption.LinkClosure;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Progress;
import tenon.model.Resource;
import tenon.model.Scenario;
import tenon.respond.Plan;
import tenon.respond.PlanSpec;
import tenon.respond.Reallocation;
import tenon.twin.site.DrawnChain;
import tenon.twin.site.Response;
import tenon.twin.site.Simulation;
import tenon.twin.site.SimulationSpec;
import tenon.twin.site.Trajectory;

/** What a playbook is worth is what it avoids beside planning anew without it. */
class PlaybookRehearsalTest {
  /** With West cut off for 20 days, a plan serves Dear alone; Spare would bring 6 a day. */
  private static final Chain CHAIN =
      DrawnChain.of(
          """
          West -> Shop: ore, share 1, cap 10, lead 1, id west
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
          Dear sells pin: 5, lost 1, margin 20
          Cheap sells tin: 5, lost 1, margin 2""");

  private static final Scenario CUT =
      new Scenario(
          "cut",
          new Days(60),
          List.of(
              new LinkClosure(
                  new Target(Target.Kind.LINK, "west"), new Window(new Days(10), new Days(20)))));

  private static final SimulationSpec SPEC =
      SimulationSpec.of(8, 1).withChecking(SimulationSpec.Checking.STEP);

  private static Playbook book(Action... actions) {
    Step call = new Step("call", "call", "party", List.of(), 12, 5, List.of(), List.of());
    Step act = new Step("act", "act", "party", List.of("call"), 24, 7, List.of(), List.of(actions));
    return new Playbook("p", "", "chain_break", 1, 0, 100, List.of(call, act));
  }

  private static PlaybookRehearsal rehearse(Playbook playbook) {
    return PlaybookRehearsal.of(CHAIN, CUT, playbook, PlanSpec.standard(), SPEC, Progress.NONE);
  }

  @Test
  void whoOnlyCallsAvoidsNothingBesidePlanningAnew() {
    PlaybookRehearsal rehearsal = rehearse(book());
    assertThat(rehearsal.avoided()).isGreaterThan(1);
    assertThat(rehearsal.added().mean()).isZero();
    assertThat(rehearsal.added().interval().low()).isZero();
    assertThat(rehearsal.addedCost()).isCloseTo(12, within(1e-9));
    assertThat(rehearsal.unitsByStep()).containsEntry("act", 0.0);
  }

  /** Beside two runs of one response each: on a chain without Spare, and on one with it. */
  @Test
  void whatThePlaybookAddsIsTheDifferenceOfTwoSeparateRuns() {
    PlaybookRehearsal rehearsal = rehearse(book(new Action.Open("spare")));
    int spare = CHAIN.links().keys().id("spare");
    Chain without = ChainEdit.of(CHAIN).drop(Resource.SOURCING, spare).chain();
    // 36 h of steps and Spare's own 3 days.
    Chain with = ChainEdit.of(CHAIN).set(Resource.SOURCING, spare, "activation_days", 4.5).chain();
    double anew = loss(without);
    double opened = loss(with);
    assertThat(rehearsal.replanned().planned().loss().mean()).isCloseTo(anew, within(1e-6 * anew));
    assertThat(rehearsal.added().mean()).isCloseTo(anew - opened, within(1e-6 * anew));
    assertThat(rehearsal.added().interval().low()).isPositive();
    assertThat(rehearsal.unitsByStep().get("act")).isPositive();
    assertThat(rehearsal.addedPerCost())
        .isCloseTo(rehearsal.added().mean() / rehearsal.addedCost(), within(1e-12));
    double nothing =
        Simulation.compare(CHAIN, CUT, SPEC, List.of(Response.NOTHING), Progress.NONE)
            .getFirst()
            .loss()
            .mean();
    assertThat(rehearsal.avoided()).isCloseTo(nothing - opened, within(1e-6 * nothing));
  }

  private static double loss(Chain chain) {
    Plan plan = Reallocation.plan(chain, CUT, PlanSpec.standard(), Progress.NONE);
    List<Trajectory> run =
        Simulation.compare(chain, CUT, SPEC, List.of(plan.response()), Progress.NONE);
    return run.getFirst().loss().mean();
  }

  /** Shop holds 12 of the 10 a day: from the second day of the cut nobody is served anything. */
  @Test
  void theTwinSeesWhereTheChainBreaks() {
    assertThat(rehearse(book()).broken())
        .extracting(demand -> demand.siteId())
        .containsExactlyInAnyOrder("Dear", "Cheap");
    Scenario calm = new Scenario("calm", new Days(60), List.of());
    PlaybookRehearsal rehearsal =
        PlaybookRehearsal.of(CHAIN, calm, book(), PlanSpec.standard(), SPEC, Progress.NONE);
    assertThat(rehearsal.broken()).isEmpty();
  }
}
