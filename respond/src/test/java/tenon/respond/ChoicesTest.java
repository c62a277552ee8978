package tenon.respond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.ChainEdit;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Disruption.LinkClosure;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Progress;
import tenon.model.Resource;
import tenon.model.Scenario;
import tenon.numeric.Engine;
import tenon.numeric.LinearProgram;
import tenon.numeric.LinearProgramBuilder;
import tenon.numeric.Solution;
import tenon.respond.check.PlanCheck;
import tenon.twin.site.DrawnChain;
import tenon.twin.site.Rules;

/** Standby sources that are paid for once, contracts and shares: by hand, and by trying all. */
class ChoicesTest {
  private static final Scenario CUT =
      new Scenario(
          "cut",
          new Days(30),
          List.of(
              new LinkClosure(
                  new Target(Target.Kind.LINK, "mine"), new Window(new Days(5), new Days(10)))));

  /** Ten days of ten units are missing; a unit that is not sold loses 4. */
  private static Chain chain(double near, double far) {
    Chain drawn =
        DrawnChain.of(
            """
            Mine -> Shop: ore, share 1, cap 10, price 1, id mine
            Near -> Shop: ore, cap 20, price 1, freight 1, standby 0, id near
            Far -> Shop: ore, cap 20, price 1, freight 3, standby 0, id far
            Shop holds ore: 0, upto 0
            Shop sells ore: 10, lost 1, margin 3""");
    return ChainEdit.of(drawn)
        .set(Resource.SOURCING, 1, "activation_cost", near)
        .set(Resource.SOURCING, 2, "activation_cost", far)
        .chain();
  }

  private static double shipped(Plan plan, int link) {
    double units = 0;
    for (int period = 0; period < plan.periods().size(); period++) {
      units += plan.flows().linkPerDay(period, link) * plan.periods().get(period).days();
    }
    return units;
  }

  private static Plan plan(Chain chain, Scenario scenario, PlanSpec spec) {
    Plan plan = Reallocation.plan(chain, scenario, spec, Progress.NONE);
    assertThat(PlanCheck.violations(chain, scenario, spec, plan)).isEmpty();
    return plan;
  }

  private static PlanSpec goals(String goals) {
    return PlanSpec.standard().withGoals(Goals.parse(goals).orElseThrow());
  }

  private static void opens(String goals, double near, double far, double byNear, double byFar) {
    Plan plan = plan(chain(near, far), CUT, goals(goals));
    assertThat(shipped(plan, 1)).as("near at %s", near).isCloseTo(byNear, within(1e-4));
    assertThat(shipped(plan, 2)).as("far at %s", far).isCloseTo(byFar, within(1e-4));
    double paid = (byNear > 0 ? near : 0) + (byFar > 0 ? far : 0);
    assertThat(plan.cost().activation()).isEqualTo(paid);
    assertThat(plan.size().gap()).isLessThan(0.05); // a ten-thousandth of the cost
  }

  @Test
  void whatIsPaidOnceCountsBesideWhatEachUnitCosts() {
    opens("shortfall,cost", 50, 0, 100, 0); // 50 + 100 against 300
    opens("shortfall,cost", 250, 0, 0, 100); // 250 + 100 against 300
    opens("shortfall,cost", 250, 100, 100, 0); // 350 against 400
    opens("shortfall,cost", 1e4, 1e5, 100, 0); // the loss comes first, whatever it costs
  }

  @Test
  void byWeightASourceIsTakenOnlyWhereItSavesMoreThanItCosts() {
    opens("shortfall:1,cost:1", 250, 150, 100, 0); // 400 lost, or 350, or 450
    opens("shortfall:1,cost:1", 350, 150, 0, 0); // 400 lost, or 450, or 450
    opens("shortfall:1,cost:1", 350, 50, 0, 100); // 350
    opens("shortfall:2,cost:1", 350, 500, 100, 0); // 800 lost, or 450
  }

  @Test
  void takeOrPayIsPaidWhereTheGoodsAreNotOrdered() {
    Chain chain =
        ChainEdit.of(chain(0, 0))
            .set(Resource.SOURCING, 0, "minimum_per_day", 8)
            .set(Resource.SOURCING, 0, "price_per_unit", 2)
            .chain();
    Scenario slump =
        new Scenario(
            "slump",
            new Days(30),
            List.of(
                new Disruption.DemandChange(
                    new Target(Target.Kind.SITE, "Shop"),
                    new Window(new Days(5), new Days(10)),
                    0.5)));
    Plan plan = plan(chain, slump, PlanSpec.standard().withReduced(false));
    ContractUse use = plan.contracts().getFirst();
    assertThat(use.dueUnits()).isCloseTo(200, within(1e-6)); // 25 days of 8
    // Goods beyond the sale cost nothing to keep, those not ordered 2 each: all are ordered.
    assertThat(use.missedUnits()).isCloseTo(0, within(1e-6));
    Chain kept = ChainEdit.of(chain).set(Resource.STOCKS, 0, "holding_cost_per_day", 5).chain();
    Plan dear = plan(kept, slump, PlanSpec.standard().withReduced(false));
    // To keep 3 a day would cost more than to pay for them: ten days x 3 x 2.
    assertThat(dear.contracts().getFirst().missedUnits()).isCloseTo(30, within(1e-4));
    assertThat(dear.cost().unordered()).isCloseTo(60, within(1e-3));
    Chain must = ChainEdit.of(kept).set(Resource.SOURCING, 0, "minimum_kind", "purchase").chain();
    Plan bound = plan(must, slump, PlanSpec.standard().withReduced(false));
    assertThat(bound.contracts().getFirst().missedUnits()).isCloseTo(0, within(1e-6));
    assertThat(bound.cost().holding()).isPositive();
    assertThat(bound.cost().unordered()).isZero();
  }

