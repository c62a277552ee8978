package tenon.respond;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import tenon.model.Finding;
import tenon.model.Resource;
import tenon.model.Scenario;
import tenon.twin.site.Planned;
import tenon.twin.site.Rules;

/** Reads a plan out of a solved programme. */
final class Reading {
  private final Programme programme;
  private final Optimum optimum;
  private final Tariffs tariffs;
  private final Rules rules;
  private final Timeline timeline;
  private final Flows held;
  private final Flows planned;
  private final Contracts contracts;

  Reading(Programme programme, Optimum optimum, Tariffs tariffs) {
    this.programme = programme;
    this.optimum = optimum;
    this.tariffs = tariffs;
    rules = programme.rules;
    timeline = programme.timeline;
    held = new Flows(programme, optimum.held);
    planned = new Flows(programme, optimum.planned);
    contracts = new Contracts(programme.setting);
  }

  Plan plan(Scenario scenario, List<Finding> findings) {
    List<DemandLoss> demands = new ArrayList<>();
    Losses[][] byProduct = new Losses[rules.chain().products().count()][2];
    for (Losses[] both : byProduct) {
      Arrays.fill(both, Losses.NONE);
    }
    Losses with = Losses.NONE;
    Losses without = Losses.NONE;
    for (int demand = 0; demand < rules.demands(); demand++) {
      int node = rules.demandNode(demand);
      if (!programme.setting.isIn(node)) {
        continue;
      }
      Losses plan = losses(planned, demand);
      Losses none = losses(held, demand);
      with = with.plus(plan);
      without = without.plus(none);
      Losses[] both = byProduct[rules.product(node)];
      both[0] = both[0].plus(plan);
      both[1] = both[1].plus(none);
      keep(demands, new DemandLoss(rules.siteId(node), rules.productId(node), plan, none));
    }
    List<DemandLoss> products = new ArrayList<>();
    for (int product = 0; product < byProduct.length; product++) {
      String id = rules.chain().products().keys().key(product);
      keep(products, new DemandLoss("", id, byProduct[product][0], byProduct[product][1]));
    }
    Shadows shadows = new Shadows(programme, optimum);
    return new Plan(
        scenario.name(),
        rules.days(),
        programme.setting.decisionDay,
        rules.inMoney(),
        timeline.list(),
        flows(),
        new Moves(programme, planned, shadows).list(),
        activations(),
        with,
        without,
        demands,
        products,
        cost(),
        contracts.uses(timeline, planned, tariffs),
        new Shares(programme.setting).above(timeline, planned),
        new Coverages(programme, planned, shadows).list(scenario),
        shadows.prices(),
        size(),
        findings);
  }

  private static void keep(List<DemandLoss> list, DemandLoss loss) {
    boolean plan = loss.withPlan().lostUnits() > 0 || loss.withPlan().lateUnitDays() > 0;
    boolean none = loss.withoutPlan().lostUnits() > 0 || loss.withoutPlan().lateUnitDays() > 0;
    if (plan || none) {
      list.add(loss);
    }
  }

  private Losses losses(Flows flows, int demand) {
    double units = flows.lostUnits(demand);
    double late = flows.lateUnitDays(demand);
    return new Losses(
        units * rules.lossPerUnit(demand),
        units * programme.setting.worth.weight(demand),
        units,
        late,
        late * rules.lossPerUnit(demand) * programme.setting.worth.waitingPerDay);
  }

  private ProgrammeSize size() {
    int nodes = 0;
    for (int node = 0; node < rules.nodes(); node++) {
      nodes += programme.setting.isIn(node) ? 1 : 0;
    }
    return new ProgrammeSize(
        nodes,
        rules.nodes(),
        programme.columns.count,
        programme.rows.size(),
        programme.choices.columns.size(),
        optimum.iterations,
        optimum.unsettled ? Double.NaN : optimum.gap);
  }

  private PlannedFlows flows() {
    int recipes = rules.chain().recipes().count();
    double[] link = new double[rules.links()];
    double[] recipe = new double[recipes];
    double[] input = new double[rules.chain().inputs().count()];
    double[] served = new double[rules.demands()];
    Arrays.setAll(link, programme.setting.usual::flow);
    Arrays.setAll(recipe, row -> programme.setting.usual.flow(rules.links() + row));
    Arrays.setAll(input, programme.setting.usual::input);
    Arrays.setAll(served, programme.setting.usual::served);
    return new PlannedFlows(
        new PlannedFlows.Usual(link, recipe, input, served), rates(0, 0), rates(decisionDay(), 0));
  }

  /** What the twin carries out, day 0 of the programme being a later day of the scenario. */
  Planned planned(int firstDay) {
    return rates(0, firstDay);
  }

  private int decisionDay() {
    return programme.setting.decisionDay;
  }

