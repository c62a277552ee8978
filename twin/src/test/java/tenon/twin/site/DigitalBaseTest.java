package tenon.twin.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Disruption.CapacityLoss;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.model.Share;

/** A technology that is cut, and who misses it, when, and by how much; worked out by hand. */
class DigitalBaseTest {
  /**
   * A plant that makes to order, 10 a day with a capacity of 10, and loses what it cannot serve.
   */
  private static final String PLANT =
      """
      Plant makes chip:, cap 10, id P
      Plant sells chip: 10, lost 0, margin 1
      Plant holds chip: 0, upto 0, policy base_stock
      """;

  private static double[] service(String lines, Disruption cut) {
    ServiceCurve curve = run(DrawnChain.of(PLANT + lines), cut).total().service();
    return IntStream.range(0, curve.days()).mapToDouble(curve::mean).toArray();
  }

  private static Trajectory run(Chain chain, Disruption cut) {
    return Simulation.simulate(
        chain,
        new Scenario("cut", new Days(10), List.of(cut)),
        SimulationSpec.of(1, 1)
            .withChecking(SimulationSpec.Checking.STEP)
            .withAssumptions(new Assumptions(0, 0, 0, 0, 0)),
        Progress.NONE);
  }

  private static Disruption cut(Target.Kind kind, String id, double start, double days) {
    return new CapacityLoss(
        new Target(kind, id), new Window(new Days(start), new Days(days)), new Share(1));
  }

  @Test
  void whatIsEssentialStopsAndWhatIsNotGoesOn() {
    assertThat(service("Plant needs litho", cut(Target.Kind.TECHNOLOGY, "litho", 2, 3)))
        .containsExactly(1, 1, 0, 0, 0, 1, 1, 1, 1, 1);
    assertThat(
            service(
                "Plant needs litho, essential false", cut(Target.Kind.TECHNOLOGY, "litho", 2, 3)))
        .containsOnly(1);
  }

  @Test
  void workIsSlowedByTheStatedShareAfterItsGraceAndUntilTheSubstitute() {
    // Felt on days 4 to 6: the grace covers days 2 and 3, the substitute works from day 7 on.
    assertThat(
            service(
                "Plant needs cloud, lost .4, grace 2, substitute 5",
                cut(Target.Kind.TECHNOLOGY, "cloud", 2, 8)))
        .containsExactly(1, 1, 1, 1, .6, .6, .6, 1, 1, 1);
    assertThat(service("Plant needs cloud, grace 3", cut(Target.Kind.TECHNOLOGY, "cloud", 2, 3)))
        .containsOnly(1);
  }

  @Test
  void aVendorAKindAndALawCutAllThatTheyMean() {
    String lines =
        """
        Plant needs mes, vendor V, kind software, law US, lost .5
        Plant needs compute, vendor W, kind cloud, law US, lost .2
        Other needs compute, vendor W, kind cloud, law US
        """;
    assertThat(service(lines, cut(Target.Kind.VENDOR, "V", 2, 1))[2]).isEqualTo(.5);
    assertThat(service(lines, cut(Target.Kind.TECHNOLOGY_KIND, "cloud", 2, 1))[2])
        .isCloseTo(.8, within(1e-12));
    assertThat(service(lines, cut(Target.Kind.TECHNOLOGY_JURISDICTION, "US", 2, 1))[2])
        .isCloseTo(.4, within(1e-12));
  }

  @Test
  void aRecipeAndAFirmMayDependInsteadOfASite() {
    assertThat(service("Plant needs tool, recipe P", cut(Target.Kind.TECHNOLOGY, "tool", 4, 1)))
        .containsExactly(1, 1, 1, 1, 0, 1, 1, 1, 1, 1);
    assertThat(service("Plant needs erp, firm Plant Ltd", cut(Target.Kind.TECHNOLOGY, "erp", 4, 1)))
        .containsExactly(1, 1, 1, 1, 0, 1, 1, 1, 1, 1);
  }

  @Test
  void theTransmissionPathNamesTheCutAndWhoPassedItOn() {
    Chain chain =
        DrawnChain.of(
            """
            Fab makes wafer:, cap 10
            Fab holds wafer: 0, upto 0, policy base_stock
            Fab -> Shop: wafer, lead 0
            Shop sells wafer: 10, lost 0, margin 1
            Shop holds wafer: 0, upto 0, policy base_stock
            Fab needs etch, grace 1
            """);
    assertThat(run(chain, cut(Target.Kind.TECHNOLOGY, "etch", 3, 4)).path())
        .containsExactly(
            new Starvation("Fab", "wafer", 4, 10, new Starvation.Cause.Hit(0)),
            new Starvation(
                "Shop", "wafer", 4, 10, new Starvation.Cause.Supplier("Fab>Shop:wafer", "Fab")));
  }
}