  @Test
  void aStandbyContractAsksForItsMinimumOnceItIsTaken() {
    // Near brings 100 units in ten days, and must then go on with 4 a day for 15 days more.
    Chain chain =
        ChainEdit.of(chain(0, 0))
            .set(Resource.SOURCING, 1, "minimum_per_day", 4)
            .set(Resource.SOURCING, 1, "price_per_unit", 10)
            .set(Resource.SOURCING, 2, "price_per_unit", 10)
            .set(Resource.SOURCING, 0, "price_per_unit", 10)
            .chain();
    // 100 + 60 units x (freight 1), of which none is paid for in vain, against 300 by Far.
    Plan near = plan(chain, CUT, PlanSpec.standard());
    assertThat(shipped(near, 1)).isCloseTo(160, within(1e-3));
    assertThat(shipped(near, 2)).isCloseTo(0, within(1e-4));
    Chain far = ChainEdit.of(chain).set(Resource.SOURCING, 2, "freight_per_unit", 1.2).chain();
    Plan other = plan(far, CUT, PlanSpec.standard()); // 120 by Far against 160
    assertThat(shipped(other, 1)).isCloseTo(0, within(1e-4));
    assertThat(shipped(other, 2)).isCloseTo(100, within(1e-3));
  }

  @Test
  void whatIsAboveTheCapOfSharesIsMadeLeast() {
    PlanSpec capped =
        goals("shortfall,concentration,cost").withCap(new ShareCap(0.5, ShareCap.By.FIRM));
    Plan plan = plan(chain(0, 0), CUT, capped);
    // Half each while the mine is cut; afterwards half of the mine's goes to the nearer.
    assertThat(shipped(plan, 1)).isCloseTo(50 + 75, within(1e-3));
    assertThat(shipped(plan, 2)).isCloseTo(50, within(1e-3));
    assertThat(plan.aboveCap()).isCloseTo(0, within(1e-3));
    // By weight, for 25 days: freight 2 a unit dearer against what each of 5 above the cap weighs.
    Scenario gone =
        new Scenario(
            "gone",
            new Days(30),
            List.of(
                new LinkClosure(
                    new Target(Target.Kind.LINK, "mine"), new Window(new Days(5), new Days(25)))));
    PlanSpec cheap = goals("shortfall:1,cost:1,concentration:1").withCap(capped.cap());
    assertThat(shipped(plan(chain(0, 0), gone, cheap), 2)).isCloseTo(0, within(1e-3));
    PlanSpec dear = goals("shortfall:1,cost:1,concentration:3").withCap(capped.cap());
    assertThat(shipped(plan(chain(0, 0), gone, dear), 2)).isCloseTo(125, within(1e-3));
  }

  @Test
  void changeAsAGoalKeepsToTheUsual() {
    Plan calm = plan(chain(0, 0), CUT, goals("shortfall:1,change:5"));
    assertThat(shipped(calm, 1) + shipped(calm, 2)).isCloseTo(0, within(1e-4));
    Plan busy = plan(chain(0, 0), CUT, goals("shortfall:1,change:3"));
    assertThat(shipped(busy, 1)).isCloseTo(100, within(1e-3));
  }

  @Test
  void theBestOfAllSetsOfSourcesIsFound() {
    int choices = 0;
    for (int seed = 0; seed < 60; seed++) {
      for (String goals : List.of("shortfall,cost", "shortfall:1,cost:1")) {
        Chain chain = random(seed);
        Setting setting = setting(chain, goals(goals));
        Solving solving = new Solving(setting, Timeline.of(setting, goals(goals)));
        solving.solve();
        Programme programme = solving.programme;
        double[] best = best(programme, solving.optimum.planned);
        double[] ours = {
          value(programme.columns.loss, solving.optimum.planned),
          value(programme.columns.cost, solving.optimum.planned)
        };
        String what = "seed " + seed + " " + goals;
        assertThat(ours[0]).as(what).isCloseTo(best[0], within(1e-6 * (1 + Math.abs(best[0]))));
        assertThat(ours[1])
            .as(what)
            .isBetween(
                best[1] - 1e-4 * (1 + Math.abs(best[1])), best[1] + 2e-4 * (1 + Math.abs(best[1])));
        choices += programme.choices.columns.size();
        plan(chain, CUT, goals(goals));
      }
    }
    assertThat(choices).isGreaterThan(300);
  }