  /** The rates of all periods that begin on a day or later, NaN for what the plan leaves alone. */
  private Planned rates(int from, int firstDay) {
    int periods = timeline.periods();
    double[][] links = new double[periods][rules.links()];
    double[][] recipes = new double[periods][rules.chain().recipes().count()];
    double[][] inputs = new double[periods][rules.chain().inputs().count()];
    double[][] served = new double[periods][rules.demands()];
    for (int period = 0; period < periods; period++) {
      boolean before = timeline.start(period) < from;
      for (int arc = 0; arc < rules.links() + recipes[period].length; arc++) {
        boolean left = before || !programme.setting.inScope(arc);
        double rate = left ? Double.NaN : planned.perDay(arc, period);
        (rules.isLink(arc) ? links : recipes)
                [period][rules.isLink(arc) ? arc : arc - rules.links()] =
            rate;
      }
      for (int input = 0; input < inputs[period].length; input++) {
        boolean left = before || !programme.setting.inScope(rules.inputArc(input));
        inputs[period][input] = left ? Double.NaN : planned.inputPerDay(input, period);
      }
      for (int demand = 0; demand < rules.demands(); demand++) {
        boolean left = before || !programme.setting.isIn(rules.demandNode(demand));
        served[period][demand] = left ? Double.NaN : planned.servedPerDay(demand, period);
      }
    }
    double[] linkOpens = new double[rules.links()];
    double[] recipeOpens = new double[rules.chain().recipes().count()];
    Arrays.setAll(linkOpens, link -> firstDay + opens(link));
    Arrays.setAll(recipeOpens, recipe -> firstDay + opens(rules.links() + recipe));
    int[] boundaries = Arrays.stream(timeline.boundaries()).map(day -> day + firstDay).toArray();
    return new Planned(boundaries, links, recipes, inputs, served, linkOpens, recipeOpens);
  }

  /** A source that costs something to take into use is not called where it is not used. */
  private double opens(int arc) {
    if (programme.at.used[arc] >= 0 && units(arc) == 0) {
      return Double.POSITIVE_INFINITY;
    }
    return rules.standby(arc) ? programme.setting.opens(arc) : 0;
  }

  private double units(int arc) {
    double units = 0;
    for (int period = 0; period < timeline.periods(); period++) {
      units += planned.perDay(arc, period) * timeline.days(period);
    }
    return units;
  }

  private List<Activation> activations() {
    List<Activation> activations = new ArrayList<>();
    for (int arc = 0; arc < rules.arcs(); arc++) {
      if (rules.standby(arc) && programme.setting.inScope(arc)) {
        double units = 0;
        int first = -1;
        for (int period = 0; period < timeline.periods(); period++) {
          double rate = planned.perDay(arc, period);
          units += rate * timeline.days(period);
          int day = Math.max(timeline.start(period), programme.setting.opens(arc));
          first = rate > 0 && first < 0 ? day : first;
        }
        if (units > 0) {
          int node = rules.head(arc);
          activations.add(
              new Activation(
                  rules.isLink(arc),
                  rules.arcId(arc),
                  rules.productId(node),
                  rules.siteId(node),
                  programme.setting.decisionDay,
                  programme.setting.opens(arc),
                  first,
                  units,
                  Choices.cost(rules, arc)));
        }
      }
    }
    activations.sort(
        Comparator.comparingInt(Activation::opensDay).thenComparing(Activation::rowId));
    return activations;
  }

  /** Standby sources in use whose cost of activation is unknown. */
  List<Finding> activationBlanks() {
    Doubts doubts = new Doubts();
    for (int arc = 0; arc < rules.links() + rules.chain().recipes().count(); arc++) {
      double cost =
          rules.isLink(arc)
              ? rules.chain().links().activationCost(arc)
              : rules.chain().recipes().activationCost(arc - rules.links());
      if (rules.standby(arc) && Double.isNaN(cost) && units(arc) > 0) {
        Resource table = rules.isLink(arc) ? Resource.SOURCING : Resource.RECIPES;
        doubts.add("activation-cost-blank", table, "activation_cost", rules.arcId(arc));
      }
    }
    return doubts.findings();
  }

  private Cost cost() {
    double[] sums = new double[6];
    for (int arc = 0; arc < rules.arcs(); arc++) {
      sums[5] += programme.at.used[arc] >= 0 && units(arc) > 0 ? Choices.cost(rules, arc) : 0;
      double units = 0;
      for (int period = 0; period < timeline.periods(); period++) {
        units += planned.extraPerDay(arc, period) * timeline.days(period);
      }
      sums[0] += units * tariffs.production[arc];
      sums[1] += units * tariffs.purchase[arc];
      sums[2] += units * tariffs.freight[arc];
      sums[3] += units * tariffs.tariff[arc];
    }
    for (int node = 0; node < rules.nodes(); node++) {
      for (int period = 0; period < timeline.periods(); period++) {
        double more = Math.max(0, planned.stock(node, period) - rules.usualStock(node));
        sums[4] += more * timeline.days(period) * programme.setting.worth.holdingPerDay(node);
      }
    }
    double unordered =
        contracts.uses(timeline, planned, tariffs).stream().mapToDouble(ContractUse::paid).sum();
    return new Cost(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], unordered);
  }
}
