package tenon.study.rehearsal;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Disruption;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.study.part.Subject;
import tenon.study.recipe.Setting;
import tenon.study.text.DisruptionWords;
import tenon.study.text.Numbers;
import tenon.twin.site.Attribution;
import tenon.twin.site.Bullwhips;
import tenon.twin.site.DemandOutcome;
import tenon.twin.site.Liquidity;
import tenon.twin.site.NodeLoads;
import tenon.twin.site.ServiceCurve;
import tenon.twin.site.Simulation;
import tenon.twin.site.SimulationSpec;
import tenon.twin.site.Trajectory;

/**
 * All that this part tells.
 *
 * @param subject what the study is about
 * @param scenario what breaks
 * @param trajectory what it did
 * @param attribution what of the loss is due to what; null where it was not asked for
 * @param bullwhips how orders swing from echelon to echelon
 * @param liquidity how cash fared; null where no firm's cash can run out
 * @param loads how the lines of sites in detail fared; none where there are none
 */
record RehearsalFacts(
    Subject subject,
    Scenario scenario,
    Trajectory trajectory,
    @Nullable Attribution attribution,
    Bullwhips bullwhips,
    @Nullable Liquidity liquidity,
    NodeLoads loads) {
  /** Replications in which the swing of orders is measured. */
  private static final int SWINGS = 20;

  /** Replications in which the lines of sites in detail are measured. */
  private static final int LINES = 200;

  /** By how much service is much lower than what is served in all. */
  private static final double MUCH_LOWER = 0.1;

  /** Amounts of cash that are kept, by firm, day and replication. */
  private static final double BOOKS = 2e7;

  static RehearsalFacts of(Subject subject, Trajectory trajectory, Progress progress) {
    Scenario scenario = Objects.requireNonNull(subject.rehearsed()).scenario();
    SimulationSpec spec = Specs.answered(subject.recipe());
    boolean asked = subject.recipe().text(Setting.SIMULATE_ATTRIBUTION).equals("auto");
    return new RehearsalFacts(
        subject,
        scenario,
        trajectory,
        asked
            ? Simulation.attribute(subject.chain(), scenario, spec, trajectory.losses(), progress)
            : null,
        Simulation.bullwhip(subject.chain(), scenario, spec, SWINGS, progress),
        Simulation.liquidity(subject.chain(), scenario, spec, cashRuns(subject), progress)
            .orElse(null),
        Simulation.loads(subject.chain(), scenario, spec, LINES, progress));
  }

  /** So many that their books of cash, by firm and day, stay small. */
  private static int cashRuns(Subject subject) {
    double days = Objects.requireNonNull(subject.rehearsed()).scenario().horizon().value();
    double books = Math.max(1, days * subject.chain().firms().count());
    return (int) Math.max(20, Math.min(200, BOOKS / books));
  }

  ServiceCurve fillRate() {
    return trajectory.fillRate().curve();
  }

  Chain chain() {
    return subject.chain();
  }

  /** What the scenario is called in the language of the reader. */
  String scenarioTitle() {
    return scenario.called(subject.words().locale());
  }

  /** First day that any disruption hits. */
  int onset() {
    return (int)
        scenario.disruptions().stream()
            .map(Disruption::window)
            .mapToDouble(Disruption.Window::firstDay)
            .min()
            .orElse(0);
  }

  /** The day from the onset on with the least mean service. */
  int worstDay() {
    ServiceCurve service = trajectory.total().service();
    return IntStream.range(Math.min(onset(), service.days() - 1), service.days())
        .boxed()
        .min(Comparator.comparingDouble(service::mean))
        .orElse(0);
  }

  /**
   * Share of all that is demanded on average that is served within the horizon, sooner or later.
   */
  double servedShare() {
    double asked = 0;
    double lost = 0;
    for (int row = 0; row < trajectory.demands().size(); row++) {
      asked += chain().demands().meanPerDay(row) * trajectory.days();
      lost += trajectory.demands().get(row).lostUnits().mean();
    }
    return asked > 0 ? Math.max(0, 1 - lost / asked) : 1;
  }

  /**
   * Whether service is low at the end, and much lower than what is served in all: those who wait
   * are served first, so that a backlog that is not worked off makes all of the demand wait.
   */
  boolean backlogStays() {
    ServiceCurve service = trajectory.total().service();
    boolean back = Double.isFinite(trajectory.total().timeToRecoverDays().median());
    return !back && service.mean(service.days() - 1) < servedShare() - MUCH_LOWER;
  }

  /** Demands that lost most first; those that lost nothing last, in the order of the chain. */
  List<DemandOutcome> demands() {
    return trajectory.demands().stream()
        .sorted(
            Comparator.comparingDouble(
                    (DemandOutcome row) -> margin(row) * row.moreLostUnits().mean())
                .thenComparingDouble(row -> row.outcome().performanceLossDays().mean())
                .reversed())
        .toList();
  }

  private double margin(DemandOutcome row) {
    int product = chain().products().keys().id(row.productId());
    double margin = chain().products().marginPerUnit(product);
    return trajectory.loss().inMoney() && margin > 0 ? margin : 1;
  }

  String site(String id) {
    return subject.names().site(chain().sites().keys().id(id));
  }

  String product(String id) {
    return subject.names().product(chain().products().keys().id(id));
  }

  /** What a part of the loss is due to, in words. */
  String due(Attribution.Part part) {
    if (part.disruption() >= 0) {
      return new DisruptionWords(chain(), subject.words(), subject.names())
          .sentence(scenario.disruptions().get(part.disruption()));
    }
    return part.hazard() == null ? subject.words().get("attribution.together") : part.hazard();
  }

  /** The loss in words: money, or units where no margin is known. */
  String loss(double amount) {
    return trajectory.loss().inMoney()
        ? subject.money().text(amount)
        : subject.words().get("loss.units", Numbers.shown(amount));
  }
}