  private static Setting setting(Chain chain, PlanSpec spec) {
    return new Setting(Rules.of(chain, CUT, Setting.simulation(spec)), spec);
  }

  private static double value(double[] by, double[] values) {
    double sum = 0;
    for (int column = 0; column < values.length; column++) {
      sum += by[column] * values[column];
    }
    return sum;
  }

  /** A shop with a cut mine and four sources on standby, each with its own price, cost, minimum. */
  private static Chain random(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text =
        new StringBuilder("Mine -> Shop: ore, share 1, cap 10, price 1, id mine\n");
    for (int source = 0; source < 4; source++) {
      text.append(
          "S%d -> Shop: ore, cap %d, price 1, freight %d, lead %d, standby %d%n"
              .formatted(
                  source,
                  2 + random.nextInt(9),
                  random.nextInt(5),
                  random.nextInt(3),
                  random.nextInt(4)));
    }
    text.append("Shop holds ore: %d, upto 20, holding .1%n".formatted(random.nextInt(20)));
    text.append("Shop sells ore: 10, lost 1, margin 3");
    ChainEdit edit = ChainEdit.of(DrawnChain.of(text.toString()));
    for (int source = 1; source <= 4; source++) {
      edit.set(Resource.SOURCING, source, "activation_cost", 1 + random.nextInt(150));
      if (random.nextInt(3) == 0) {
        edit.set(Resource.SOURCING, source, "minimum_per_day", 1 + random.nextInt(2));
        edit.set(
            Resource.SOURCING,
            source,
            "minimum_kind",
            random.nextBoolean() ? "purchase" : "take_or_pay");
      }
    }
    return edit.chain();
  }

  /** Least loss, then least cost, over all sets of sources, each by two plain programmes. */
  private static double[] best(Programme programme, double[] before) {
    int[] choices = programme.choices.columnNumbers();
    double[] best = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    for (int set = 0; set < 1 << choices.length; set++) {
      double[] upper = programme.columns.upper.clone();
      double[] lower = programme.columns.lower.clone();
      for (int i = 0; i < choices.length; i++) {
        upper[choices[i]] = set >> i & 1;
        lower[choices[i]] = upper[choices[i]];
      }
      fixBefore(programme, before, lower, upper);
      double loss = least(programme, programme.columns.loss, lower, upper, Double.NaN);
      double cost = least(programme, programme.columns.cost, lower, upper, loss);
      double same = 1e-7 * (1 + Math.abs(loss));
      if (loss < best[0] - same || (loss < best[0] + same && cost < best[1])) {
        best = new double[] {Math.min(loss, best[0]), cost};
      }
    }
    return best;
  }

  private static void fixBefore(
      Programme programme, double[] before, double[] lower, double[] upper) {
    Layout at = programme.at;
    for (int period = 0; period < programme.timeline.periods(); period++) {
      if (programme.timeline.start(period) < programme.setting.decisionDay) {
        for (int[][] flows : new int[][][] {at.base, at.extra, at.served, at.catchUp}) {
          for (int[] row : flows) {
            if (row[period] >= 0) {
              lower[row[period]] = before[row[period]];
              upper[row[period]] = lower[row[period]];
            }
          }
        }
      }
    }
  }

  private static double least(
      Programme programme, double[] by, double[] lower, double[] upper, double most) {
    LinearProgramBuilder builder = LinearProgram.minimise().engine(Engine.CLP);
    Columns columns = programme.columns;
    int[] all = new int[columns.count];
    double[] loss = new double[columns.count];
    for (int column = 0; column < columns.count; column++) {
      builder.column(lower[column], upper[column], by[column]);
      all[column] = column;
      loss[column] = columns.loss[column];
    }
    for (Terms.Row row : programme.rows) {
      builder.row(row.lower, row.upper, row.columns, row.coefficients);
    }
    if (!Double.isNaN(most)) {
      builder.row(Double.NEGATIVE_INFINITY, most + 1e-8 * (1 + Math.abs(most)), all, loss);
    }
    try (LinearProgram program = builder.build()) {
      Solution solution = program.solve();
      assertThat(solution.isOptimal()).isTrue();
      return solution.objective();
    }
  }

  @Test
  void aRecipeOnStandbyIsPaidForOnceToo() {
    Chain drawn =
        DrawnChain.of(
            """
            Mine -> Mill: ore, share 1, cap 10, id mine
            Mill holds ore: 0, upto 0
            Mill makes pin: 1 ore, cap 10
            Mill makes pin: 1 gas, cap 10, standby 2, cost 1, id spare
            Mill holds pin: 0, upto 0
            Mill sells pin: 10, lost 1, margin 3""");
    Chain chain = ChainEdit.of(drawn).set(Resource.RECIPES, 1, "activation_cost", 70).chain();
    Plan plan = plan(chain, CUT, PlanSpec.standard());
    assertThat(plan.cost().activation()).isEqualTo(70);
    assertThat(plan.activations().getFirst().cost()).isEqualTo(70);
    Plan weighed = plan(chain, CUT, goals("shortfall:1,cost:5")); // 320 saved, 5 x (70 + 80) spent
    assertThat(weighed.activations()).isEmpty();
  }
}
